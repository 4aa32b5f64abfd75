import { expect, it } from 'vitest';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import { isKnownPostcode, milesBetween } from '../core/distance.ts';
import { clinicTypes } from './clinic-types.ts';
import { clinicalTerms } from './clinical-terms.ts';
import { clinicians } from './clinicians.ts';
import { organisations } from './organisations.ts';
import { patients } from './patients.ts';
import { buildServices } from './services.ts';

const services = buildServices();

function repeated(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

it('has at least 40 patients with distinct, valid numbers of the 999 range', () => {
  expect(patients.length).toBeGreaterThanOrEqual(40);
  const numbers = patients.map((patient) => patient.nhsNumber);
  expect(repeated(numbers)).toEqual([]);
  expect(numbers.filter((one) => !/^999\d{7}$/.test(one) || !parseNhsNumber(one))).toEqual([]);
  expect(patients.filter((patient) => !isKnownPostcode(patient.postcode))).toEqual([]);
});

it('has at least 300 services of at least 12 specialties, of every kind', () => {
  expect(services.length).toBeGreaterThanOrEqual(300);
  expect(new Set(services.map((service) => service.specialty)).size).toBeGreaterThanOrEqual(12);
  expect(repeated(services.map((service) => service.id))).toEqual([]);
  expect(repeated(services.map((service) => service.name))).toEqual([]);
  expect(new Set(services.map((service) => service.booking))).toEqual(
    new Set(['DBS', 'IBS', 'TRIAGE']),
  );
  const emptyDbs = services.filter((one) => one.booking === 'DBS' && !one.publishesSlots);
  expect(emptyDbs.length).toBeGreaterThan(1);
  expect(services.some((service) => !service.exclusions && !service.referrerAlert)).toBe(true);
});

it('has at least 20 clinicians, and services name only those who work there', () => {
  expect(clinicians.length).toBeGreaterThanOrEqual(20);
  expect(clinicians.filter((one) => !/^\d{12}$/.test(one.sdsUserId))).toEqual([]);
  expect(repeated(clinicians.map((one) => one.sdsUserId))).toEqual([]);
  const strangers = services.flatMap((service) =>
    service.clinicians.filter(
      (id) => clinicians.find((one) => one.sdsUserId === id)?.odsCode !== service.providerOdsCode,
    ),
  );
  expect(strangers).toEqual([]);
});

it('names only clinic types and organisations that exist', () => {
  const kinds = clinicTypes.map((clinic) => `${clinic.specialty} ${clinic.code}`);
  const lost = [...clinicalTerms, ...services].filter(
    (one) => !kinds.includes(`${one.specialty} ${one.clinicType}`),
  );
  expect(lost).toEqual([]);
  const known = organisations.map((organisation) => organisation.odsCode);
  expect(services.filter((service) => !known.includes(service.siteOdsCode))).toEqual([]);
});

it('measures the distances that the design shows', () => {
  const miles = (postcode: string): number | undefined => milesBetween('NM3 8RB', postcode);
  expect(['NM1 2PD', 'NM4 7QT', 'BK2 5LL', 'BK1 9TA'].map(miles)).toEqual([1, 3, 9, 10]);
});
