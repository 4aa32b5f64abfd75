import { describe, expect, it } from 'vitest';
import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import {
  concept,
  inDialect,
  NHS_NUMBER,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  SDS_USER,
  SERVICE,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveAdviceWorklist } from './a023-retrieve-advice-worklist.ts';

const bodyOf = (filter: WorklistFilter): unknown => {
  const request = requestOf(retrieveAdviceWorklist, filter);
  return 'refused' in request ? request : request.body;
};

function column(url: string, value: Json): Json {
  return { url, ...value };
}

function identified(system: string, value: string, display?: string): Json {
  return { valueReference: { identifier: { system, value }, display } };
}

function row(ubrn: string, ...columns: Json[]): Json {
  const url =
    'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-eRS-AdviceAndGuidanceRequests-WorkListItem-1';
  return {
    item: { reference: `CommunicationRequest/${ubrn}` },
    extension: [{ url, extension: columns }],
  };
}

const columns = [
  column('priority', { valueCodeableConcept: concept('eRS-Priority-1', 'URGENT') }),
  column('specialty', { valueCodeableConcept: concept('SPECIALTY', 'CARDIOLOGY') }),
  column('patient', identified(NHS_NUMBER, '9990123454')),
  column('category', {
    valueCodeableConcept: concept('eRS-AdviceAndGuidanceStatus-1', 'PROVIDER_RESPONSE_REQUIRED'),
  }),
  column('adviceFirstRequested', { valueDateTime: '2026-10-14T10:00:00.000Z' }),
  column('adviceLastUpdated', { valueDateTime: '2026-10-15T10:00:00.000Z' }),
  column('referrer', identified(SDS_USER, '021600556514')),
  column('service', identified(SERVICE, '11014', 'Cardiology Advice')),
];
const more = [
  column('namedClinician', identified(SDS_USER, '103264994981')),
  column('clinicType', { valueCodeableConcept: concept('CLINIC-TYPE', 'HEART_FAILURE') }),
  column('communicationRequestVersion', { valueInteger: 10 }),
];
const parsed = (...entry: Json[]) =>
  parsedBy(retrieveAdviceWorklist, {}, ok({ resourceType: 'List', entry }));

describe('the list of requests for advice', () => {
  it('is asked for by its type alone where nothing narrows it', () => {
    expect(bodyOf({})).toMatchObject({
      meta: {
        profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-FetchWorklist-Parameters-1'],
      },
      parameter: [
        {
          name: 'listType',
          valueCodeableConcept: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-CommunicationListSelector-1',
                code: 'ADVICE_AND_GUIDANCE_REQUESTS',
              },
            ],
          },
        },
      ],
    });
    expect((bodyOf({}) as { parameter: unknown[] }).parameter).toHaveLength(1);
  });

  it('is narrowed by values that stand beside their indicators', () => {
    const clinician = { sdsUserId: '103264994981' };
    const filter = { serviceId: '11014', specialty: 'CARDIOLOGY', location: 'R6901', clinician };
    const assigned = { coding: [{ code: 'ASSIGNED' }] };
    expect(bodyOf(filter)).toMatchObject({
      parameter: [
        { name: 'listType' },
        { name: 'service', valueIdentifier: { value: '11014' } },
        { name: 'specialtyAssignedIndicator', valueCodeableConcept: assigned },
        { name: 'specialty', valueCodeableConcept: { coding: [{ code: 'CARDIOLOGY' }] } },
        { name: 'location', valueIdentifier: { value: 'R6901' } },
        { name: 'clinicianAssignedIndicator', valueCodeableConcept: assigned },
        { name: 'clinician', valueIdentifier: { value: '103264994981' } },
      ],
    });
  });

  it('can be of what nobody is named for', () => {
    expect(bodyOf({ clinician: 'NOT_ASSIGNED' })).toMatchObject({
      parameter: [
        { name: 'listType' },
        {
          name: 'clinicianAssignedIndicator',
          valueCodeableConcept: { coding: [{ code: 'NOT_ASSIGNED' }] },
        },
      ],
    });
  });

  it.each<[string, WorklistFilter, string]>([
    ['a service that is no number', { serviceId: 'x' }, 'service'],
    ['no specialty at all', { specialty: '' }, 'specialty'],
    ['a location that is no ODS code', { location: 'R-69' }, 'location'],
    ['a clinician with half a number', { clinician: { sdsUserId: '555' } }, 'clinician'],
  ])('is not asked for with %s', (_, filter, field) => {
    expect(bodyOf(filter)).toEqual({ refused: 'field-wrong', field });
  });

  it('is not asked for with an assigned clinician of no number', () => {
    const filter = { clinician: { sdsUserId: '' } };
    expect(bodyOf(filter)).toEqual({ refused: 'field-required', field: 'clinician' });
  });

  it('has its rows in the order of e-RS, with numbers in place of names', () => {
    const result = parsed(
      row('000049283321', ...columns, ...more),
      row('000049283320', ...columns),
    );
    expect(result).toEqual({
      ok: true,
      value: [
        {
          ubrn: '000049283321',
          patient: '9990123454',
          priority: 'URGENT',
          specialty: { code: 'CARDIOLOGY' },
          clinicType: { code: 'HEART_FAILURE' },
          namedClinician: { sdsUserId: '103264994981' },
          category: 'PROVIDER_RESPONSE_REQUIRED',
          firstRequested: '2026-10-14T10:00:00.000Z',
          lastUpdated: '2026-10-15T10:00:00.000Z',
          referrer: { sdsUserId: '021600556514' },
          service: { id: '11014', name: 'Cardiology Advice' },
          version: '10',
        },
        expect.objectContaining({ ubrn: '000049283320', version: undefined }),
      ],
    });
  });

  it('may be empty', () => {
    expect(parsed()).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['a row of a referral', { ...row('0', ...columns), item: { reference: 'ReferralRequest/1' } }],
    ['a row without its patient', row('000049283320', ...columns.filter((_, i) => i !== 2))],
    ['a row without its service', row('000049283320', ...columns.slice(0, -1))],
  ])('is unreadable with %s, and says which row', (_, broken) => {
    expect(parsed(row('000049283321', ...columns), broken)).toMatchObject({
      problem: {
        reason: 'answer-not-readable',
        field: expect.stringMatching(/^entry\[1\]\./) as string,
      },
    });
  });

  it.each([
    ['NO_RELATIONSHIP', 'no-relationship'],
    ['NO_SUCH_SERVICE', 'no-such-service'],
    ['UNEXPECTED_FIELD', 'field-not-permitted'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(retrieveAdviceWorklist, refused(422, code))).toMatchObject({ reason });
  });

  it('names the system of specialties by the host of its dialect', () => {
    const filter = { specialty: 'CARDIOLOGY' };
    const request = inDialect(apiPlatform).requestOf(retrieveAdviceWorklist, filter);
    expect(JSON.stringify(request)).toContain(`${apiPlatform.referenceListBase}SPECIALTY`);
  });
});
