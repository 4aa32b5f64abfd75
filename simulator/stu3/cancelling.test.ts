import { describe, expect, it } from 'vitest';
import type { Action } from '../core/actions.ts';
import type { Put } from '../test/cancelling.ts';
import { cancel, cancelBooking } from '../test/cancelling.ts';
import type { Desks } from '../test/desks.ts';
import {
  actionsFor,
  addLetter,
  awaitingTriage,
  bookedForReview,
  holdings,
  kneeCriteria,
  listed,
  openDesks,
  operate,
  parametersOf,
  reason,
  text,
  triageService,
  versionOf,
} from '../test/desks.ts';
import type { Caller, Parameter } from '../test/hscn-caller.ts';
import {
  book,
  coding,
  create,
  createBody,
  criteria,
  firstSlot,
  newUbrn,
  printPatientLetter,
  shortlist,
} from '../test/hscn-caller.ts';

const ALL_TO_PROGRESS: readonly Action[] = [
  'CREATE_APPOINTMENT',
  'CHANGE_SHORTLIST',
  'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE',
  'CANCEL_REFERRAL',
];

const referralReason = (code: string): Parameter =>
  reason('cancellationReason', 'REFERRAL-CANCELLATION-REASON', code);

interface Change {
  ids: string[];
  name?: string;
  priority?: string;
  intention?: string;
}

function change(caller: Caller, ubrn: string, wanted: Change) {
  const { ids, name = 'changeShortlist', intention = 'NEED_TO_ADD_LATER' } = wanted;
  const knee = ids.includes(triageService);
  const urgency = coding('priority', 'eRS-Priority-1', wanted.priority ?? 'ROUTINE');
  const profile = {
    changeShortlist: 'eRS-ChangeShortlist-Parameters-1',
    changeShortlistAndSendForTriage: 'eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1',
  }[name];
  return operate(caller, 'ReferralRequest', {
    ubrn,
    name,
    version: versionOf(caller, ubrn),
    body: parametersOf(profile ?? '', [
      {
        name: 'shortlist',
        resource: shortlist(ids, knee ? kneeCriteria() : criteria([urgency])),
      },
      { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 },
      coding('intentionToAddReferralLetter', 'eRS-ReferralLetterIntention-1', intention),
    ]),
  });
}

describe('A034 cancels what was booked directly', () => {
  it('steps both versions, frees the slot and opens the referral again', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, simulator } = desks;
    const ubrn = await bookedForReview(desks);
    const version = versionOf(referrer, ubrn);
    expect(await actionsFor(referrer, ubrn)).toEqual([
      'CANCEL_DIRECTLY_BOOKED_APPOINTMENT',
      'CANCEL_REFERRAL',
    ]);
    const answer = await cancelBooking(referrer, ubrn);
    expect(answer.headers.get('ETag')).toBe('W/"1"');
    expect(answer.body.incomingReferral[0]?.reference).toBe(
      `ReferralRequest/${ubrn}/_history/${version + 1}`,
    );
    const referral = simulator.core.referrals.get(ubrn);
    expect(referral).toMatchObject({ state: 'APPT_CANCELLED_BY_PATIENT', version: version + 1 });
    expect(await actionsFor(referrer, ubrn)).toEqual(ALL_TO_PROGRESS);
    const slot = await firstSlot(referrer, true);
    expect((await book(referrer, { ubrn, version: version + 1, slot })).status).toBe(201);
    expect(simulator.core.referrals.get(ubrn)?.appointment?.id).not.toBe(answer.body.id);
  });

  it('refuses another reason, no comment, another status, version or referral', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, simulator } = desks;
    const ubrn = await bookedForReview(desks);
    const before = holdings(simulator);
    const code = async (put: Put) => (await cancelBooking(referrer, ubrn, put)).code;
    expect(await code({ code: 'INTEND_PRIVATE' })).toBe('INAPPROPRIATE_VALUE');
    expect(await code({ code: 'OTHER' })).toBe('INAPPROPRIATE_VALUE');
    expect(await code({ code: 'PATIENT_APPOINTMENT_CLASH' })).toBe('INAPPROPRIATE_VALUE');
    expect(await code({ code: 'PATIENT_OTHER_ENGAGEMENT' })).toBe('MISSING_VALUE');
    expect(await code({ fields: { status: 'booked' } })).toBe('INVALID_VALUE');
    expect(await code({ fields: { start: '2026-10-20T09:00:00Z' } })).toBe('UNEXPECTED_FIELD');
    expect(await code({ fields: { reason: [{ coding: [{ code: 'X' }] }] } })).toBe('INVALID_VALUE');
    const stale = { incomingReferral: [{ reference: `ReferralRequest/${ubrn}/_history/3` }] };
    expect(await code({ fields: stale })).toBe('INVALID_VALUE');
    expect((await cancelBooking(referrer, ubrn, { version: 7 })).status).toBe(409);
    expect(holdings(simulator)).toBe(before);
  });

  it('refuses a telephone booking, a proposal and an appointment of the past', async () => {
    const desks = await openDesks('api-platform');
    const { referrer } = desks;
    const ubrn = await bookedForReview(desks);
    await referrer.control('clock', { now: '2027-06-01T09:00:00Z' }, 'PUT');
    expect((await cancelBooking(referrer, ubrn)).code).toBe('INVALID_REQUEST_STATE');
    const [earlier, phoned] = [await awaitingTriage(desks), await newUbrn(referrer)];
    expect((await cancelBooking(referrer, earlier)).code).toBe('INVALID_REQUEST_STATE');
    const change = 'book-by-telephone';
    await referrer.control('actions/change-referral', { ubrn: phoned, change });
    expect((await cancelBooking(referrer, phoned)).code).toBe('INVALID_REQUEST_STATE');
  });

  it('tells what the PAS said, and keeps the booking', async () => {
    const desks = await openDesks('api-platform');
    const ubrn = await bookedForReview(desks);
    const before = holdings(desks.simulator);
    const status = async (next: string) => {
      Object.assign(desks.simulator.core.pas, { next });
      return (await cancelBooking(desks.referrer, ubrn)).status;
    };
    expect([await status('error'), await status('not-responding')]).toEqual([502, 504]);
    expect(await status('slot-gone')).toBe(422);
    expect(holdings(desks.simulator)).toBe(before);
  });
});

describe('A036 cancels a referral for ever', () => {
  it('with its booking, which it answers', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, provider } = desks;
    const ubrn = await bookedForReview(desks);
    const {
      status,
      headers,
      text: answer,
    } = await cancel(referrer, ubrn, [referralReason('INTEND_PRIVATE')]);
    expect(status).toBe(200);
    expect(headers.get('ETag')).toBeNull();
    expect(answer).toContain('updatedAppointment');
    expect(desks.simulator.core.referrals.get(ubrn)).toMatchObject({
      state: 'CANCELLED_REFERRAL',
      appointment: { status: 'cancelled' },
      cancellation: { reason: 'INTEND_PRIVATE' },
    });
    expect(await actionsFor(referrer, ubrn)).toEqual([]);
    const again = await cancel(provider, ubrn, [referralReason('PATIENT_DIED')]);
    expect(again.code).toBe('INVALID_REQUEST_STATE');
    expect((await change(referrer, ubrn, { ids: ['70002'] })).code).toBe('INVALID_REQUEST_STATE');
  });

  it('without an appointment in the answer when none was cancelled', async () => {
    const desks = await openDesks('api-platform');
    const { referrer } = desks;
    const ubrn = await newUbrn(referrer);
    const answer = await cancel(referrer, ubrn, [referralReason('RAISED_IN_ERROR')]);
    expect(answer.text).not.toContain('updatedAppointment');
    expect(await listed(referrer, 'ASSESSMENT_RETURNED_CANCELLED_DNA')).toEqual([]);
  });

  it('by the provider of what it triaged with a reason of triage, and tells the referrer', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, provider } = desks;
    const ubrn = await awaitingTriage(desks);
    const ended = [referralReason('TRIAGE_ENDED')];
    expect((await cancel(provider, ubrn, ended)).code).toBe('INVALID_REQUEST_STATE');
    const profile = 'eRS-RecordReviewOutcome-Parameters-1';
    await operate(provider, 'ReferralRequest', {
      ubrn,
      name: 'recordReviewOutcome',
      version: versionOf(provider, ubrn),
      body: parametersOf(profile, [
        coding('reviewOutcome', 'eRS-ReviewOutcome-1', 'ACCEPT_REFER_BOOK_LATER'),
        text('reviewComments', 'Book'),
        coding('reviewPriority', 'eRS-Priority-1', 'ROUTINE'),
      ]),
    });
    expect(await actionsFor(provider, ubrn)).toEqual(['CANCEL_REFERRAL']);
    const wrong = await cancel(provider, ubrn, [referralReason('PATIENT_DIED')]);
    expect(wrong.code).toBe('INAPPROPRIATE_VALUE');
    expect((await cancel(provider, ubrn, ended)).status).toBe(200);
    expect(await listed(referrer, 'ASSESSMENT_RETURNED_CANCELLED_DNA')).toEqual([ubrn]);
  });

  it('refuses a reason of the other side, of none, and without its comment', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, provider } = desks;
    const ubrn = await bookedForReview(desks);
    const before = holdings(desks.simulator);
    const code = async (caller: Caller, parts: Parameter[]) =>
      (await cancel(caller, ubrn, parts)).code;
    expect(await code(referrer, [])).toBe('MISSING_VALUE');
    expect(await code(referrer, [referralReason('NO_SUCH')])).toBe('INAPPROPRIATE_VALUE');
    expect(await code(referrer, [referralReason('BOOKED_OUTSIDE_CAB')])).toBe(
      'INAPPROPRIATE_VALUE',
    );
    expect(await code(provider, [referralReason('TRIAGE_ENDED')])).toBe('INAPPROPRIATE_VALUE');
    const other = referralReason('PATIENT_REQUEST_CANCELLATION_OTHER');
    expect(await code(referrer, [other])).toBe('MISSING_VALUE');
    expect(holdings(desks.simulator)).toBe(before);
    expect(await code(referrer, [other, text('cancellationComments', 'Moved')])).toBeUndefined();
  });
});

describe('A031 and A032 change the shortlist of what is unbooked', () => {
  const booked = async (desks: Desks) => {
    const ubrn = await bookedForReview(desks);
    return { ubrn, caller: desks.referrer };
  };

  it('A031 replaces it, with the priority of the new criteria', async () => {
    const { referrer, simulator } = await openDesks('api-platform');
    const ubrn = await newUbrn(referrer, createBody(['70001']));
    const wanted = { ids: ['70002', '70003'], priority: 'URGENT' };
    const { status, headers } = await change(referrer, ubrn, wanted);
    expect(status).toBe(200);
    expect(headers.get('ETag')).toBe('W/"4"');
    expect(simulator.core.referrals.get(ubrn)).toMatchObject({
      shortlist: ['70002', '70003'],
      priority: 'URGENT',
      state: 'NOT_BOOKED',
    });
  });

  it('A031 needs no letter announced once there is one', async () => {
    const { referrer } = await openDesks('api-platform');
    const ubrn = await newUbrn(referrer);
    const wanted = { ids: ['70002'], intention: 'NOT_INTENDING_TO_ADD' };
    expect((await change(referrer, ubrn, wanted)).code).toBe('INAPPROPRIATE_VALUE');
    await addLetter(referrer, ubrn);
    expect((await change(referrer, ubrn, wanted)).status).toBe(200);
  });

  it('A031 waits until the booking is cancelled, and then takes it off', async () => {
    const desks = await openDesks('api-platform');
    const { ubrn, caller } = await booked(desks);
    expect((await change(caller, ubrn, { ids: ['70001'] })).code).toBe('INVALID_REQUEST_STATE');
    await cancelBooking(caller, ubrn);
    expect((await change(caller, ubrn, { ids: ['70001'] })).status).toBe(200);
    expect(desks.simulator.core.referrals.get(ubrn)?.appointment).toBeUndefined();
  });

  it('A031 refuses it after a cancelled booking when only NOT_BOOKED is unbooked', async () => {
    const desks = await openDesks('api-platform');
    const { ubrn, caller } = await booked(desks);
    await cancelBooking(caller, ubrn);
    desks.simulator.core.switches.rebookAfterCancellation = false;
    expect((await change(caller, ubrn, { ids: ['70001'] })).code).toBe('INVALID_REQUEST_STATE');
    expect(await actionsFor(caller, ubrn)).toEqual(['CANCEL_REFERRAL']);
  });

  it.each<[string, string[], string]>([
    ['no service', [], 'MISSING_VALUE'],
    ['a service twice', ['70001', '70001'], 'DUPLICATE_SERVICE'],
    ['a service the criteria do not find', ['70131'], 'SHORTLISTED_SERVICE_NOT_IN_RESULTS'],
    ['more than 20', Array.from({ length: 21 }, (_, n) => String(70_100 + n)), 'TOO_MANY_ITEMS'],
  ])('A031 refuses %s', async (_title, ids, code) => {
    const { referrer, simulator } = await openDesks('api-platform');
    const ubrn = await newUbrn(referrer);
    const before = holdings(simulator);
    expect((await change(referrer, ubrn, { ids })).code).toBe(code);
    expect(holdings(simulator)).toBe(before);
  });

  it('A032 sends the referral to one triage service at once', async () => {
    const desks = await openDesks('api-platform');
    const { referrer, simulator } = desks;
    const ubrn = await newUbrn(referrer);
    await addLetter(referrer, ubrn);
    const name = 'changeShortlistAndSendForTriage';
    const two = await change(referrer, ubrn, { ids: [triageService, '70364'], name });
    expect(two.code).toBe('TOO_MANY_ITEMS');
    expect((await change(referrer, ubrn, { ids: ['70001'], name })).code).toBe(
      'INAPPROPRIATE_VALUE',
    );
    const sent = await change(referrer, ubrn, { ids: [triageService], name });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('createdAppointment');
    expect(simulator.core.referrals.get(ubrn)?.state).toBe('AWAITING_TRIAGE');
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([ubrn]);
  });
});

it.each<[string, string, string | undefined]>([
  ['of today', '2026-10-16T09:00:00.000Z', undefined],
  ['of the future', '2026-10-16T10:00:00.000Z', 'INVALID_VALUE'],
  ['of more than a year ago', '2025-10-15T09:00:00.000Z', 'INVALID_VALUE'],
])('A011 on the platform with a start of the pathway %s', async (_title, valueInstant, code) => {
  const { referrer } = await openDesks('api-platform');
  const start = { name: 'eReferralPathwayStart', valueInstant };
  expect((await create(referrer, createBody(['70002'], [start]))).code).toBe(code);
});

it('A019 on the platform prints what is booked, and nothing of a cancelled referral', async () => {
  const desks = await openDesks('api-platform');
  const ubrn = await bookedForReview(desks);
  expect((await printPatientLetter(desks.referrer, ubrn)).status).toBe(200);
  await cancel(desks.referrer, ubrn, [referralReason('INTEND_PRIVATE')]);
  const refused = await printPatientLetter(desks.referrer, ubrn);
  expect(refused.code).toBe('INVALID_REQUEST_STATE');
});
