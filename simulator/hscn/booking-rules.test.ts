import { expect, it } from 'vitest';
import type { Answer, Caller } from '../test/hscn-caller.ts';
import {
  appointmentBody,
  book,
  createBody,
  defer,
  firstSlot,
  logIn,
  newUbrn,
  read,
  slots,
} from '../test/hscn-caller.ts';
import type { Json } from '../test/json.ts';

const version = 3;

async function atBooking(): Promise<{ caller: Caller; ubrn: string; slot: Json; named: Json }> {
  const caller = await logIn();
  const ubrn = await newUbrn(caller, createBody(['70001', '70002', '70004', '70005']));
  const named = await firstSlot(caller, true);
  const slot = await firstSlot(caller, false);
  return { caller, ubrn, slot, named };
}

type At = Awaited<ReturnType<typeof atBooking>>;
type Refused = [title: string, attempt: (at: At) => Promise<Answer>, code: string];

const refusedBookings: Refused[] = [
  [
    'a slot that is not known',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot: { ...slot, id: '700029999' } }),
    'REFERENCE_NOT_FOUND',
  ],
  [
    'a referral that is not known',
    ({ caller, slot }) => book(caller, { ubrn: '000000000009', version, slot }),
    'REFERENCE_NOT_FOUND',
  ],
  [
    'a slot of another service',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot, serviceId: '70001' }),
    'INAPPROPRIATE_SLOT',
  ],
  [
    'a service that is not shortlisted',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot, serviceId: '70101' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'a service the patient phones',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot, serviceId: '70004' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'another patient',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot, patient: '9990348715' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'another start',
    ({ caller, ubrn, slot }) =>
      book(caller, { ubrn, version, slot }, { start: '2026-12-01T09:00:00Z' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'no slot',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot }, { slot: [] }),
    'MISSING_VALUE',
  ],
  [
    'another description',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot }, { description: 'Visit' }),
    'INVALID_VALUE',
  ],
  [
    'another status',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot }, { status: 'pending' }),
    'INVALID_VALUE',
  ],
  [
    'a clinician the slot does not have',
    ({ caller, ubrn, slot }) => book(caller, { ubrn, version, slot, clinician: '021600551011' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'another clinician than the slot has',
    ({ caller, ubrn, named }) =>
      book(caller, { ubrn, version, slot: named, clinician: '021600551044' }),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'a referral without its version',
    ({ caller, ubrn, slot }) =>
      book(
        caller,
        { ubrn, version, slot },
        { incomingReferral: [{ reference: `ReferralRequest/${ubrn}` }] },
      ),
    'INVALID_VALUE',
  ],
];

it.each(refusedBookings)('A016 does not book %s', async (_title, attempt, code) => {
  const at = await atBooking();
  expect(await attempt(at)).toMatchObject({ status: 422, code });
  const after = await read(at.caller, at.ubrn);
  expect(after.body.meta.versionId).toBe('3');
});

it('A016 does not book a slot for another priority', async () => {
  const { caller, ubrn } = await atBooking();
  const urgent = await slots(caller, { appointmentType: 'URGENT' });
  const slot = urgent.body.entry[0]?.resource;
  expect((await book(caller, { ubrn, version, slot })).code).toBe('INAPPROPRIATE_SLOT');
});

it('A016 does not book a slot that has gone, or one twice', async () => {
  const { caller, ubrn, slot } = await atBooking();
  const other = await newUbrn(caller);
  expect((await book(caller, { ubrn: other, version, slot })).status).toBe(201);
  expect((await book(caller, { ubrn, version, slot })).code).toBe('SLOT_NOT_AVAILABLE');
});

const lost = { reason: 'SLOT_NOT_AVAILABLE' };
const none = { reason: 'NO_SLOTS_AT_SERVICE' };

const refusedDeferrals: Refused[] = [
  [
    'while slots are free',
    ({ caller, ubrn }) => defer(caller, { ubrn, version }, none),
    'SLOTS_CURRENTLY_AVAILABLE',
  ],
  [
    'while the lost slot is free',
    ({ caller, ubrn, slot }) => defer(caller, { ubrn, version, slot }, lost),
    'THIS_SLOT_IS_AVAILABLE',
  ],
  [
    'a lost slot without the slot',
    ({ caller, ubrn }) => defer(caller, { ubrn, version }, lost),
    'MISSING_VALUE',
  ],
  [
    'a slot that is not known',
    ({ caller, ubrn, slot }) =>
      defer(caller, { ubrn, version, slot: { ...slot, id: '700029999' } }, lost),
    'REFERENCE_NOT_FOUND',
  ],
  [
    'a slot of another service',
    ({ caller, ubrn, slot }) => defer(caller, { ubrn, version, slot, serviceId: '70001' }, lost),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'a slot with another reason',
    ({ caller, ubrn, slot }) => defer(caller, { ubrn, version, slot, serviceId: '70005' }, none),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'a service the patient phones',
    ({ caller, ubrn }) => defer(caller, { ubrn, version, serviceId: '70004' }, none),
    'INVALID_STATE',
  ],
  [
    'a service that is not shortlisted',
    ({ caller, ubrn }) => defer(caller, { ubrn, version, serviceId: '70101' }, none),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'another patient',
    ({ caller, ubrn }) =>
      defer(caller, { ubrn, version, serviceId: '70005', patient: '9990348715' }, none),
    'INAPPROPRIATE_VALUE',
  ],
  [
    'to triage, which the platform alone takes',
    ({ caller, ubrn }) => defer(caller, { ubrn, version }, { reason: 'TRIAGE' }),
    'INVALID_VALUE',
  ],
  [
    'a comment over 1000 characters',
    ({ caller, ubrn }) =>
      defer(caller, { ubrn, version, serviceId: '70005' }, { ...none, comment: 'x'.repeat(1_001) }),
    'INVALID_VALUE',
  ],
];

it.each(refusedDeferrals)('A016 does not defer %s', async (_title, attempt, code) => {
  const at = await atBooking();
  expect(await attempt(at)).toMatchObject({ status: 422, code });
  expect((await read(at.caller, at.ubrn)).body.meta.versionId).toBe('3');
});

it('A016 does not know a referral to defer that e-RS does not have: 404', async () => {
  const { caller } = await atBooking();
  const answer = await defer(caller, { ubrn: '000000000009', version }, none);
  expect(answer).toMatchObject({ status: 404, code: 'NO_SUCH_REQUEST' });
});

it('A016 defers when the service has no slots', async () => {
  const { caller, ubrn } = await atBooking();
  const answer = await defer(caller, { ubrn, version, serviceId: '70005' }, none);
  expect(answer).toMatchObject({ status: 201, body: { status: 'proposed' } });
  expect(answer.body.slot).toBeUndefined();
});

it.each(['pas-error', 'pas-slot-gone', 'slot-taken'])(
  'A016 defers for a lost slot after %s',
  async (kind) => {
    const { caller, ubrn, slot } = await atBooking();
    await caller.control('faults', { operation: 'A016', kind });
    expect((await book(caller, { ubrn, version, slot })).status).toBeGreaterThanOrEqual(422);
    expect((await defer(caller, { ubrn, version, slot }, lost)).status).toBe(201);
  },
);

it('A016 defers for a booking problem after the PAS was silent', async () => {
  const { caller, ubrn, slot } = await atBooking();
  await caller.control('faults', { operation: 'A016', kind: 'pas-not-responding' });
  expect(await book(caller, { ubrn, version, slot })).toMatchObject({
    status: 504,
    code: 'PAS_NOT_RESPONDING',
  });
  const reason = { reason: 'BOOKING_ATTEMPT_PROBLEM' };
  expect((await defer(caller, { ubrn, version }, reason)).status).toBe(201);
});

it('passes over the participant without a value of the official sample', async () => {
  const { caller, ubrn, slot } = await atBooking();
  const { participant } = appointmentBody({ ubrn, version }, {});
  const nobody = { identifier: { system: 'http://fhir.nhs.net/Id/sds-user-id', value: null } };
  const withNull = [...participant, { actor: nobody, status: 'accepted' }];
  const answer = await book(caller, { ubrn, version, slot }, { participant: withNull });
  expect(answer.status).toBe(201);
});
