import type { Ubrn } from '../../src/domain/ubrn.ts';
import { actsForClinician } from '../../src/domain/user.ts';
import { doubtsOf } from './create-doubt.ts';
import { isMadeHere } from './made-here.ts';
import type { Screen } from './screen.ts';

/** For whom the new referral is made: an admin names a clinician, a clinician refers alone. */
export function responsibleName({ flow, session }: Screen): string {
  const chosen = flow.find.state.draft.referringClinician;
  if (chosen) return chosen.name ?? chosen.sdsUserId;
  return actsForClinician(session.role) ? 'not chosen yet' : session.user.name;
}

/** For the band. */
export function responsibleWords(screen: Screen): string | undefined {
  const name = referrerName(screen);
  return name && `Referring clinician ${name}`;
}

/** Of what is on screen, as it was sent from here; e-RS does not say who referred. */
export function referrerName(screen: Screen): string | undefined {
  const { step, opened } = screen.flow.state;
  if (step === 'find' || step === 'check') {
    return isFindingOut(screen) ? nameInDoubt(screen) : responsibleName(screen);
  }
  return opened.status === 'open' ? nameOnReferral(screen, opened.referral.ubrn) : undefined;
}

function isFindingOut({ flow, memory }: Screen): boolean {
  const isShown = flow.state.step === 'check' || memory.showingLost;
  return isShown && doubtsOf(flow.create.state.phase).length > 0;
}

/** What was sent counts, whatever has been chosen since; of two that differ neither is named. */
function nameInDoubt({ flow: { create, lost } }: Screen): string | undefined {
  const { phase } = create.state;
  const intents =
    phase.status === 'blocked' ? phase.intents : lost.map(({ state }) => state.intent);
  const [first, ...others] = intents;
  const isOne = others.every(({ referrerId }) => referrerId === first?.referrerId);
  return isOne ? (first?.referrerName ?? first?.referrerId) : undefined;
}

function nameOnReferral(screen: Screen, ubrn: Ubrn): string | undefined {
  const { flow } = screen;
  const referrer = flow.state.madeEarlier.find((made) => made.ubrn === ubrn)?.referrer;
  if (referrer) return referrer.name ?? referrer.sdsUserId;
  return isMadeHere(flow, ubrn) ? responsibleName(screen) : undefined;
}
