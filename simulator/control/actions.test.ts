import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import type { Caller } from '../test/hscn-caller.ts';
import { logIn, newUbrn, read, search, sessionCall, slots, upload } from '../test/hscn-caller.ts';

let caller: Caller;
beforeEach(async () => {
  const clock = () => Date.UTC(2026, 9, 16, 9, 30);
  const simulator = createSimulator({ clock, seed: 1, size: 'practice' });
  caller = await logIn({ simulator });
});

function ubrnIn(state: string): string {
  const { referrals, advice } = caller.simulator.core;
  const found =
    [...referrals.values()].find((one) => one.state === state) ??
    [...advice.values()].find((one) => one.category === state);
  if (!found) throw new Error(`Nothing is ${state}.`);
  return found.ubrn;
}

function act(name: string, body: object) {
  return caller.control(`actions/${name}`, body);
}

interface State {
  files: { scan: string }[];
}

const done = { status: 200 };

describe('what patients, providers and referrers do elsewhere', () => {
  it.each([
    ['BOOKED', 'cancel-appointment', 'APPT_CANCELLED_BY_PATIENT'],
    ['BOOKED', 'provider-cancels-appointment', 'APPT_CANCELLED_BY_PROVIDER'],
    ['BOOKED', 'did-not-attend', 'DID_NOT_ATTEND'],
    ['BOOKED', 'assessment-result', 'ASSESSMENT_RESULT'],
    ['DEFERRED_TO_PROVIDER', 'book-directly', 'BOOKED'],
    ['TRIAGED_PROVIDER_TO_ACTION', 'book-by-telephone', 'BOOKED'],
    ['TRIAGED_PROVIDER_TO_ACTION', 'hand-back', 'NOT_BOOKED'],
    ['AWAITING_TRIAGE', 'cancel-referral', 'CANCELLED_REFERRAL'],
  ])('%s, %s: %s, and the version rises', async (before, change, after) => {
    const ubrn = ubrnIn(before);
    const referral = caller.simulator.core.referrals.get(ubrn);
    const version = referral?.version ?? 0;
    expect(await act('change-referral', { ubrn, change })).toMatchObject(done);
    expect(referral).toMatchObject({ state: after, version: version + 1 });
  });

  it('lets a colleague accept a booking that waits for its review, once', async () => {
    const { referrals } = caller.simulator.core;
    const referral = [...referrals.values()].find(
      ({ state, review, letters, appointment }) =>
        state === 'BOOKED' &&
        review?.status === 'PENDING_REVIEW' &&
        letters.length > 0 &&
        (appointment?.start ?? '') > '2026-10-17',
    );
    const { ubrn = '', version = 0 } = referral ?? {};
    expect(await act('change-referral', { ubrn, change: 'accept' })).toMatchObject(done);
    expect(referral).toMatchObject({
      state: 'BOOKED',
      version: version + 1,
      review: { status: 'REVIEWED' },
    });
    expect((await act('change-referral', { ubrn, change: 'accept' })).status).toBe(400);
    await act('change-referral', { ubrn, change: 'change-priority' });
    expect(referral?.review).toMatchObject({ status: 'PENDING_REVIEW', priorityChanged: true });
  });

  it('lets a colleague change the priority', async () => {
    const ubrn = ubrnIn('AWAITING_TRIAGE');
    const referral = caller.simulator.core.referrals.get(ubrn);
    const before = referral?.priority;
    await act('change-referral', { ubrn, change: 'change-priority' });
    expect(referral?.priority).toBe(before === 'ROUTINE' ? 'URGENT' : 'ROUTINE');
  });

  it('says that a state does not allow a change, and changes nothing', async () => {
    const ubrn = ubrnIn('REJECTED');
    const before = structuredClone(caller.simulator.core.referrals.get(ubrn));
    const answer = await act('change-referral', { ubrn, change: 'did-not-attend' });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('REJECTED');
    expect(caller.simulator.core.referrals.get(ubrn)).toEqual(before);
  });

  it('lets the referrer reply, which puts the question to the provider again', async () => {
    const ubrn = ubrnIn('REFERRER_TO_SUBMIT_FURTHER_INFORMATION');
    const message = 'The results are attached.';
    expect(await act('change-advice', { ubrn, change: 'reply', message })).toMatchObject(done);
    const advice = caller.simulator.core.advice.get(ubrn);
    expect(advice?.category).toBe('PROVIDER_RESPONSE_REQUIRED');
    expect(advice?.messages.at(-1)).toMatchObject({ sentBy: 'REQUESTER', text: message });
  });

  it.each([
    [{ change: 'reply' }, 'message goes with'],
    [{ change: 'close', message: 'x' }, 'message goes with'],
    [{ change: 'shout' }, 'change is not one of reply'],
  ])('refuses %j for a conversation', async (wanted, sentence) => {
    const ubrn = ubrnIn('PROVIDER_RESPONSE_REQUIRED');
    const answer = await act('change-advice', { ubrn, ...wanted });
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(sentence)]);
  });

  it('refuses to go on with a conversation that has ended', async () => {
    const ubrn = ubrnIn('CONVERSATION_ENDED_CLOSED');
    expect((await act('change-advice', { ubrn, change: 'cancel' })).status).toBe(400);
  });
});

describe('what happens around', () => {
  it('makes a service unavailable and available again', async () => {
    await act('suspend-service', { serviceId: '70002' });
    expect((await slots(caller)).code).toBe('SERVICE_UNAVAILABLE');
    await act('resume-service', { serviceId: '70002' });
    expect((await slots(caller)).status).toBe(200);
  });

  it('sets the scan result of a file, and of those to come', async () => {
    const ubrn = await newUbrn(caller);
    await act('set-scanning', { result: 'THREATS_FOUND', minutes: 5 });
    const binary = (await upload(caller, { ubrn })).headers.get('Location')?.split('/').pop() ?? '';
    const shown = async () => {
      const { files } = JSON.parse((await caller.control('state')).text) as State;
      return files.at(-1)?.scan;
    };
    expect(await shown()).toBe('PENDING');
    await caller.control('clock', { now: '2026-10-16T09:36:00Z' }, 'PUT');
    expect(await shown()).toBe('THREATS_FOUND');
    await act('scan-file', { binary, result: 'AVAILABLE' });
    expect(await shown()).toBe('AVAILABLE');
  });

  const role = { userId: '021600550428', businessFunction: 'REFERRING_ADMIN', odsCode: 'Y99001' };

  it('grants a role, which counts from the next log-in on', async () => {
    expect(await act('grant-role', role)).toMatchObject(done);
    const { simulator } = caller;
    const token = 'DEMO-SMARTCARD-TOKEN-4';
    const opened = await sessionCall(simulator, '/ProfessionalSession', { body: { token } });
    expect(JSON.stringify(opened.body)).toContain('REFERRING_ADMIN');
  });

  it('takes a role from those who work with it', async () => {
    const own = { ...role, userId: '021600550204', businessFunction: 'REFERRING_CLINICIAN' };
    expect((await search(caller)).status).toBe(200);
    expect(await act('revoke-role', own)).toMatchObject(done);
    expect((await search(caller)).status).toBe(403);
  });

  it('takes a clinician out of the workgroup of a service and puts them back', async () => {
    const { core } = caller.simulator;
    const referral = [...core.referrals.values()].find(({ state }) => state === 'BOOKED');
    const serviceId = referral?.appointment?.serviceId ?? '';
    const provider = await logIn({
      simulator: caller.simulator,
      token: 'DEMO-SMARTCARD-TOKEN-3',
      businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
      orgIdentifier: 'XN1',
    });
    const ubrn = referral?.ubrn ?? '';
    const membership = { userId: '021600551011', serviceId };
    expect((await read(provider, ubrn)).status).toBe(200);
    await act('leave-workgroup', membership);
    expect((await read(provider, ubrn)).code).toBe('NO_RELATIONSHIP');
    await act('join-workgroup', membership);
    expect((await read(provider, ubrn)).status).toBe(200);
  });

  it('makes a record sensitive', async () => {
    const ubrn = ubrnIn('NOT_BOOKED');
    const nhsNumber = caller.simulator.core.referrals.get(ubrn)?.patient;
    await act('make-record-sensitive', { nhsNumber });
    expect((await read(caller, ubrn)).code).toBe('PATIENT_ERROR');
  });
});

it.each([
  ['take-slot', { slotId: '1' }, 'No such slot: 1.'],
  ['empty-service', { serviceId: '1' }, 'No such service: 1.'],
  ['suspend-service', { serviceId: '1' }, 'No such service: 1.'],
  ['change-referral', { ubrn: '1' }, 'No such referral: 1.'],
  ['lock-referral', { ubrn: '1' }, 'No such referral: 1.'],
  ['change-advice', { ubrn: '1', change: 'close' }, 'No such advice request: 1.'],
  ['scan-file', { binary: 'x', result: 'PENDING' }, 'No such file: x.'],
  [
    'grant-role',
    { userId: '1', businessFunction: 'REFERRING_ADMIN', odsCode: 'Y99001' },
    'Nobody with a smartcard has the id 1.',
  ],
  [
    'grant-role',
    { userId: '021600550428', businessFunction: 'REFERRING_ADMIN', odsCode: 'Q1' },
    'No such organisation: Q1.',
  ],
  ['make-record-sensitive', { nhsNumber: '1' }, 'No such patient.'],
  ['fly', {}, 'No such action: fly.'],
  ['constructor', {}, 'No such action: constructor.'],
  ['expire-sessions', { now: true }, 'There is no field now.'],
])('%s %j: %s', async (name, body, error) => {
  expect(await act(name, body)).toMatchObject({ status: 400, body: { error } });
});
