import { expect, it } from 'vitest';
import type { Caller, Parameter } from '../test/hscn-caller.ts';
import {
  coding,
  criteria,
  identified,
  logIn,
  search,
  searchBody,
  snomed,
  specialty,
} from '../test/hscn-caller.ts';
import type { Json } from '../test/json.ts';

const organisation = (value: string): Parameter => ({
  name: 'organisation',
  valueIdentifier: { system: 'https://directory.spineservices.nhs.uk/STU3/Organization', value },
});
const patient = (value: string): Parameter => ({
  name: 'patient',
  valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value },
});
const postcode: Parameter = { name: 'postcode', valueString: 'NM3 8RB' };
const distanceLimit = (miles: number): Parameter => ({
  name: 'distanceLimit',
  valueUnsignedInt: miles,
});
const waitLimit: Parameter = {
  name: 'indicativeAppointmentWaitTimeLimit',
  valueUnsignedInt: 10,
};
const twoWeekWait = coding('priority', 'eRS-Priority-1', 'TWO_WEEK_WAIT');
const provisioning = (code: string): Parameter =>
  coding('commissioningProvisioning', 'eRS-CommissioningProvisioning-1', code);

function patientNamed(caller: Caller, family: string): string {
  const all = [...caller.simulator.core.directory.patients.values()];
  return all.find((one) => one.family === family)?.nhsNumber ?? '';
}

function ids(body: Json): string[] {
  return (body.entry ?? []).map((entry) => entry.item.identifier.value);
}

async function idsFor(parameters: Parameter[], extra: Parameter[] = []): Promise<string[]> {
  return ids((await search(await logIn(), searchBody(parameters, extra))).body);
}

type Refused = [title: string, body: unknown, refusal: string];

const refused: Refused[] = [
  [
    'clinic type without specialty',
    searchBody(criteria([], ['specialty'])),
    "FIELD_NOT_PERMITTED 'clinicType'",
  ],
  [
    'specialty without clinic type',
    searchBody(criteria([], ['clinicType'])),
    "VALUE_IS_REQUIRED 'clinicType'",
  ],
  [
    'nothing to search by',
    searchBody(criteria([], ['specialty', 'clinicType'])),
    "VALUE_IS_REQUIRED 'searchCriteria'",
  ],
  [
    'distance without postcode',
    searchBody(criteria([distanceLimit(5)])),
    "FIELD_NOT_PERMITTED 'distanceLimit'",
  ],
  [
    'wait limit with two week wait',
    searchBody(criteria([twoWeekWait, waitLimit])),
    "FIELD_NOT_PERMITTED 'indicativeAppointmentWaitTimeLimit'",
  ],
  [
    'all services',
    searchBody(criteria([provisioning('ALL_SERVICES')])),
    "INAPPROPRIATE_VALUE 'commissioningProvisioning'",
  ],
  ['an unknown term', searchBody(criteria([snomed('1')])), "SNOMED_NOT_FOUND 'clinicalTerm'"],
  [
    'an unknown postcode',
    searchBody(criteria([{ name: 'postcode', valueString: 'ZZ1 1ZZ' }])),
    "REFERENCE_NOT_FOUND 'postcode'",
  ],
  [
    'an unknown clinician',
    searchBody(criteria([identified('namedClinician', '999999999999')])),
    "REFERENCE_NOT_FOUND 'namedClinician'",
  ],
  [
    'a clinician who refers',
    searchBody(criteria([identified('namedClinician', '021600550204')])),
    "REFERENCED_USER_IS_NOT_SPC 'namedClinician'",
  ],
  [
    'a clinician who left',
    searchBody(criteria([identified('namedClinician', '021600551253')])),
    "REFERENCED_USER_IS_NOT_ACTIVE 'namedClinician'",
  ],
  [
    'an unknown organisation',
    searchBody(criteria([organisation('XX9')])),
    "REFERENCE_NOT_FOUND 'organisation'",
  ],
  [
    'a closed organisation',
    searchBody(criteria([organisation('XZ101')])),
    "ORGANISATION_IS_CLOSED 'organisation'",
  ],
  [
    'a practice as provider',
    searchBody(criteria([organisation('Y99001')])),
    "ORGANISATION_NOT_APPROPRIATE 'organisation'",
  ],
  [
    'an unknown patient',
    searchBody(criteria(), [patient('9999999999')]),
    "REFERENCE_NOT_FOUND 'patient'",
  ],
  [
    'a patient number that is none',
    searchBody(criteria(), [patient('999')]),
    "INVALID_VALUE 'patient'",
  ],
  [
    'a referring clinician named by one',
    searchBody(criteria(), [identified('referringClinician', '021600550204')]),
    "FIELD_NOT_PERMITTED 'referringClinician'",
  ],
  [
    'an unknown sort',
    searchBody(criteria(), [coding('sortBy', 'eRS-SortBy-1', 'NAME')]),
    "INVALID_VALUE 'sortBy'",
  ],
  [
    'an unknown criterion',
    searchBody(criteria([{ name: 'place', valueString: 'x' }])),
    "UNEXPECTED_FIELD 'parameter[4]'",
  ],
  ['no priority', searchBody(criteria([], ['priority'])), "MISSING_VALUE 'priority'"],
  [
    'a rule organisation, which the platform alone takes',
    searchBody(criteria(), [{ name: 'commissioningRuleOrganisation' }]),
    "UNEXPECTED_FIELD 'parameter[4]'",
  ],
];

it.each(refused)('refuses %s', async (_title, body, refusal) => {
  const answer = await search(await logIn(), body);
  expect(answer.status).toBe(422);
  expect(`${answer.code} ${answer.diagnostics}`).toContain(refusal);
});

it.each([
  ['KINGSLEY-OKORO', 'PATIENT_ERROR'],
  ['MARCHBANKS', 'NO_REG_GP_PRACTICE'],
])('refuses to refer %s', async (family, code) => {
  const caller = await logIn();
  const nhsNumber = patientNamed(caller, family);
  expect((await search(caller, searchBody(criteria(), [patient(nhsNumber)]))).code).toBe(code);
});

it.each([
  ['nobody', [], 'VALUE_IS_REQUIRED'],
  ['a provider clinician', ['021600551011'], 'REFERENCED_USER_IS_NOT_RC'],
  ['a clinician who left', ['021600550864'], 'REFERENCED_USER_IS_NOT_ACTIVE'],
  ['a clinician of another practice', ['021600550428'], 'REFERENCED_USER_NOT_IN_ORG'],
  ['an unknown user', ['999999999999'], 'REFERENCE_NOT_FOUND'],
  ['a clinician of the practice', ['021600550531'], undefined],
])('answers an admin who names %s as referring clinician', async (_who, named, code) => {
  const caller = await logIn({ businessFunction: 'REFERRING_CLINICIAN_ADMIN' });
  const extra = named.map((id) => identified('referringClinician', id));
  expect((await search(caller, searchBody(criteria(), extra))).code).toBe(code);
});

it('finds by distance, by wait, by term and by clinician', async () => {
  expect(await idsFor(criteria([postcode, distanceLimit(3)]))).toEqual(['70001', '70002']);
  expect(await idsFor(criteria([waitLimit]))).toEqual(['70001', '70003', '70004']);
  expect(await idsFor(criteria([snomed('80313002')], ['specialty', 'clinicType']))).toContain(
    '70003',
  );
  const named = criteria(
    [identified('namedClinician', '021600551011')],
    ['specialty', 'clinicType'],
  );
  expect(await idsFor(named)).toContain('70002');
});

it('sorts by distance or by wait', async () => {
  const byDistance = await idsFor(criteria(), [coding('sortBy', 'eRS-SortBy-1', 'DISTANCE')]);
  expect(byDistance).toEqual(['70001', '70002', '70003', '70004', '70005']);
  expect((await idsFor(criteria()))[2]).toBe('70005');
});

it('leaves out what does not treat the patient, unless asked', async () => {
  const vasectomy = [specialty('UROLOGY'), coding('clinicType', 'eRS-ClinicType-1', 'VASECTOMY')];
  expect(await idsFor(criteria(vasectomy))).toEqual([]);
  const anyone: Parameter = { name: 'ageAndGenderAppropriate', valueBoolean: false };
  expect((await idsFor(criteria([...vasectomy, anyone]))).length).toBeGreaterThan(0);
});

/** A fact of a found service, wherever e-RS puts it. */
function factOf(body: Json, id: string, url: string): Json | undefined {
  const entry = body.entry.find((one) => one.item.identifier.value === id);
  const extensions = [...(entry?.extension ?? []), ...(entry?.item.extension ?? [])];
  return extensions.flatMap((one) => one.extension).find((one) => one.url === url);
}

it('says in words it knows how each service is booked and what its wait is', async () => {
  const { body } = await search(await logIn());
  const codeOf = (id: string, url: string): string | undefined =>
    factOf(body, id, url)?.valueCodeableConcept.coding[0]?.code;
  expect(['70001', '70003', '70004'].map((id) => codeOf(id, 'bookableType'))).toEqual([
    'DIRECTLY_BOOKABLE',
    'UNSPECIFIED',
    'INDIRECTLY_BOOKABLE',
  ]);
  const wait = 'indicativeAppointmentWaitTime';
  expect(factOf(body, '70001', wait)?.valueUnsignedInt).toBe(6);
  expect(['70003', '70004'].map((id) => codeOf(id, wait))).toEqual([
    'NOT_APPLICABLE',
    'LIMITED_AVAILABILITY',
  ]);
});
