import type { Ubrn } from '../../src/domain/ubrn.ts';
import { actsForClinician, type Clinician } from '../../src/domain/user.ts';
import { doubtsOf } from './create-doubt.ts';
import type { Screen } from './screen.ts';

/** For whom the new referral is made: an admin names a clinician, a clinician refers alone. */
export function responsibleName({ flow, session }: Screen): string {
  const chosen = flow.find.state.draft.referringClinician;
  if (chosen) return chosen.name ?? chosen.sdsUserId;
  return actsForClinician(session.role) ? 'not chosen yet' : session.user.name;
}

/** By the name that is known here for this very id; else by the id. */
export function clinicianName({ flow, session }: Screen, { sdsUserId, name }: Clinician): string {
  const known = [session.user, flow.find.state.draft.referringClinician];
  return name ?? known.find((who) => who?.sdsUserId === sdsUserId)?.name ?? sdsUserId;
}

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
function nameInDoubt(screen: Screen): string | undefined {
  const { create, lost } = screen.flow;
  const { phase } = create.state;
  const intents =
    phase.status === 'blocked' ? phase.intents : lost.map(({ state }) => state.intent);
  const [first, ...others] = intents;
  const sdsUserId = first?.referrerId;
  if (!sdsUserId || others.some(({ referrerId }) => referrerId !== sdsUserId)) return undefined;
  return clinicianName(screen, { sdsUserId, name: first.referrerName });
}

function nameOnReferral(screen: Screen, ubrn: Ubrn): string | undefined {
  const { state, create } = screen.flow;
  const referrer = state.madeEarlier.find((made) => made.ubrn === ubrn)?.referrer;
  if (referrer) return clinicianName(screen, referrer);
  const { phase } = create.state;
  const isMadeHere = phase.status === 'created' && phase.referral.ubrn === ubrn;
  return isMadeHere ? responsibleName(screen) : undefined;
}
