import type { FindServicesState } from '../../src/flows/find-services.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { counted } from '../../src/ui/format.ts';

/** Where the user is. A new key moves the focus to the heading that `selector` finds. */
export interface Place {
  key: string;
  /** Absent: the focus stays. */
  selector?: string | undefined;
}

const HEADING = '[data-focus-heading]';

export function placeOf(flow: ReferPatientFlow): Place {
  const { step, opened } = flow.state;
  if (step === 'find') return findPlace(flow);
  if (step === 'check') return settledPlace('check', flow.create.state.phase);
  if (step === 'letters' && flow.letters) return settledPlace('letters', flow.letters.state.phase);
  return { key: `${step} ${step === 'record' ? opened.status : ''}`, selector: HEADING };
}

function findPlace({ find, state }: ReferPatientFlow): Place {
  if (state.opened.status === 'opening') return { key: 'find opening', selector: HEADING };
  if (state.opened.status === 'failed') return { key: 'find not opened', selector: HEADING };
  const { search, stale } = find.state;
  const ended = 'at' in search || search.status === 'failed';
  // Whoever goes on changing the search while it runs keeps the focus.
  const selector = ended && !stale ? `.results ${HEADING}` : undefined;
  const when = 'at' in search ? search.at : '';
  return { key: `find ${search.status} ${when}`, selector };
}

/** Under way the focus stays on the button; what came of it takes it. */
function settledPlace(step: string, phase: { status: string }): Place {
  const underWay = phase.status === 'sending' || phase.status === 'attaching';
  return { key: `${step} ${phase.status}`, selector: underWay ? undefined : HEADING };
}

/** What a screen reader hears of a change, under a key that stays while it is so. */
export function wordsOf({ find, letters }: ReferPatientFlow): Map<string, string> {
  const said: [string, string][] = [...searchWords(find.state), ...lookUpWords(find.state)];
  for (const { id, name, state } of letters?.state.files ?? []) {
    const words = FILE_WORDS[state.status];
    if (words) said.push([`${id} ${state.status}`, `${name}: ${words}`]);
  }
  return new Map(said);
}

const FILE_WORDS: Partial<Record<string, string>> = {
  uploading: 'uploading',
  uploaded: 'uploaded, not attached yet',
  'not-uploaded': 'not uploaded',
  refused: 'not taken',
};

function searchWords({ search, stale }: FindServicesState): [string, string][] {
  if (search.status === 'searching') return [[`searching ${search.since}`, 'Searching e-RS']];
  if (stale) return [['stale', 'Your search has changed. Search again']];
  if (search.status !== 'found') return [];
  return [[`found ${search.at}`, `${counted(search.services.length, 'service')} found`]];
}

function lookUpWords({ lookUp }: FindServicesState): [string, string][] {
  if (lookUp.status === 'unavailable') {
    return [[`look-up ${lookUp.field} unavailable`, 'Names cannot be looked up. Enter the code']];
  }
  if (lookUp.status !== 'found') return [];
  const codes = lookUp.options.map(({ code }) => code).join();
  return [[`look-up ${lookUp.field} ${codes}`, `${lookUp.options.length} found`]];
}
