import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import type {
  ReviewReferralActions,
  ReviewReferralState,
} from '../../src/flows/review-referral.ts';
import type { ReadySession } from '../session/context.ts';
import type { Previews } from './previews.ts';
import type { BuilderAct } from './referral-record.events.ts';
import type { Room } from './room.ts';

export type Tab = 'files' | 'letter' | 'summary' | 'history';

/** What is chosen on screen and is no decision: it goes with the referral. */
export interface Memory {
  /** The file in the letter's pane, by its address; the first unless said. */
  file?: string | undefined;
  tab: Tab;
  /** Pictures at their own size. */
  fullSize: boolean;
  /** When a file that opens elsewhere was opened, by its address. */
  followed: ReadonlyMap<string, Instant>;
  /** Typed to confirm what cannot be undone. */
  typed: string;
  afterConflict: AfterConflict;
  /** Whether the next referral is opened once the decision is made. */
  goesOn: boolean;
  /** In the referral builder. */
  acting?: BuilderAct | undefined;
  builder: 'loading' | 'ready' | 'failed';
  /** What is typed in the builder would be lost, and the user was told. */
  leavingBuilder: boolean;
}

export type AfterConflict = 'look' | 'send' | 'discard';

export const EMPTY_MEMORY: Memory = {
  tab: 'letter',
  fullSize: false,
  followed: new Map(),
  typed: '',
  afterConflict: 'look',
  goesOn: false,
  builder: 'loading',
  leavingBuilder: false,
};

/** What every part of the record draws from. */
export interface Screen {
  state: ReviewReferralState;
  actions: ReviewReferralActions;
  session: ReadySession;
  /** Why nothing can be sent now, in words: the e-RS session has ended. */
  whyNotSend: string | undefined;
  now: Instant;
  today: LocalDate;
  elapsedSeconds: number;
  room: Room;
  memory: Memory;
  previews: Previews;
  letterKeys: boolean;
  prefix: string;
  remember: (change: Partial<Memory>) => void;
  switchLetterKeys: (on: boolean) => void;
  /** Chooses, and moves the focus to what comes first. */
  choose: (action: ReviewAction) => void;
  send: (goesOn: boolean) => void;
  focus: (selector: string) => void;
  /** Where the UBRN was typed here. */
  another: (() => void) | undefined;
  /** Asks the host, then closes the record. */
  close: (() => void) | undefined;
  act: (action: BuilderAct) => void;
  leaveBuilder: () => void;
}

/** Those who decide; the others see what they sent. */
export function isProvider({ session }: Pick<Screen, 'session'>): boolean {
  return session.role.businessFunction.startsWith('SERVICE_PROVIDER_');
}
