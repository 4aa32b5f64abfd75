import type { Dialect } from '../core/model.ts';
import { cancel } from './cancelling.ts';
import type { Desks } from './desks.ts';
import {
  awaitingTriage,
  bookedForReview,
  kneeCriteria,
  operate,
  parametersOf,
  reason,
  triageService,
  versionOf,
} from './desks.ts';
import type { Caller, Parameter } from './hscn-caller.ts';
import {
  book,
  coding,
  createBody,
  criteria,
  firstSlot,
  newUbrn,
  shortlist,
} from './hscn-caller.ts';
import type { Ask, Probes } from './probe.ts';

type Stage = (desks: Desks) => Promise<string>;

/** Rejected after it was booked: open again, or not. */
async function rejected(desks: Desks): Promise<string> {
  const ubrn = await bookedForReview(desks);
  const why = reason('rejectionReason', 'APPOINTMENT-CANCELLATION-REASON', 'OTHER');
  await operate(desks.provider, 'ReferralRequest', {
    ubrn,
    name: 'rejectReferral',
    version: versionOf(desks.provider, ubrn),
    body: parametersOf('eRS-RejectReferral-Parameters-1', [why]),
  });
  return ubrn;
}

async function notAttended(desks: Desks): Promise<string> {
  const ubrn = await bookedForReview(desks);
  const change = { ubrn, change: 'did-not-attend' };
  await desks.referrer.control('actions/change-referral', change);
  return ubrn;
}

/** Shortlists the service alone that patients telephone. */
function byTelephone({ referrer }: Desks): Promise<string> {
  const system = 'eRS-ReferralLetterIntention-1';
  const none = coding('intentionToAddReferralLetter', system, 'NOT_INTENDING_TO_ADD');
  return newUbrn(referrer, createBody(['70004'], [none]));
}

const booking =
  (stage: Stage): Ask =>
  async (desks) => {
    const ubrn = await stage(desks);
    const slot = await firstSlot(desks.referrer, true);
    return book(desks.referrer, { ubrn, version: versionOf(desks.referrer, ubrn), slot });
  };

const changing =
  (stage: Stage, name: string, { profile, resource }: { profile: string; resource: object }): Ask =>
  async (desks) => {
    const ubrn = await stage(desks);
    const parts: Parameter[] = [
      { name: 'shortlist', resource },
      { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 },
      coding('intentionToAddReferralLetter', 'eRS-ReferralLetterIntention-1', 'NEED_TO_ADD_LATER'),
    ];
    const version = versionOf(desks.referrer, ubrn);
    const body = parametersOf(profile, parts);
    return operate(desks.referrer, 'ReferralRequest', { ubrn, name, version, body });
  };

const toClinic = (stage: Stage): Ask =>
  changing(stage, 'changeShortlist', {
    profile: 'eRS-ChangeShortlist-Parameters-1',
    resource: shortlist(['70002'], criteria()),
  });

const toTriage = (stage: Stage): Ask =>
  changing(stage, 'changeShortlistAndSendForTriage', {
    profile: 'eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1',
    resource: shortlist([triageService], kneeCriteria()),
  });

const actions =
  (stage: Stage, side: 'referrer' | 'provider' = 'referrer'): Ask =>
  async (desks) => {
    const ubrn = await stage(desks);
    const caller: Caller = desks[side];
    const focus = `ReferralRequest/${ubrn}/_history/${versionOf(caller, ubrn)}`;
    const query = new URLSearchParams({ focus, intent: 'proposal', status: 'ready' });
    return caller.call(`/Task?${query}`);
  };

const cancelledBeforeTriage: Ask = async (desks) => {
  const ubrn = await awaitingTriage(desks);
  const why = reason('cancellationReason', 'REFERRAL-CANCELLATION-REASON', 'PATIENT_DIED');
  return cancel(desks.provider, ubrn, [why]);
};

const progressOf = (stage: Stage) => ({
  A016: booking(stage),
  A029: actions(stage),
  A031: toClinic(stage),
  A032: toTriage(stage),
});

/** What each side may do in which state. */
export const progressProbes: Readonly<Record<Dialect, Probes>> = {
  hscn: {
    appointmentNeedsBookable: { A016: booking(byTelephone) },
    closedAfterNonAttendance: { A016: booking(notAttended) },
    rebookAfterCancellation: { A016: booking(rejected) },
  },
  'api-platform': {
    appointmentNeedsBookable: { A016: booking(byTelephone), A029: actions(byTelephone) },
    closedAfterNonAttendance: progressOf(notAttended),
    providerCancelsWhatItHolds: {
      A029: actions(awaitingTriage, 'provider'),
      A036: cancelledBeforeTriage,
    },
    rebookAfterCancellation: progressOf(rejected),
  },
};
