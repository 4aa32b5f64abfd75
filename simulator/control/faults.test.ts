import { expect, it } from 'vitest';
import { ConnectionDropped } from './apply-fault.ts';
import type { Caller } from '../test/hscn-caller.ts';
import { book, create, firstSlot, logIn, newUbrn, read, search } from '../test/hscn-caller.ts';

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

it.each([
  ['lock', 423, 'REFERRAL_LOCKED'],
  ['bump-version', 409, 'VERSION_CONFLICT'],
  ['slot-taken', 422, 'SLOT_NOT_AVAILABLE'],
  ['pas-error', 502, 'PAS_RESPONDED_WITH_ERROR'],
  ['pas-slot-gone', 422, 'UNABLE_TO_CONFIRM_APPOINTMENT'],
  ['pas-not-responding', 504, 'PAS_NOT_RESPONDING'],
  ['expire-session', 401, undefined],
])('%s makes e-RS refuse the booking itself', async (kind, status, code) => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  await fault(caller, { operation: 'A016', kind });
  expect(await book(caller, { ubrn, version: 3, slot })).toMatchObject({ status, code });
  expect(caller.simulator.core.referrals.get(ubrn)?.state).toBe('NOT_BOOKED');
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

it('says what is wrong with a fault it does not know', async () => {
  const caller = await logIn();
  const answer = await caller.control('faults', { operation: 'A010', kind: 'explode' });
  expect(answer.status).toBe(400);
  expect(answer.body.error).toContain('pas-not-responding');
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
