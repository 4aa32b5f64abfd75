import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchCriteria } from '../../src/domain/criteria.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { ReferralVersion } from '../../src/domain/referral.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import { readResult } from '../../src/ers/calls.ts';
import { hscn } from '../../src/ers/dialects/hscn.ts';
import { retrieveReferenceData } from '../../src/ers/interactions/a004-retrieve-reference-data.ts';
import { retrieveReferral } from '../../src/ers/interactions/a005-retrieve-referral.ts';
import { searchServices } from '../../src/ers/interactions/a010-search-services.ts';
import { createReferral } from '../../src/ers/interactions/a011-create-referral.ts';
import { maintainReferralLetters } from '../../src/ers/interactions/a012-maintain-referral-letter.ts';
import { retrieveSlots } from '../../src/ers/interactions/a015-retrieve-slots.ts';
import { makeAppointment } from '../../src/ers/interactions/a016-make-appointment.ts';
import type { Interaction } from '../../src/ers/interactions/interaction.ts';
import { example, reasonToSkip } from './official-examples.ts';

beforeEach(({ skip }) => {
  if (reasonToSkip) skip(reasonToSkip);
});

function parse<Args, Value>(
  interaction: Interaction<Args, Value>,
  args: Args,
  path: string,
): Result<Value> {
  const origin = { correlationId: 'c-1', dialect: hscn };
  const answer = { status: 200, headers: {}, body: example(path) };
  return readResult(answer, { interaction, args, origin });
}

function valueOf<Args, Value>(
  interaction: Interaction<Args, Value>,
  args: Args,
  path: string,
): Value {
  const result = parse(interaction, args, path);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const samplePatient = '9190000000' as NhsNumber;
const sampleCriteria: SearchCriteria = {
  priority: 'ROUTINE',
  specialty: { code: 'SLEEP_MEDICINE' },
  clinicType: { code: 'INSOMNIA' },
  namedClinician: { code: '021600556514' },
  clinicalTerm: { code: '78275009' },
  commissioningProvisioning: 'NATIONALLY_AVAILABLE',
  organisation: 'R68',
  ageAndGenderAppropriate: true,
  distanceLimit: 500,
  postcode: 'LS1 2UT',
  waitLimit: 21,
};

describe('the official HSCN answers', () => {
  it('give every clinic type with its specialty', () => {
    const path = 'A004-reference-data/response-hscn-clinic-type.json';
    const lists = valueOf(retrieveReferenceData, 'CLINIC-TYPE', path);
    const clinicTypes = lists['CLINIC-TYPE'] ?? [];
    const sent = example(path) as unknown as { concept: unknown[] };
    expect(clinicTypes).toHaveLength(sent.concept.length);
    expect(clinicTypes[0]).toEqual({
      code: '2WW_BONE',
      display: '2WW Bone',
      specialty: '2WW',
      effectiveFrom: '2004-06-01T00:00:00.000Z',
    });
    expect(clinicTypes.some(({ effectiveTo }) => effectiveTo)).toBe(true);
  });

  it('give a booked referral with its letters, although it carries no state', () => {
    const referral = valueOf(
      retrieveReferral,
      '000000098888' as Ubrn,
      'A005-retrieve-referral/response-hscn-basic.json',
    );
    expect(referral).toMatchObject({
      ubrn: '000000098888',
      version: '8',
      patient: samplePatient,
      state: { code: 'BOOKED', derived: true },
      priority: 'ROUTINE',
      specialty: { code: 'SLEEP_MEDICINE', display: 'Sleep Medicine' },
      appointment: {
        status: 'booked',
        service: { id: '90282', name: 'R68_Sleep_IBS_RL_Assessment' },
        start: '2020-12-25T14:30:00.000Z',
        clinician: { sdsUserId: '021600556514' },
      },
      clinicalInfoFirstSubmitted: '2020-03-31T11:02:27.685Z',
      related: [],
    });
    expect(referral.appointment?.id).toBeUndefined();
    expect(referral.shortlist).toBeUndefined();
    expect(referral.letters.map(({ name, url, size }) => [name, url, size])).toEqual([
      ['A_Referral_Letter.txt', 'Binary/att-98888-99120', 46],
      ['AA_Referral_Letter.txt', 'Binary/att-98888-99119', 46],
    ]);
  });

  const search = { patient: samplePatient, criteria: sampleCriteria, sortBy: 'DISTANCE' } as const;

  it('give services in their order, bookable and triage ones', () => {
    const services = valueOf(
      searchServices,
      search,
      'A010-patient-service-search/response-hscn-basic.json',
    );
    expect(services).toHaveLength(2);
    expect(services[0]).toMatchObject({
      id: '90636',
      name: 'R68_Sleep_DBS_RL_Assessment',
      bookableType: 'DIRECTLY_BOOKABLE',
      flows: ['ADVICE_AND_GUIDANCE_REQUEST', 'APPOINTMENT_REQUEST'],
      location: { name: 'Pinderfields Hospital', odsCode: 'R6007' },
      distance: 7,
      wait: { days: 17 },
      letterRequired: true,
    });
    expect(services[1]).toMatchObject({
      id: '90596',
      bookableType: 'UNSPECIFIED',
      wait: { code: 'NOT_APPLICABLE' },
      exclusions: 'Exclusions Text',
    });
  });

  it('give the services of the older form, with a code for the wait', () => {
    const services = valueOf(
      searchServices,
      search,
      'A010-patient-service-search/response-hscn-service-search-legacy.json',
    );
    expect(services).toMatchObject([
      { id: '70000', wait: { code: 'LIMITED_AVAILABILITY' }, specialty: { code: 'DIETETICS' } },
    ]);
    expect(services[0]?.distance).toBeUndefined();
  });

  const newReferral = {
    patient: samplePatient,
    criteria: sampleCriteria,
    services: ['90636'],
    letterIntention: 'NEED_TO_ADD_LATER',
    reminderDays: 0,
  } as const;

  it('give a new referral, unbooked, with its UBRN and version', () => {
    const path = 'A011-create-referral/response-hscn-basic.json';
    expect(valueOf(createReferral, newReferral, path)).toMatchObject({
      ubrn: '000000097364',
      version: '3',
      state: { code: 'NOT_BOOKED', derived: true },
      letters: [],
    });
    const another = { ...newReferral, patient: '9990123454' as NhsNumber };
    expect(parse(createReferral, another, path)).toMatchObject({
      ok: false,
      problem: { reason: 'wrong-patient' },
    });
  });

  const letterSet = {
    ubrn: '000000097366' as Ubrn,
    version: '3' as ReferralVersion,
    letters: [
      {
        url: 'Binary/att-97366-95217',
        description: 'Example Text',
        indexed: '2019-12-15T13:24:53+00:00' as Instant,
      },
    ],
  };

  it('give the letters of a referral that waits for its provider', () => {
    const path = 'A012-maintain-referral-letter/response-hscn-basic.json';
    expect(valueOf(maintainReferralLetters, letterSet, path)).toMatchObject({
      version: '6',
      state: { code: 'AWAITING_PROVIDER' },
      letters: [{ name: 'test.txt', kind: 'REFERRER', availability: 'AVAILABLE' }],
    });
  });

  it('give free slots and the number of the next page', () => {
    const page = valueOf(
      retrieveSlots,
      { serviceId: '70000', priority: 'ROUTINE', ruleOrganisation: 'R68', page: 1, count: 5 },
      'A015-retrieve-slots/response-hscn-basic.json',
    );
    expect(page).toMatchObject({ total: 1264, nextPage: 2 });
    expect(page.slots.map(({ id }) => id)).toEqual([
      '228385',
      '228340',
      '229062',
      '230586',
      '229690',
    ]);
    expect(page.slots[0]).toEqual({
      id: '228385',
      serviceId: '70000',
      start: '2021-02-09T09:00:00.000Z',
      end: '2021-02-09T09:30:00.000Z',
    });
  });

  const booking = {
    kind: 'book' as const,
    ubrn: '000000070002' as Ubrn,
    version: '3' as ReferralVersion,
    patient: '9401130264' as NhsNumber,
    slot: {
      id: '228385',
      serviceId: '70000',
      start: '2021-02-09T09:00:00.000Z' as Instant,
      end: '2021-02-09T09:30:00.000Z' as Instant,
    },
  };

  it('give a booking with the new version of its referral', () => {
    const path = 'A016-book-or-defer/response-hscn-book.json';
    expect(valueOf(makeAppointment, booking, path)).toMatchObject({
      ubrn: '000000070002',
      referralVersion: '5',
      appointment: {
        id: '70000',
        status: 'booked',
        service: { id: '70000', name: 'R68-Appointment-DBS' },
        start: '2021-02-09T09:00:00.000Z',
      },
    });
  });
});
