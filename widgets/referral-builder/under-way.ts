import type { Instant } from '../../src/domain/instant.ts';
import { scanLook } from '../../src/domain/scan-look.ts';
import type { ReferPatientFlow, ReferPatientState } from '../../src/flows/refer-patient.ts';

/** Since when the thing on screen that takes time has been going on. */
export function underWaySince(flow: ReferPatientFlow, now: Instant): Instant | undefined {
  const { state, find, create, letters, patientLetter } = flow;
  if (state.opened.status === 'opening') return state.opened.since;
  const { search, lists } = find.state;
  switch (state.step) {
    case 'find':
      if (search.status === 'searching') return search.since;
      return lists.status === 'loading' ? lists.since : quietSince(flow, now);
    case 'check':
      return sinceOf(create.state.phase) ?? quietSince(flow, now);
    case 'letters':
      return sinceOf(letters?.state.phase) ?? sinceOf(patientLetter?.state) ?? scanSince(state);
    case 'record':
      return sinceOf(patientLetter?.state) ?? scanSince(state);
    case 'book':
      return undefined;
  }
}

/** While a create may still come of itself, what can be said of it changes with the clock. */
function quietSince({ lost }: ReferPatientFlow, now: Instant): Instant | undefined {
  return lost.find(({ state }) => now < state.noneFrom)?.state.intent.sentAt;
}

/** While a file is being scanned, the time of the next look comes nearer. */
function scanSince({ opened }: ReferPatientState): Instant | undefined {
  if (opened.status !== 'open') return undefined;
  return scanLook(opened.referral.letters, opened.at, undefined) && opened.at;
}

type Phase = { status: string; since?: Instant };

function sinceOf(phase: Phase | undefined): Instant | undefined {
  return phase?.since;
}
