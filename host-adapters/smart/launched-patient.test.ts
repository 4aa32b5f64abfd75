import { describe, expect, it } from 'vitest';
import { readLaunchContext } from '../../src/host/launch-context.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { LaunchError } from './launch-problem.ts';
import { readPatient } from './launched-patient.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const number = (value: string, more = {}) => ({ system: NHS, value, ...more });
const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: 'urn:local', value: '77' }, number('9990123454')],
  name: [
    { use: 'old', family: 'Formerly' },
    {
      use: 'official',
      family: 'Hargreaves-Oyelaran',
      given: ['Josephine', 'Ann'],
      prefix: ['Mrs'],
    },
  ],
  gender: 'female',
  birthDate: '1968-03-14',
  address: [
    { use: 'old', postalCode: 'ZZ9 9ZZ' },
    { use: 'temp', postalCode: 'NM1 1AA' },
    { use: 'home', postalCode: 'NM3 8RB' },
  ],
};

const reasonOf = (identifier: unknown): string => {
  try {
    readPatient({ ...patient, identifier });
  } catch (error) {
    if (error instanceof LaunchError) return error.reason;
  }
  return 'taken';
};

const contextOf = (record: Record<string, unknown>) =>
  readLaunchContext(
    {
      patient: readPatient({ ...patient, ...record }),
      user: { id: '021600550204' },
      organisation: { odsCode: 'Y99001' },
    },
    { contextId: 'c', seq: 1, issuedAt: '2026-10-16T09:00:00.000Z' as Instant },
  );

describe('the patient of a launch', () => {
  it('has the number, name, birth date, gender and home postcode of now', () => {
    expect(readPatient(patient)).toEqual({
      nhsNumber: '9990123454',
      birthDate: '1968-03-14',
      name: { family: 'Hargreaves-Oyelaran', given: 'Josephine Ann', title: 'Mrs' },
      gender: 'Female',
      postcode: 'NM3 8RB',
      deceased: undefined,
      verified: false,
    });
  });

  it('has to have an NHS number, in the NHS’s own system', () => {
    expect(reasonOf(undefined)).toBe('no-nhs-number');
    expect(reasonOf([{ system: 'urn:local', value: '9990123454' }])).toBe('no-nhs-number');
    expect(reasonOf([number('')])).toBe('no-nhs-number');
  });

  it('may not have two, and one written twice or a former one is not two', () => {
    expect(reasonOf([number('9990123454'), number('9990348715')])).toBe('two-nhs-numbers');
    expect(reasonOf([number('9990123454'), number('999 012 3454')])).toBe('taken');
    expect(reasonOf([number('9990123454'), number('9990348715', { use: 'old' })])).toBe('taken');
  });

  it('is a named problem where number or birth date are not real ones', () => {
    expect(contextOf({ identifier: [number('9990123455')] }).patientProblem).toBe(
      'nhs-number-wrong',
    );
    expect(contextOf({ birthDate: '1968' }).patientProblem).toBe('birth-date-wrong');
    expect(contextOf({ birthDate: undefined }).patientProblem).toBe('birth-date-wrong');
    expect(contextOf({}).patient?.nhsNumber).toBe('9990123454');
  });

  it('is dead where the record says so, with the day where it gives one', () => {
    expect(readPatient({ ...patient, deceasedBoolean: true }).deceased).toEqual({});
    expect(readPatient({ ...patient, deceasedBoolean: false }).deceased).toBeUndefined();
    const died = { ...patient, deceasedDateTime: '2026-09-30T11:00:00Z' };
    expect(readPatient(died).deceased).toEqual({ date: '2026-09-30' });
  });

  it('counts as verified only where the number is marked so', () => {
    const marked = (code: string) =>
      number('9990123454', {
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
            valueCodeableConcept: { coding: [{ code }] },
          },
        ],
      });
    const read = (code: string) => readPatient({ ...patient, identifier: [marked(code)] }).verified;
    expect(read('number-present-and-verified')).toBe(true);
    expect(read('number-present-but-not-traced')).toBe(false);
  });
});
