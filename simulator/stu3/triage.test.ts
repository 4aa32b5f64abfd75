import { describe, expect, it } from 'vitest';
import {
  actionsFor,
  addLetter,
  awaitingTriage,
  bookedForReview,
  dialects,
  holdings,
  listed,
  openDesks,
  operate,
  parametersOf,
  priority,
  providerFile,
  text,
  triageBody,
  triageService,
  uploaded,
  versionOf,
} from '../test/desks.ts';
import type { Caller, Parameter } from '../test/hscn-caller.ts';
import {
  coding,
  create,
  createBody,
  defer,
  newUbrn,
  read,
  shortlist,
} from '../test/hscn-caller.ts';

const outcome = (code: string): Parameter => coding('reviewOutcome', 'eRS-ReviewOutcome-1', code);
const ACCEPT = outcome('ACCEPT_REFER_BOOK_LATER');
const RETURN = outcome('RETURN_TO_REFERRER_WITH_ADVICE');
const COMMENT = text('reviewComments', 'As agreed');
const ROUTINE = priority('reviewPriority', 'ROUTINE');
const createPath = '/ReferralRequest/$ers.createReferralAndSendForTriage';

function review(provider: Caller, ubrn: string, parts: Parameter[]) {
  return operate(provider, 'ReferralRequest', {
    ubrn,
    name: 'recordReviewOutcome',
    version: versionOf(provider, ubrn),
    body: parametersOf('eRS-RecordReviewOutcome-Parameters-1', parts),
  });
}

describe.each(dialects)('triage, %s', (dialect) => {
  it('A021 makes a referral that waits for the triage, at version 3', async () => {
    const { referrer, simulator } = await openDesks(dialect);
    const { status, headers, body } = await referrer.call(createPath, { body: triageBody() });
    expect(status).toBe(201);
    expect(headers.get('ETag')).toBe('W/"3"');
    expect(simulator.core.referrals.get(body.id)).toMatchObject({
      state: 'AWAITING_TRIAGE',
      version: 3,
      appointment: { status: 'proposed', reason: 'TRIAGE', serviceId: triageService, version: 1 },
    });
  });

  it('A021 refuses another intention, a reminder, a clinic and two services', async () => {
    const { referrer, simulator } = await openDesks(dialect);
    const codes = async (extra: Parameter[]) =>
      (await referrer.call(createPath, { body: triageBody(extra) })).code;
    const intention = 'intentionToAddReferralLetter';
    const none = coding(intention, 'eRS-ReferralLetterIntention-1', 'NOT_INTENDING_TO_ADD');
    const listing = (ids: string[]): Parameter => ({ name: 'shortlist', resource: shortlist(ids) });
    const replaced = (part: Parameter) =>
      triageBody().parameter.map((one) => (one.name === part.name ? part : one));
    const codeWith = async (part: Parameter) => {
      const profile = 'eRS-CreateReferralAndSendForTriage-Parameters-1';
      return (await referrer.call(createPath, { body: parametersOf(profile, replaced(part)) }))
        .code;
    };
    expect(await codes([])).toBeUndefined();
    const before = holdings(simulator);
    expect(await codeWith(none)).toBe('INAPPROPRIATE_VALUE');
    expect(await codeWith({ name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 7 })).toBe(
      'INAPPROPRIATE_VALUE',
    );
    expect(await codeWith(listing(['70002']))).toBe('INAPPROPRIATE_VALUE');
    expect(await codeWith(listing([triageService, '70002']))).toBe('TOO_MANY_ITEMS');
    expect(holdings(simulator)).toBe(before);
  });

  it('is for review once its letter is there, and may then be reviewed', async () => {
    const { referrer, provider } = await openDesks(dialect);
    const { body } = await referrer.call(createPath, { body: triageBody() });
    const ubrn = body.id;
    expect(await listed(provider, 'REFERRALS_FOR_REVIEW')).toEqual([]);
    expect(await actionsFor(provider, ubrn)).toEqual([]);
    expect((await read(provider, ubrn)).code).toBe('INVALID_REQUEST_STATE');
    expect((await review(provider, ubrn, [ACCEPT, COMMENT, ROUTINE])).code).toBe(
      'INVALID_REQUEST_STATE',
    );
    await addLetter(referrer, ubrn);
    expect(await listed(provider, 'REFERRALS_FOR_REVIEW')).toEqual([ubrn]);
    expect(await actionsFor(provider, ubrn)).toEqual(['RECORD_REVIEW_OUTCOME']);
    provider.simulator.core.workgroups.set(`021600551011/${triageService}`, false);
    expect(await actionsFor(provider, ubrn)).toEqual([]);
  });

  it('A028 accepts, with another priority and a file', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await awaitingTriage(desks);
    const url = await uploaded(desks.provider, ubrn, 'plan.pdf');
    const file = providerFile('reviewAttachmentFile', 'PROVIDER', url);
    const urgent = priority('reviewPriority', 'URGENT');
    const answer = await review(desks.provider, ubrn, [ACCEPT, COMMENT, urgent, file]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ETag')).toBe(`W/"${versionOf(desks.provider, ubrn)}"`);
    expect(desks.simulator.core.referrals.get(ubrn)).toMatchObject({
      state: 'TRIAGED_PROVIDER_TO_ACTION',
      priority: 'URGENT',
      appointment: { reason: 'ACCEPT_REFER_BOOK_LATER', comment: 'As agreed', version: 2 },
    });
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([]);
    expect((await review(desks.provider, ubrn, [RETURN, COMMENT])).code).toBe(
      'INVALID_REQUEST_STATE',
    );
  });

  it('A028 returns with advice, and the referrer may go on', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await awaitingTriage(desks);
    expect((await review(desks.provider, ubrn, [RETURN, COMMENT])).status).toBe(200);
    expect(desks.simulator.core.referrals.get(ubrn)?.state).toBe('TRIAGE_RESPONSE');
  });

  it('A028 says what is wrong, and changes nothing', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await awaitingTriage(desks);
    const other = await awaitingTriage(desks);
    const foreign = await uploaded(desks.provider, other, 'a.pdf');
    const double = await uploaded(desks.provider, ubrn, 'letter.pdf');
    const before = holdings(desks.simulator);
    const codes = async (...parts: Parameter[]) => (await review(desks.provider, ubrn, parts)).code;
    const file = (url: string, type = 'PROVIDER') =>
      providerFile('reviewAttachmentFile', type, url);
    expect(await codes(COMMENT)).toBe('MISSING_VALUE');
    expect(await codes(RETURN)).toBe('MISSING_VALUE');
    expect(await codes(outcome('CANCEL_APPOINTMENT_ACTION_LATER'), COMMENT)).toBe(
      'INAPPROPRIATE_VALUE',
    );
    expect(await codes(ACCEPT, COMMENT)).toBe('VALUE_IS_REQUIRED');
    expect(await codes(RETURN, COMMENT, priority('reviewPriority', 'URGENT'))).toBe(
      'PRIORITY_NOT_CURRENT',
    );
    expect(await codes(RETURN, text('reviewComments', 'x'.repeat(2_001)))).toBe('INVALID_VALUE');
    expect(await codes(RETURN, COMMENT, file(foreign))).toBe('REFERENCE_NOT_FOUND');
    expect(await codes(RETURN, COMMENT, file(double))).toBe('DUPLICATE_FILENAME');
    expect(await codes(RETURN, COMMENT, file(double, 'REFERRER'))).toBe('INAPPROPRIATE_VALUE');
    expect(holdings(desks.simulator)).toBe(before);
  });

  it('A028 is for deferrals too, and not for bookings', async () => {
    const desks = await openDesks(dialect);
    const { referrer, provider } = desks;
    const booked = await bookedForReview(desks);
    expect((await review(provider, booked, [RETURN, COMMENT])).code).toBe('INVALID_REQUEST_STATE');
    const ubrn = await newUbrn(referrer, createBody(['70002']));
    await referrer.control('actions/empty-service', { serviceId: '70002' });
    const reason = { reason: 'NO_SLOTS_AT_SERVICE' };
    await defer(referrer, { ubrn, version: 3, serviceId: '70002' }, reason);
    expect(await listed(provider, 'APPOINTMENT_SLOT_ISSUES')).toEqual([ubrn]);
    expect(await actionsFor(provider, ubrn)).not.toContain('RECORD_REVIEW_OUTCOME');
    await addLetter(referrer, ubrn);
    expect(await actionsFor(provider, ubrn)).toContain('RECORD_REVIEW_OUTCOME');
    expect((await review(provider, ubrn, [ACCEPT, COMMENT, ROUTINE])).status).toBe(200);
    expect(await listed(provider, 'APPOINTMENT_SLOT_ISSUES')).toEqual([]);
  });

  it('A029 names what it lacks, and only the current version', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await awaitingTriage(desks);
    const version = versionOf(desks.provider, ubrn);
    const focus = `ReferralRequest/${ubrn}/_history/${version}`;
    const codes = async (query: Record<string, string>) =>
      (await desks.provider.call(`/Task?${new URLSearchParams(query)}`)).code;
    const rest = { intent: 'proposal', status: 'ready' };
    expect(await codes(rest)).toBe('MISSING_PARAMETER');
    expect(await codes({ focus })).toBe('MISSING_PARAMETER');
    expect(await codes({ focus, ...rest, intent: 'order' })).toBe('INVALID_VALUE');
    expect(await codes({ ...rest, focus: ubrn })).toBe('INVALID_VALUE');
    expect(await codes({ ...rest, focus: focus.replace(ubrn, '000000000009') })).toBe(
      'REFERENCE_NOT_FOUND',
    );
    expect(await codes({ ...rest, focus: `ReferralRequest/${ubrn}/_history/3` })).toBe(
      'HISTORY_NOT_SUPPORTED',
    );
    expect(await codes({ focus, ...rest })).toBeUndefined();
  });
});

it('over HSCN a triage service is no part of a shortlist to book from', async () => {
  const { referrer } = await openDesks('hscn');
  expect((await create(referrer, createBody(['70002', '70003']))).code).toBe('INAPPROPRIATE_VALUE');
});

it('on the platform A016 sends one service of a mixed shortlist for triage', async () => {
  const { referrer, simulator } = await openDesks('api-platform');
  const ubrn = await newUbrn(referrer, createBody(['70002', '70003']));
  const triage = { reason: 'TRIAGE' };
  const clinic = await defer(referrer, { ubrn, version: 3, serviceId: '70002' }, triage);
  expect(clinic.code).toBe('INVALID_STATE');
  const sent = await defer(referrer, { ubrn, version: 3, serviceId: '70003' }, triage);
  expect(sent.status).toBe(201);
  expect(simulator.core.referrals.get(ubrn)).toMatchObject({
    state: 'AWAITING_TRIAGE',
    version: 5,
  });
});
