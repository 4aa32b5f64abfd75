import { actsForClinician } from '../../src/domain/user.ts';
import type { Screen } from './screen.ts';

/** For whom the new referral is made: an admin names a clinician, a clinician refers alone. */
export function responsibleName({ flow, session }: Screen): string {
  const chosen = flow.find.state.draft.referringClinician;
  if (chosen) return chosen.name ?? chosen.sdsUserId;
  return actsForClinician(session.role) ? 'not chosen yet' : session.user.name;
}

/** Nothing on a referral that was opened: e-RS does not say who referred. */
export function responsibleWords(screen: Screen): string | undefined {
  const { step, opened } = screen.flow.state;
  const { phase } = screen.flow.create.state;
  const isNew = step === 'find' || step === 'check';
  const isMadeHere =
    phase.status === 'created' &&
    opened.status === 'open' &&
    opened.referral.ubrn === phase.referral.ubrn;
  return isNew || isMadeHere ? `Referring clinician ${responsibleName(screen)}` : undefined;
}
