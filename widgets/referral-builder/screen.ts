import { html, nothing, type TemplateResult } from 'lit';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { LookUpField } from '../../src/flows/find-services.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import type { Stop } from '../../src/ui/loading.ts';
import type { ReadySession } from '../session/context.ts';

/** What only the screen knows: nothing of it is sent, and a blank drops it. */
export interface ScreenMemory {
  comparing: boolean;
  onlyDifferences: boolean;
  /** Below 1024 px a search that found something folds the form away; this opens it again. */
  changingSearch: boolean;
  /** The found draft was taken up: its message goes. */
  carriedOn: boolean;
  /** As typed, to open a referral by its UBRN. */
  ubrn: string;
  ubrnError: boolean;
  /** As typed into a look-up. */
  sought: Readonly<Partial<Record<LookUpField, string>>>;
  documentFilter: string;
  /** The list is being read anew in another order. */
  sorting: boolean;
  /** It is being asked again what another page has sent. */
  askingEarlier: boolean;
  /** The UBRN that the user has found for a create without a known end, as typed, by intent. */
  lostTyped: Readonly<Record<string, string>>;
  /** The intent for which it is none. */
  lostUbrnError: string | undefined;
  /** The intent of which the user is about to say that it made nothing. */
  lostConfirming: string | undefined;
  /** At the first step: how to find out about it, instead of the search. */
  showingLost: boolean;
  /** The user has said that a create made nothing: it can be sent again. */
  saidNone: boolean;
  lostPart: 'loading' | 'ready' | 'failed';
  picker: 'loading' | 'ready' | 'failed';
  /** The steps after the create could not be loaded. */
  laterFailed: boolean;
}

export const EMPTY_MEMORY: ScreenMemory = {
  comparing: false,
  onlyDifferences: false,
  changingSearch: false,
  carriedOn: false,
  ubrn: '',
  ubrnError: false,
  sought: {},
  documentFilter: '',
  sorting: false,
  askingEarlier: false,
  lostTyped: {},
  lostUbrnError: undefined,
  lostConfirming: undefined,
  showingLost: false,
  saidNone: false,
  lostPart: 'loading',
  picker: 'loading',
  laterFailed: false,
};

/** What each step is drawn from. */
export interface Screen {
  flow: ReferPatientFlow;
  session: ReadySession;
  now: Instant;
  today: LocalDate;
  /** Seconds since what is going on began. */
  elapsed: number;
  /** Heading level of a step; parts of a step have the next one. */
  level: number;
  /** Why nothing can be sent now, in words: the e-RS session has ended. */
  whyNotSend: string | undefined;
  memory: ScreenMemory;
  remember(change: Partial<ScreenMemory>): void;
  /** Politely, to a screen reader. */
  say(words: string): void;
  /** After the next render. */
  focus(selector: string): void;
  /** Loads the slot picker, or tries again. */
  loadPicker(): void;
  /** Loads again what finds out about a create without a known end. */
  loadLost(): void;
  /** Loads the steps after the create again. */
  loadLater(): void;
  /** What the tags of the page begin with. */
  prefix: string;
  /** A link to the bytes of a file, alive until the widget is blanked. */
  linkTo(file: Blob): string;
}

export interface HeadingOptions {
  /** Where the focus goes on a change of step. */
  takesFocus?: boolean | undefined;
  id?: string | undefined;
}

/** The heading of a step. */
export function stepHeading(
  { level }: Screen,
  words: string,
  { takesFocus = true, id }: HeadingOptions = {},
): TemplateResult {
  return html`<div
    class="ui-h2"
    id=${id ?? nothing}
    role="heading"
    aria-level=${level}
    tabindex=${takesFocus ? '-1' : nothing}
    ?data-focus-heading=${takesFocus}
  >
    ${words}
  </div>`;
}

/** The heading of a part of a step; with an id, the focus can be sent to it. */
export function partHeading({ level }: Screen, words: string, id?: string): TemplateResult {
  return html`<div
    class="ui-h3"
    id=${id ?? nothing}
    role="heading"
    aria-level=${level + 1}
    tabindex=${id ? '-1' : nothing}
  >
    ${words}
  </div>`;
}

/** Stops a read. The focus goes to what asks for it again. */
export function stopping({ say, focus }: Screen, { what, onPress }: Stop, again: string): Stop {
  const stop = (): void => {
    onPress();
    say(`You stopped ${what}`);
    focus(again);
  };
  return { what, onPress: stop };
}

/** Calls an action that may take time; its flow holds what comes of it. */
export function call(action: () => Promise<void> | void): () => void {
  return () => void action();
}
