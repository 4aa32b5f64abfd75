import { html, nothing, type TemplateResult } from 'lit';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import type { lost as lostPart } from './lost-part.ts';
import type { Screen } from './screen.ts';

/** Code only: nothing of a patient is kept here. */
let part: typeof lostPart | undefined;

/** Loaded where an answer was lost, which few pages ever see. */
export async function loadLostPart(): Promise<void> {
  part ??= (await import('./lost-part.ts')).lost;
}

/** What finds out, for each create without a known end, whether it made a referral. */
export function lostView(screen: Screen): TemplateResult {
  const loaded = part;
  if (loaded) return html`${screen.flow.lost.map((lost) => loaded.show(screen, lost))}`;
  return screen.memory.lostPart === 'failed'
    ? lostNotLoaded(screen)
    : loadingPart({ what: 'Loading this page', elapsedSeconds: screen.elapsed });
}

export function lostSaid(flow: ReferPatientFlow): [key: string, words: string][] {
  return part?.said(flow) ?? [];
}

/** Only who has seen the part can have said so. */
export function lostNone(): TemplateResult | typeof nothing {
  return part?.none ?? nothing;
}

export function lostNotLoaded({ flow, loadLost }: Screen): TemplateResult {
  const again = (): void => {
    loadLost();
    void flow.actions.lookForLost();
  };
  return message({
    kind: 'error',
    title: 'The part of this page that finds it could not be loaded',
    content: button({ label: 'Load it again', id: 'load-lost', onPress: again }),
    level: 3,
  });
}
