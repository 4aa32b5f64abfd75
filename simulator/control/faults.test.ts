import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSimulator } from '../simulator.ts';
import { ConnectionDropped } from './connection-dropped.ts';
import { dialects, openDesks } from '../test/desks.ts';
import type { Caller } from '../test/hscn-caller.ts';
import { book, create, firstSlot, logIn, newUbrn, read, search } from '../test/hscn-caller.ts';
import { signIn } from '../test/platform-caller.ts';
import { conversation } from '../test/stages.ts';

async function fault(caller: Caller, body: object): Promise<void> {
  expect((await caller.control('faults', body)).status).toBe(201);
}

it('strikes once, at the request it was set for', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A010', kind: 'status', status: 503, nth: 2 });
  const statuses = [];
  for (let call = 0; call < 3; call++) statuses.push((await search(caller)).status);
  expect(statuses).toEqual([200, 503, 200]);
});

it('strikes again and again when it repeats, until cleared', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A010', kind: 'status', status: 500, repeat: true });
  expect([(await search(caller)).status, (await search(caller)).status]).toEqual([500, 500]);
  await caller.control('faults', undefined, 'DELETE');
  expect((await search(caller)).status).toBe(200);
});

it.each([
  ['before', 0],
  ['after', 1],
])('drops the connection %s e-RS acted', async (phase, created) => {
  const caller = await logIn();
  await fault(caller, { operation: 'A011', kind: 'drop', phase });
  await expect(create(caller)).rejects.toThrow('dropped');
  expect(caller.simulator.core.referrals.size).toBe(created);
});

it('breaks an answer off in the middle, after e-RS acted', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A011', kind: 'truncate' });
  const thrown = await create(caller).catch((error: unknown) => error);
  const partial = thrown instanceof ConnectionDropped ? thrown.partial : undefined;
  const sent = partial?.bytes.length ?? 0;
  expect(partial?.status).toBe(201);
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(Number(partial?.headers['content-length']));
  expect(caller.simulator.core.referrals.size).toBe(1);
});

it('answers a status after the write was made, with the e-RS code asked for', async () => {
  const caller = await logIn();
  const what = { kind: 'status', status: 502, ersCode: 'PDS_ERROR', phase: 'after' };
  await fault(caller, { operation: 'A011', ...what });
  expect(await create(caller)).toMatchObject({ status: 502, code: 'PDS_ERROR' });
  expect(caller.simulator.core.referrals.size).toBe(1);
});

/** Status and code over HSCN and on the platform, which answers some with no body at all. */
const refusals: readonly [string, number, string | undefined, string | undefined][] = [
  ['lock', 423, 'REFERRAL_LOCKED', undefined],
  ['bump-version', 409, 'VERSION_CONFLICT', undefined],
  ['slot-taken', 422, 'SLOT_NOT_AVAILABLE', 'SLOT_NOT_AVAILABLE'],
  ['pas-error', 502, 'PAS_RESPONDED_WITH_ERROR', 'PAS_RESPONDED_WITH_ERROR'],
  ['pas-slot-gone', 422, 'UNABLE_TO_CONFIRM_APPOINTMENT', 'UNABLE_TO_CONFIRM_APPOINTMENT'],
  ['pas-not-responding', 504, 'PAS_NOT_RESPONDING', 'PAS_NOT_RESPONDING'],
  ['pas-down', 504, 'PAS_NOT_RESPONDING', 'PAS_NOT_RESPONDING'],
];

describe.each(dialects)('over the dialect %s', (dialect) => {
  const hscn = dialect === 'hscn';
  const enter = async (): Promise<Caller> => (hscn ? logIn() : signIn());

  it.each(refusals)('%s makes e-RS refuse the booking itself', async (kind, status, ...codes) => {
    const caller = await enter();
    const ubrn = await newUbrn(caller);
    const slot = await firstSlot(caller);
    await fault(caller, { operation: 'A016', kind });
    const refused = await book(caller, { ubrn, version: 3, slot });
    expect([refused.status, refused.code]).toEqual([status, hscn ? codes[0] : codes[1]]);
    expect(caller.simulator.core.referrals.get(ubrn)?.state).toBe('NOT_BOOKED');
  });

  it.each(['lock', 'bump-version'])('%s of an advice request strikes its answer', async (kind) => {
    const desks = await openDesks(dialect);
    const ubrn = await conversation(desks);
    await fault(desks.provider, { operation: 'A026', kind });
    const path = `/CommunicationRequest/${ubrn}/$ers.sendCommunicationToRequester`;
    const headers = { 'If-Match': 'W/"1"' };
    const refused = await desks.provider.call(path, { body: {}, headers });
    expect(refused.status).toBe(kind === 'lock' ? 423 : 409);
  });

  it('does the write and answers late, or an error, or nothing: phase after', async () => {
    const caller = await enter();
    const after = { operation: 'A011', phase: 'after' };
    await fault(caller, { ...after, kind: 'delay', ms: 1 });
    expect((await create(caller)).status).toBe(201);
    await fault(caller, { ...after, kind: 'status', status: 500 });
    expect((await create(caller)).status).toBe(500);
    await fault(caller, { ...after, kind: 'drop' });
    await expect(create(caller)).rejects.toThrow('dropped');
    expect(caller.simulator.core.referrals.size).toBe(3);
  });

  it('books with a PAS that is not heard of: phase after', async () => {
    const caller = await enter();
    const ubrn = await newUbrn(caller);
    const slot = await firstSlot(caller);
    await fault(caller, { operation: 'A016', kind: 'pas-not-responding', phase: 'after' });
    expect((await book(caller, { ubrn, version: 3, slot })).status).toBe(504);
    expect(caller.simulator.core.referrals.get(ubrn)?.state).toBe('BOOKED');
  });
});

it('expire-session ends the session of HSCN and the token of the platform, for good', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A010', kind: 'expire-session' });
  expect([(await search(caller)).status, (await search(caller)).status]).toEqual([401, 401]);
  const { bare, control } = signIn();
  const url = 'http://localhost/referrals/FHIR/R4/PractitionerRole';
  const ask = (token: string) => bare(url, { headers: { Authorization: `Bearer ${token}` } });
  await control('faults', { operation: 'A030', kind: 'expire-session' });
  const tokens = ['DEMO-CIS2-TOKEN-1', 'DEMO-CIS2-TOKEN-1', 'DEMO-CIS2-TOKEN-1.renewed'];
  const statuses = [];
  for (const token of tokens) statuses.push((await ask(token)).status);
  expect(statuses).toEqual([401, 401, 200]);
});

it('delays for as long as told', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A010', kind: 'delay', ms: 40 });
  let answered = false;
  const searching = search(caller).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(answered).toBe(false);
  await searching;
});

it.each([
  [{ operation: 'A010', kind: 'explode' }, /^kind is not one of .*pas-not-responding/],
  [{ operation: 'A10', kind: 'drop' }, /^operation is not one of .*A010/],
  [{ operation: 'A010', kind: 'drop', nth: 0 }, /^nth is not a whole number/],
  [{ operation: 'A010', kind: 'drop', phase: 'later' }, /^phase is not one of/],
])('says what is wrong with a fault that would never strike: %j', async (what, error) => {
  const caller = await logIn();
  const answer = await caller.control('faults', what);
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringMatching(error)]);
  expect((await caller.control('faults')).text).toBe('[]');
});

it('a lock ends by itself', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  await caller.control('actions/lock-referral', { ubrn, seconds: 30 });
  expect((await book(caller, { ubrn, version: 3, slot })).status).toBe(423);
  expect((await read(caller, ubrn)).status).toBe(200);
  await caller.control('clock', { now: '2026-10-16T09:30:31Z' }, 'PUT');
  expect((await book(caller, { ubrn, version: 3, slot })).status).toBe(201);
});

describe('a late commit', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    [{ kind: 'late-commit', ms: 8_000 }, 504],
    [{ kind: 'status', phase: 'during', status: 502, ms: 8_000 }, 502],
  ])('answers at once, and e-RS acts all the same afterwards: %j', async (what, status) => {
    const caller = await logIn();
    const ubrn = await newUbrn(caller);
    const slot = await firstSlot(caller);
    await fault(caller, { operation: 'A016', ...what });
    expect((await book(caller, { ubrn, version: 3, slot })).status).toBe(status);
    const referral = caller.simulator.core.referrals.get(ubrn);
    await vi.advanceTimersByTimeAsync(7_999);
    expect(referral?.state).toBe('NOT_BOOKED');
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(referral?.state).toBe('BOOKED'));
  });

  it('may go with a dropped line, and tells whoever keeps the state', async () => {
    const changed = vi.fn();
    const simulator = createSimulator({ clock: () => Date.UTC(2026, 9, 16), seed: 1, changed });
    const caller = await logIn({ simulator });
    await fault(caller, { operation: 'A011', kind: 'drop', phase: 'during', ms: 50 });
    await expect(create(caller)).rejects.toThrow('dropped');
    expect(simulator.core.referrals.size).toBe(0);
    const told = changed.mock.calls.length;
    await vi.advanceTimersByTimeAsync(50);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(told + 1));
    expect(simulator.core.referrals.size).toBe(1);
  });

  it.each([
    [{ kind: 'delay', phase: 'during' }, 'phase during is only for drop, status, late-commit.'],
    [
      { kind: 'late-commit', phase: 'after' },
      'late-commit strikes during the request, in no other phase.',
    ],
  ])('refuses %j', async (what, error) => {
    const caller = await logIn();
    const answer = await caller.control('faults', { operation: 'A011', ...what });
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });
});

describe('an answer that arrives damaged', () => {
  it.each([
    ['empty-body', ''],
    ['wrong-type', '<!doctype html><title>Sign in</title><p>Please sign in again.'],
  ])('%s: e-RS acted and the status is its own', async (kind, text) => {
    const caller = await logIn();
    await fault(caller, { operation: 'A011', kind });
    expect(await create(caller)).toMatchObject({ status: 201, text });
    expect(caller.simulator.core.referrals.size).toBe(1);
  });

  it('no-id: the resource is there and nothing names it', async () => {
    const caller = await logIn();
    await fault(caller, { operation: 'A011', kind: 'no-id' });
    const { body, headers } = await create(caller);
    expect(body).toMatchObject({ resourceType: 'ReferralRequest', status: 'active' });
    expect(body).not.toHaveProperty('id');
    expect(headers.get('Location')).toBeNull();
  });
});

it('keeps the PAS down until the fault is cleared', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  await fault(caller, { operation: 'A016', kind: 'pas-down' });
  const attempt = () => book(caller, { ubrn, version: 3, slot });
  expect([(await attempt()).status, (await attempt()).status]).toEqual([504, 504]);
  await caller.control('faults', undefined, 'DELETE');
  expect((await attempt()).status).toBe(201);
});

it('says when to come back', async () => {
  const caller = await logIn();
  await fault(caller, { operation: 'A010', kind: 'status', status: 429, retryAfter: 7 });
  const answer = await search(caller);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
});
