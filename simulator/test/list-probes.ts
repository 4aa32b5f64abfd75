import type { Dialect } from '../core/model.ts';
import { cancelBooking } from './cancelling.ts';
import type { Desks } from './desks.ts';
import {
  addLetter,
  awaitingTriage,
  bookedForReview,
  fetchList,
  operate,
  parametersOf,
  priority,
  reason,
  text,
  triageBody,
  versionOf,
} from './desks.ts';
import { reviewing } from './error-codes/ask.ts';
import { coding, createBody, defer, newUbrn } from './hscn-caller.ts';
import type { Ask, Probes } from './probe.ts';
import { unbookable } from './stages.ts';

type Stage = (desks: Desks) => Promise<string>;

const listing =
  (side: 'referrer' | 'provider', list: string, stage: Stage): Ask =>
  async (desks) => {
    await stage(desks);
    return fetchList(desks[side], list);
  };

const reading =
  (side: 'referrer' | 'provider', stage: Stage): Ask =>
  async (desks) =>
    desks[side].call(`/ReferralRequest/${await stage(desks)}`);

/** Sent for triage by A021, and no letter yet. */
async function withoutLetter({ referrer }: Desks): Promise<string> {
  const path = '/ReferralRequest/$ers.createReferralAndSendForTriage';
  return (await referrer.call(path, { body: triageBody() })).body.id;
}

/** Accepted, and then the letter was another. */
async function letterChanged(desks: Desks): Promise<string> {
  const ubrn = await bookedForReview(desks);
  const version = versionOf(desks.provider, ubrn);
  await operate(desks.provider, 'ReferralRequest', { ubrn, name: 'acceptReferral', version });
  await addLetter(desks.referrer, ubrn, 'new.pdf');
  return ubrn;
}

/** Deferred on the day given, its letter still to come. */
const deferredOn =
  (from: string, until = from): Stage =>
  async ({ referrer }) => {
    await referrer.control('clock', { now: from }, 'PUT');
    const ubrn = await newUbrn(referrer, createBody(['70002']));
    const why = { reason: 'BOOKING_ATTEMPT_PROBLEM' };
    await defer(referrer, { ubrn, version: 3, serviceId: '70002' }, why);
    await referrer.control('clock', { now: until }, 'PUT');
    return ubrn;
  };

/** Booked by telephone, and no letter was ever intended. */
async function letterless(desks: Desks): Promise<string> {
  const ubrn = await unbookable(desks);
  await desks.referrer.control('actions/change-referral', { ubrn, change: 'book-by-telephone' });
  return ubrn;
}

const accepted = parametersOf('eRS-RecordReviewOutcome-Parameters-1', [
  coding('reviewOutcome', 'eRS-ReviewOutcome-1', 'ACCEPT_REFER_BOOK_LATER'),
  text('reviewComments', 'Book the knee clinic'),
  priority('reviewPriority', 'ROUTINE'),
]);

const recordedOutcome = reviewing(awaitingTriage, { name: 'recordReviewOutcome', body: accepted });

async function triaged(desks: Desks): Promise<string> {
  return (await recordedOutcome(desks)).body.id;
}

async function cancelled(desks: Desks): Promise<string> {
  const ubrn = await bookedForReview(desks);
  await cancelBooking(desks.referrer, ubrn);
  return ubrn;
}

async function printed(desks: Desks): Promise<string> {
  const ubrn = await awaitingTriage(desks);
  await operate(desks.provider, 'ReferralRequest', { ubrn, name: 'generateCRI' });
  return ubrn;
}

const rejection = parametersOf('eRS-RejectReferral-Parameters-1', [
  reason('rejectionReason', 'APPOINTMENT-CANCELLATION-REASON', 'OTHER'),
]);

const laterIn: Readonly<Record<Dialect, { name: string; profile: string }>> = {
  hscn: {
    name: 'CancelAppointmentActionLater',
    profile: 'eRS-cancelAppointmentActionLater-Operation-1',
  },
  'api-platform': {
    name: 'cancelAppointmentActionLater',
    profile: 'eRS-cancelAppointmentActionLater-Parameters-1',
  },
};

/** What a provider may do with a booking that waits for its review. */
function reviewsOf(dialect: Dialect, stage: Stage) {
  const { name, profile } = laterIn[dialect];
  return {
    A013: reviewing(stage, { name: 'acceptReferral' }),
    A014: reviewing(stage, { name: 'rejectReferral', body: rejection }),
    A022: reviewing(stage, {
      name,
      body: parametersOf(profile, [text('comments', 'Later')]),
    }),
  };
}

const inBoth = (dialect: Dialect): Probes => ({
  bankHolidaysAreWorkingDays: {
    A008: listing('provider', 'APPOINTMENT_SLOT_ISSUES', deferredOn('2026-12-01T09:30:00Z')),
  },
  changedLetterReviewedAgain: {
    A008: listing('provider', 'REFERRALS_FOR_REVIEW', letterChanged),
    ...reviewsOf(dialect, letterChanged),
  },
  letterDueInThreeDays: {
    A008: listing(
      'provider',
      'APPOINTMENT_SLOT_ISSUES',
      deferredOn('2026-10-16T09:30:00Z', '2026-10-21T09:30:00Z'),
    ),
  },
  otherSidesListIs422: { A008: listing('provider', 'AWAITING_BOOKING', bookedForReview) },
  printingKeepsVersion: { A005: reading('provider', printed) },
  providerReadsWithLetter: {
    A005: reading('provider', withoutLetter),
    A007: reviewing(withoutLetter, { name: 'generateCRI' }),
  },
  reviewNeedsLetter: reviewsOf(dialect, letterless),
  triageListedWithLetter: { A008: listing('provider', 'REFERRALS_FOR_REVIEW', withoutLetter) },
});

/** What is on which list, and what a provider sees and reviews. */
export const listProbes: Readonly<Record<Dialect, Probes>> = {
  hscn: {
    ...inBoth('hscn'),
    etagOnReview: { A022: reviewsOf('hscn', bookedForReview).A022, A028: recordedOutcome },
  },
  'api-platform': {
    ...inBoth('api-platform'),
    cancelledByPatient: {
      A005: reading('referrer', cancelled),
      A008: listing('referrer', 'AWAITING_BOOKING', cancelled),
    },
    triagedAwaitsBooking: { A008: listing('referrer', 'AWAITING_BOOKING', triaged) },
  },
};
