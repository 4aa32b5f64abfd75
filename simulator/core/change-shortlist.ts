import { allowedActions } from './actions.ts';
import type { Action } from './actions.ts';
import type { Core } from './core.ts';
import type { Appointment, Caller, Referral } from './model.ts';
import { referablePatient } from './people.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { checkCriteria } from './search-services.ts';
import { onlyTriageService, putForTriage } from './send-for-triage.ts';
import type { WantedShortlist } from './shortlist.ts';
import { checkLetterIntent, checkShortlistSize, shortlistedServices } from './shortlist.ts';

export interface ShortlistChange extends WantedShortlist {
  letterIntent: Referral['letterIntent'];
}

interface Change {
  referral: Referral;
  wanted: ShortlistChange;
}

function checkChange(core: Core, caller: Caller, { referral, wanted }: Change): void {
  checkShortlistSize(wanted.shortlist);
  const patient = referablePatient(core, referral.patient);
  checkCriteria(core, wanted.criteria);
  const services = shortlistedServices(core, wanted, patient);
  const { letterIntent } = wanted;
  const plan = { letterIntent, hasLetter: referral.letters.length > 0 };
  checkLetterIntent(core, caller, { services, plan });
}

function requireAction(core: Core, caller: Caller, asked: { referral: Referral; action: Action }) {
  if (allowedActions(core, asked.referral, caller).includes(asked.action)) return;
  refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not an unbooked request.');
}

/** The new shortlist; what was booked or proposed before is over. */
function replaceShortlist({ referral, wanted }: Change): void {
  referral.shortlist = wanted.shortlist;
  referral.criteria = wanted.criteria;
  referral.priority = wanted.criteria.priority;
  referral.letterIntent = wanted.letterIntent;
  referral.state = 'NOT_BOOKED';
  delete referral.appointment;
  delete referral.review;
}

/** A031. */
export function changeShortlist(core: Core, caller: Caller, change: Change): void {
  requireAction(core, caller, { referral: change.referral, action: 'CHANGE_SHORTLIST' });
  checkChange(core, caller, change);
  replaceShortlist(change);
  record(core, change.referral, {
    step: versionSteps.shortlist,
    event: 'shortlist changed',
    by: caller.userId,
  });
}

/** A032: one triage service, and the referral goes to it at once. */
export function changeShortlistAndSendForTriage(
  core: Core,
  caller: Caller,
  change: Change,
): Appointment {
  const action = 'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE';
  requireAction(core, caller, { referral: change.referral, action });
  const service = onlyTriageService(core, change.wanted.shortlist);
  checkChange(core, caller, change);
  replaceShortlist(change);
  const appointment = putForTriage(core, change.referral, service);
  record(core, change.referral, {
    step: versionSteps.shortlist,
    event: 'shortlist changed, sent for triage',
    by: caller.userId,
  });
  return appointment;
}
