import { describe, expect, it } from 'vitest';
import type { Coded, SearchCriteria } from '../../domain/criteria.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import { serviceEntry } from '../answers.fixtures.ts';
import {
  inDialect,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { ServiceSearch } from '../verbs/referring.ts';
import { searchServices } from './a010-search-services.ts';

const criteria: SearchCriteria = {
  priority: 'URGENT',
  specialty: { code: 'CARDIOLOGY' },
  clinicType: { code: 'ARRHYTHMIA' },
  ageAndGenderAppropriate: true,
};
const term = { clinicalTerm: { code: '698247007' } };
const search: ServiceSearch = {
  patient: '9990123454' as NhsNumber,
  criteria,
  sortBy: 'IWT',
};
const withCriteria = (over: Partial<SearchCriteria>): ServiceSearch => ({
  ...search,
  criteria: { ...criteria, ...over },
});
const parsed = (...entry: Json[]) =>
  parsedBy(searchServices, search, ok({ resourceType: 'List', entry }));

describe('a service search', () => {
  it('names the patient and everything that was searched for', () => {
    const full = withCriteria({ postcode: 'NM3 8RB', distanceLimit: 20, waitLimit: 0 });
    expect(
      requestOf(searchServices, { ...full, referringClinician: '021600556514' }),
    ).toMatchObject({
      operation: 'A010',
      params: {},
      body: {
        resourceType: 'Parameters',
        parameter: [
          { name: 'requestType', valueCoding: { code: 'APPOINTMENT_REQUEST' } },
          { name: 'sortBy', valueCoding: { code: 'IWT' } },
          { name: 'patient', valueIdentifier: { value: '9990123454' } },
          { name: 'referringClinician', valueIdentifier: { value: '021600556514' } },
          {
            name: 'searchCriteria',
            resource: {
              parameter: [
                { name: 'priority', valueCoding: { code: 'URGENT' } },
                { name: 'specialty', valueCoding: { code: 'CARDIOLOGY' } },
                { name: 'clinicType', valueCoding: { code: 'ARRHYTHMIA' } },
                {
                  name: 'commissioningProvisioning',
                  valueCoding: { code: 'ALL_AVAILABLE_FOR_BOOKING' },
                },
                { name: 'ageAndGenderAppropriate', valueBoolean: true },
                { name: 'postcode', valueString: 'NM3 8RB' },
                { name: 'distanceLimit', valueUnsignedInt: 20 },
                { name: 'indicativeAppointmentWaitTimeLimit', valueUnsignedInt: 0 },
              ],
            },
          },
        ],
      },
    });
  });

  it.each<[string, ServiceSearch, string, string]>([
    ['no criteria', withCriteria({ clinicType: undefined }), 'criteria-missing', 'searchCriteria'],
    [
      'a clinic type without its specialty',
      withCriteria({ specialty: undefined }),
      'field-not-permitted',
      'clinicType',
    ],
    [
      'a distance without a postcode',
      withCriteria({ distanceLimit: 5 }),
      'field-not-permitted',
      'distanceLimit',
    ],
    [
      'half a mile',
      withCriteria({ distanceLimit: 0.5, postcode: 'NM3 8RB' }),
      'field-wrong',
      'distanceLimit',
    ],
    [
      'a wait with a two-week wait',
      withCriteria({ priority: 'TWO_WEEK_WAIT', waitLimit: 10 }),
      'field-not-permitted',
      'indicativeAppointmentWaitTimeLimit',
    ],
    [
      'every service there is',
      withCriteria({ commissioningProvisioning: 'ALL_SERVICES' }),
      'field-wrong',
      'commissioningProvisioning',
    ],
    [
      'a specialty without a code, beside a term',
      withCriteria({ specialty: { code: '' }, clinicType: undefined, ...term }),
      'field-wrong',
      'specialty',
    ],
    [
      'a clinic type without a code, beside a term',
      withCriteria({ clinicType: { code: ' ' }, ...term }),
      'field-wrong',
      'clinicType',
    ],
    [
      'a term without a code, beside a clinic type',
      withCriteria({ clinicalTerm: {} as Coded }),
      'field-wrong',
      'clinicalTerm',
    ],
    [
      'a named clinician without a number, beside a clinic type',
      withCriteria({ namedClinician: {} as Coded }),
      'field-wrong',
      'namedClinician',
    ],
    [
      'a clinician by name',
      withCriteria({ namedClinician: { code: 'Dr' } }),
      'field-wrong',
      'namedClinician',
    ],
    [
      'a referring clinician of 11 digits',
      { ...search, referringClinician: '02160055651' },
      'field-wrong',
      'referringClinician',
    ],
    [
      'an NHS number with spaces',
      { ...search, patient: '999 012 3454' as NhsNumber },
      'nhs-number-wrong',
      'patient',
    ],
  ])('with %s is not sent', (_, broken, ...[refusedAs, field]) => {
    expect(requestOf(searchServices, broken)).toEqual({ refused: refusedAs, field });
  });

  it('asks for every service there is where e-RS does not read that', () => {
    const every = withCriteria({ commissioningProvisioning: 'ALL_SERVICES' });
    expect(inDialect(apiPlatform).requestOf(searchServices, every)).toHaveProperty('operation');
  });

  it.each<[string, Partial<SearchCriteria>]>([
    ['a clinical term', term],
    ['a named clinician', { namedClinician: { code: '021600556514' } }],
  ])('by %s alone is enough', (_, found) => {
    const alone = withCriteria({ specialty: undefined, clinicType: undefined, ...found });
    expect(requestOf(searchServices, alone)).toHaveProperty('operation');
  });

  it('finds services with every fact they told, in the order of e-RS', () => {
    const facts = {
      referrerAlert: 'Not for under 18s',
      exclusions: 'Pregnancy',
      suggestedInvestigations: '12-lead ECG',
      conditionsTreated: 'Arrhythmia',
      additionalRequirements: ['INTERPRETER', 'TRANSPORT'],
      age: { low: [6, 'MONTHS'], high: [18, 'YEARS'] },
    } as const;
    expect(parsed(serviceEntry('11010'), serviceEntry('11008', facts))).toMatchObject({
      ok: true,
      value: [
        { id: '11010', additionalRequirements: [] },
        {
          id: '11008',
          name: 'Service 11008',
          specialty: { code: 'CARDIOLOGY' },
          location: { name: 'Eastgate Health Centre', odsCode: 'RX101' },
          bookableType: 'DIRECTLY_BOOKABLE',
          flows: ['APPOINTMENT_REQUEST'],
          sexTreated: 'MALE_AND_FEMALE',
          ageTreated: { low: 6, high: 216, unit: 'MONTHS' },
          letterRequired: true,
          wait: { days: 21 },
          distance: 3,
          displayProminently: false,
          referrerAlert: 'Not for under 18s',
          exclusions: 'Pregnancy',
          suggestedInvestigations: '12-lead ECG',
          conditionsTreated: 'Arrhythmia',
          additionalRequirements: ['INTERPRETER', 'TRANSPORT'],
        },
      ],
    });
  });

  it('may find none, which is an empty list', () => {
    const none = { resourceType: 'List', emptyReason: { coding: [{ code: 'nilknown' }] } };
    expect(parsedBy(searchServices, search, ok(none))).toEqual({ ok: true, value: [] });
  });

  it('P11: is unreadable, not empty, when the answer is no list', () => {
    expect(parsedBy(searchServices, search, ok({}))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'resourceType' },
    });
  });

  it('is unreadable where a service does not say whether it can be booked', () => {
    const broken = serviceEntry('11008', { bookableType: 'SOMEHOW' });
    expect(parsed(serviceEntry('11010'), broken)).toMatchObject({
      problem: {
        field: expect.stringContaining('entry[1].item.extension') as string,
      },
    });
  });

  it.each([
    ['PATIENT_ERROR', 'patient-error'],
    ['NO_REG_GP_PRACTICE', 'no-registered-practice'],
    ['ORGANISATION_IS_CLOSED', 'organisation-closed'],
    ['SNOMED_NOT_FOUND', 'clinical-term-unknown'],
    ['REFERENCED_USER_NOT_IN_ORG', 'clinician-not-in-organisation'],
  ])('refused with %s is %s and not to be repeated', (code, reason) => {
    expect(problemFor(searchServices, refused(422, code))).toMatchObject({
      reason,
      retry: 'never',
    });
  });
});

describe('a service search over the API platform', () => {
  const { requestOf: asked } = inDialect(apiPlatform);

  it('says for which organisation a referral that exists is commissioned, and no provisioning', () => {
    const request = asked(searchServices, { ...search, ruleOrganisation: 'R69' });
    expect(request).toHaveProperty('body.parameter.3', {
      name: 'commissioningRuleOrganisation',
      valueIdentifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'R69' },
    });
    expect(JSON.stringify(request)).not.toContain('commissioningProvisioning');
  });

  it('may be for advice', () => {
    expect(
      asked(searchServices, { ...search, requestType: 'ADVICE_AND_GUIDANCE_REQUEST' }),
    ).toHaveProperty('body.parameter.0.valueCoding.code', 'ADVICE_AND_GUIDANCE_REQUEST');
  });

  const field = 'commissioningRuleOrganisation';

  it('does not say for which organisation advice is commissioned', () => {
    const advice = { ...search, requestType: 'ADVICE_AND_GUIDANCE_REQUEST' } as const;
    expect(asked(searchServices, { ...advice, ruleOrganisation: 'R69' })).toEqual({
      refused: 'field-not-permitted',
      field,
    });
  });

  it('takes no organisation that is no ODS code, and HSCN takes none at all', () => {
    expect(asked(searchServices, { ...search, ruleOrganisation: 'R 69' })).toEqual({
      refused: 'field-wrong',
      field,
    });
    expect(requestOf(searchServices, { ...search, ruleOrganisation: 'R69' })).toEqual({
      refused: 'field-not-permitted',
      field,
    });
    expect(requestOf(searchServices, withCriteria({ organisation: '' }))).toEqual({
      refused: 'field-wrong',
      field: 'organisation',
    });
  });

  it('tells the page of a service on the NHS website, and no other address', () => {
    const withLink = (valueString: string): Json => {
      const entry = serviceEntry('11008') as { item: { extension: { extension: Json[] }[] } };
      entry.item.extension[0]?.extension.push({ url: 'linkToNHSWebsite', valueString });
      return entry;
    };
    const page = 'https://www.nhs.uk/service-search/chooseandbook?serviceId=11008';
    expect(parsed(withLink(page), withLink('javascript:alert(1)'))).toMatchObject({
      value: [{ website: page }, { website: undefined }],
    });
  });
});
