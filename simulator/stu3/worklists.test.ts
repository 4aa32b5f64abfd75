import { describe, expect, it } from 'vitest';
import type { Desks } from '../test/desks.ts';
import {
  addLetter,
  awaitingTriage,
  bookedForReview,
  dialects,
  fetchList,
  listed,
  openDesks,
  operate,
  versionOf,
} from '../test/desks.ts';
import type { Caller, Parameter } from '../test/hscn-caller.ts';
import { createBody, defer, logIn, newUbrn } from '../test/hscn-caller.ts';
import { signIn } from '../test/platform-caller.ts';

const assigned = 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-AssignedIndicator-1';
const concept = (name: string, system: string, code: string): Parameter => ({
  name,
  valueCodeableConcept: { coding: [{ system, code }] },
});
const identifier = (name: string, system: string, value: string): Parameter => ({
  name,
  valueIdentifier: { system, value },
});
const specialty = (code: string): Parameter[] => [
  concept('specialtyAssignedIndicator', assigned, 'ASSIGNED'),
  concept('specialty', 'https://ers.example/STU3/CodeSystem/SPECIALTY', code),
];
const clinician = (value: string): Parameter[] => [
  concept('clinicianAssignedIndicator', assigned, 'ASSIGNED'),
  identifier('clinician', 'http://fhir.nhs.net/Id/sds-user-id', value),
];
const service = (id: string) => identifier('service', 'http://fhir.nhs.net/Id/ers-service', id);
const location = (code: string) =>
  identifier('location', 'https://directory.spineservices.nhs.uk/STU3/Organization', code);

/** Deferred to 70002, which has lost its slots. */
async function deferred({ referrer }: Desks): Promise<string> {
  const ubrn = await newUbrn(referrer, createBody(['70002']));
  await referrer.control('actions/empty-service', { serviceId: '70002' });
  const wanted = { ubrn, version: 3, serviceId: '70002' };
  await defer(referrer, wanted, { reason: 'NO_SLOTS_AT_SERVICE' });
  return ubrn;
}

interface Column {
  url: string;
  valueDate?: string;
  valueString?: string;
  valueBoolean?: boolean;
  valueCodeableConcept?: { coding: { code: string }[] };
}

/** What a list says of one referral, by column. */
async function row(caller: Caller, list: string, ubrn: string) {
  const { body } = await fetchList(caller, list);
  const found = body.entry.find(({ item }) => item.reference.endsWith(`/${ubrn}`));
  const columns = (found?.extension[0]?.extension ?? []) as unknown as Column[];
  return new Map(
    columns.map((column) => [
      column.url,
      column.valueCodeableConcept?.coding[0]?.code ??
        column.valueDate ??
        column.valueString ??
        column.valueBoolean,
    ]),
  );
}

describe.each(dialects)('lists of a provider, %s', (dialect) => {
  it('shows what waits for a review, and narrows it', async () => {
    const desks = await openDesks(dialect);
    const [booked, sent] = [await bookedForReview(desks), await awaitingTriage(desks)];
    const { provider } = desks;
    const list = 'REFERRALS_FOR_REVIEW';
    expect(await listed(provider, list)).toEqual([booked, sent]);
    const found = async (...extra: Parameter[]) => {
      const { body } = await fetchList(provider, list, extra);
      return body.entry.map(({ item }) => item.reference.slice(-12));
    };
    expect(await found(...specialty('ORTHOPAEDICS'))).toEqual([sent]);
    expect(await found(service('70002'))).toEqual([booked]);
    expect(await found(location('XN101'))).toContain(booked);
    const named = desks.simulator.core.referrals.get(booked)?.appointment?.clinician ?? '';
    expect(await found(...clinician(named))).toEqual([booked]);
    const nobody = concept('clinicianAssignedIndicator', assigned, 'NOT_ASSIGNED');
    expect(await found(nobody)).toEqual([sent]);
    expect((await row(provider, list, booked)).get('referralType')).toBe('APPOINTMENT');
    expect((await row(provider, list, sent)).get('referralType')).toBe('TRIAGE_DEFERRAL');
    expect((await row(provider, list, sent)).get('requestContextStatus')).toBe('NEVER_REVIEWED');
  });

  it('says when the patient should hear of a deferral, and whether the letter is late', async () => {
    const desks = await openDesks(dialect);
    const { referrer, provider } = desks;
    const ubrn = await deferred(desks);
    const list = 'APPOINTMENT_SLOT_ISSUES';
    const first = await row(provider, list, ubrn);
    expect(first.get('clinicalInformationStatus')).toBe('NOT_DUE');
    // Friday 16 October 2026 and 40 working days.
    expect(first.get('patientContactExpected')).toBe('2026-12-11');
    await referrer.control('clock', { now: '2026-10-21T09:00:00Z' }, 'PUT');
    expect((await row(provider, list, ubrn)).get('clinicalInformationStatus')).toBe('OVERDUE');
    await addLetter(referrer, ubrn);
    expect((await row(provider, list, ubrn)).get('clinicalInformationStatus')).toBe('PRESENT');
    expect(await listed(provider, 'REFERRALS_FOR_REVIEW')).toEqual([]);
  });

  it('tells that a provider printed the clinical information', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const printed = async () =>
      (await row(desks.provider, 'REFERRALS_FOR_REVIEW', ubrn)).get('clinicalInfoPrinted');
    expect(await printed()).toBe(false);
    const { headers } = await operate(desks.provider, 'ReferralRequest', {
      ubrn,
      name: 'generateCRI',
    });
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(await printed()).toBe(true);
  });

  it('refuses filters that do not go together, and names nobody knows', async () => {
    const { provider } = await openDesks(dialect);
    const unknown = (own: string): string => (dialect === 'hscn' ? own : 'REFERENCE_NOT_FOUND');
    const code = async (...extra: Parameter[]) =>
      (await fetchList(provider, 'REFERRALS_FOR_REVIEW', extra)).code;
    const [indicator, value] = specialty('CARDIOLOGY');
    const [clinicianIndicator, user] = clinician('021600551011');
    if (!indicator || !value || !clinicianIndicator || !user) throw new Error('No filter.');
    expect(await code(indicator)).toBe('MISSING_VALUE');
    expect(await code(value)).toBe('UNEXPECTED_FIELD');
    expect(await code(clinicianIndicator)).toBe('MISSING_VALUE');
    expect(await code(user)).toBe('UNEXPECTED_FIELD');
    const none = concept('specialtyAssignedIndicator', assigned, 'NOT_ASSIGNED');
    expect(await code(none)).toBe('INVALID_VALUE');
    expect(await code(service('1'))).toBe(unknown('NO_SUCH_SERVICE'));
    expect(await code(location('NOWHERE'))).toBe(unknown('NO_SUCH_LOCATION'));
    expect(await code(...specialty('NO_SUCH'))).toBe(unknown('NO_SUCH_SPECIALTY'));
    expect(await code(...clinician('000000000000'))).toBe(unknown('NO_SUCH_CLINICIAN'));
    expect(await code(service('70001'))).toBe('NO_RELATIONSHIP');
    expect((await fetchList(provider, 'NO_SUCH_LIST')).code).toBe('INVALID_VALUE');
  });

  it('leaves out a service whose workgroup the user has left', async () => {
    const desks = await openDesks(dialect);
    const [booked, sent] = [await bookedForReview(desks), await awaitingTriage(desks)];
    desks.simulator.core.workgroups.set('021600551011/70002', false);
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([sent]);
    expect(
      (
        await operate(desks.provider, 'ReferralRequest', {
          ubrn: booked,
          name: 'acceptReferral',
          version: versionOf(desks.provider, booked),
        })
      ).code,
    ).toBe('NO_RELATIONSHIP');
  });
});

it('over HSCN referrers have no list, and a provider none of theirs', async () => {
  const { referrer, provider } = await openDesks('hscn');
  expect((await fetchList(referrer, 'AWAITING_BOOKING')).status).toBe(403);
  expect((await fetchList(provider, 'AWAITING_BOOKING')).code).toBe('INVALID_VALUE');
});

it('an admin of a provider reads the lists too, and an admin of a practice its own', async () => {
  const desks = await openDesks('api-platform');
  const ubrn = await bookedForReview(desks);
  const { simulator } = desks;
  const office = signIn({
    simulator,
    token: 'DEMO-CIS2-TOKEN-6',
    businessFunction: 'SERVICE_PROVIDER_ADMIN',
    orgIdentifier: 'XN1',
  });
  expect(await listed(office, 'REFERRALS_FOR_REVIEW')).toEqual([ubrn]);
  const practice = signIn({
    simulator,
    token: 'DEMO-CIS2-TOKEN-2',
    businessFunction: 'REFERRING_ADMIN',
  });
  const other = await newUbrn(desks.referrer);
  expect(await listed(practice, 'AWAITING_BOOKING')).toEqual([other]);
});

describe('lists of a referrer', () => {
  it('follow a referral from its creation to its return', async () => {
    const desks = await openDesks('api-platform');
    const { referrer } = desks;
    const ubrn = await newUbrn(referrer, createBody(['70002']));
    expect(await listed(referrer, 'AWAITING_BOOKING')).toEqual([ubrn]);
    expect(await listed(referrer, 'LETTERS_OUTSTANDING')).toEqual([ubrn]);
    const late = await row(referrer, 'LETTERS_OUTSTANDING', ubrn);
    expect(late.get('letterDue')).toBe('2026-10-21');
    expect(late.get('clinicalContext')).toBe('CARDIOLOGY/ARRHYTHMIA');
    await addLetter(referrer, ubrn);
    expect(await listed(referrer, 'LETTERS_OUTSTANDING')).toEqual([]);
    const change = { ubrn, change: 'cancel-appointment' };
    await referrer.control('actions/change-referral', { ubrn, change: 'book-by-telephone' });
    expect(await listed(referrer, 'AWAITING_BOOKING')).toEqual([]);
    await referrer.control('actions/change-referral', change);
    const cancelled = await row(referrer, 'AWAITING_BOOKING', ubrn);
    expect(cancelled.get('status')).toBe('APP_CANCELLED_BY_PATIENT');
    expect(cancelled.get('reason')).toBe('PATIENT_HOLIDAY');
  });

  it('show who did not attend until somebody has seen it', async () => {
    const desks = await openDesks('api-platform');
    const { referrer } = desks;
    const ubrn = await bookedForReview(desks);
    await referrer.control('actions/change-referral', { ubrn, change: 'did-not-attend' });
    const list = 'ASSESSMENT_RETURNED_CANCELLED_DNA';
    expect((await row(referrer, list, ubrn)).get('status')).toBe('DID_NOT_ATTEND');
    await referrer.control('actions/change-referral', { ubrn, change: 'acknowledge' });
    expect(await listed(referrer, list)).toEqual([]);
  });

  it('are of their own practice and take no filter', async () => {
    const desks = await openDesks('api-platform');
    await newUbrn(desks.referrer);
    const elsewhere = signIn({
      simulator: desks.simulator,
      token: 'DEMO-CIS2-TOKEN-4',
      orgIdentifier: 'Y99002',
    });
    expect(await listed(elsewhere, 'AWAITING_BOOKING')).toEqual([]);
    const filtered = await fetchList(desks.referrer, 'AWAITING_BOOKING', [service('70002')]);
    expect(filtered.code).toBe('UNEXPECTED_FIELD');
  });
});

it('a letter changed after the review says so on the list', async () => {
  const desks = await openDesks('hscn');
  const ubrn = await bookedForReview(desks);
  const { provider } = desks;
  const version = versionOf(provider, ubrn);
  await operate(provider, 'ReferralRequest', { ubrn, name: 'acceptReferral', version });
  await addLetter(await logIn({ simulator: desks.simulator }), ubrn, 'new.pdf');
  const status = (await row(provider, 'REFERRALS_FOR_REVIEW', ubrn)).get('requestContextStatus');
  expect(status).toBe('LETTER_CHANGED');
});
