import { expect, it } from 'vitest';
import type { Caller } from '../test/hscn-caller.ts';
import {
  attachLetter,
  book,
  defer,
  firstSlot,
  freeSlots,
  letter,
  link,
  logIn,
  newUbrn,
  printPatientLetter,
  read,
  upload,
} from '../test/hscn-caller.ts';

async function versionOf(caller: Caller, ubrn: string): Promise<number> {
  return Number((await read(caller, ubrn)).body.meta.versionId);
}

it('refuses a stale version and changes nothing', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  await caller.control('actions/change-referral', { ubrn });
  const before = JSON.stringify(caller.simulator.core.referrals.get(ubrn));
  expect(await book(caller, { ubrn, version: 3, slot })).toMatchObject({
    status: 409,
    code: 'VERSION_CONFLICT',
  });
  const deferred = await defer(caller, { ubrn, version: 3 }, { reason: 'NO_SLOTS_AT_SERVICE' });
  expect(deferred.status).toBe(409);
  const url = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  expect((await link(caller, { ubrn, version: 3, letters: [letter(url)] })).status).toBe(409);
  expect(JSON.stringify(caller.simulator.core.referrals.get(ubrn))).toBe(before);
  const free = (await freeSlots(caller)).map((one) => one.id);
  expect(free).toContain(slot.id);
});

it('only ever raises the version, and records each change', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const version = await attachLetter(caller, ubrn);
  const slot = await firstSlot(caller);
  await book(caller, { ubrn, version, slot });
  await caller.control('actions/change-referral', { ubrn });
  const { body } = await caller.control('state');
  const history = body.referrals[0]?.history ?? [];
  expect(history.map((row) => row.event)).toEqual([
    'created',
    'letters replaced',
    'booked',
    'changed elsewhere',
  ]);
  const versions: number[] = history.map((row) => row.version);
  expect(versions.every((one, place) => place === 0 || one > (versions[place - 1] ?? 0))).toBe(
    true,
  );
  expect(await versionOf(caller, ubrn)).toBe(versions.at(-1));
});

it('holds one current appointment: booked or deferred, it is not booked or deferred again', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const [slot, next] = [await firstSlot(caller, false), await firstSlot(caller, true)];
  await book(caller, { ubrn, version: 3, slot });
  const version = await versionOf(caller, ubrn);
  const again = await book(caller, { ubrn, version, slot: next });
  expect(again.code).toBe('INVALID_REQUEST_STATE');
  const reason = { reason: 'BOOKING_ATTEMPT_PROBLEM' };
  expect((await defer(caller, { ubrn, version }, reason)).code).toBe('INVALID_REQUEST_STATE');
  const { body } = await read(caller, ubrn);
  const appointments = body.contained.filter((one) => one.resourceType === 'Appointment');
  expect(appointments).toHaveLength(1);
  expect(appointments[0]?.start).toBe(slot.start);
});

it('is booked although the PAS was not heard', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  const fault = { operation: 'A016', kind: 'pas-not-responding', phase: 'after' };
  await caller.control('faults', fault);
  expect((await book(caller, { ubrn, version: 3, slot })).status).toBe(504);
  const after = await read(caller, ubrn);
  expect(after.body.contained.at(-1)).toMatchObject({ status: 'booked', start: slot.start });
});

it('prints a patient letter only while nothing is booked, deferred or cancelled', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  expect((await printPatientLetter(caller, ubrn)).status).toBe(200);
  const deferral = { reason: 'NO_SLOTS_AT_SERVICE' };
  await defer(caller, { ubrn, version: 3, serviceId: '70005' }, deferral);
  expect((await printPatientLetter(caller, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  const other = await newUbrn(caller);
  await caller.control('actions/change-referral', { ubrn: other, change: 'cancel-referral' });
  expect((await printPatientLetter(caller, other)).code).toBe('INVALID_REQUEST_STATE');
});

it('reads only the newest version', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  await caller.control('actions/change-referral', { ubrn });
  const old = await caller.call(`/ReferralRequest/${ubrn}/_history/3`);
  expect(old).toMatchObject({ status: 422, code: 'HISTORY_NOT_SUPPORTED' });
  expect((await caller.call(`/ReferralRequest/${ubrn}/_history/4`)).status).toBe(200);
});

it('shows a referral to its practice and, once booked with a letter, to the provider', async () => {
  const caller = await logIn();
  const { simulator } = caller;
  const ubrn = await newUbrn(caller);
  const elsewhere = await logIn({
    simulator,
    token: 'DEMO-SMARTCARD-TOKEN-4',
    orgIdentifier: 'Y99002',
  });
  expect((await read(elsewhere, ubrn)).code).toBe('NO_RELATIONSHIP');
  const provider = await logIn({
    simulator,
    token: 'DEMO-SMARTCARD-TOKEN-3',
    businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
    orgIdentifier: 'XN1',
  });
  expect((await read(provider, ubrn)).code).toBe('NO_RELATIONSHIP');
  const slot = await firstSlot(caller);
  await book(caller, { ubrn, version: 3, slot });
  expect((await read(provider, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  await attachLetter(caller, ubrn);
  expect((await read(provider, ubrn)).status).toBe(200);
});
