import { expect, it } from 'vitest';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import { createCore } from '../core/core.ts';
import { isKnownPostcode, milesBetween } from '../core/distance.ts';
import { slotsOf } from '../core/slots.ts';
import { clinicTypes } from './clinic-types.ts';
import { clinicalTerms } from './clinical-terms.ts';
import { clinicians } from './clinicians.ts';
import { buildOrganisations } from './organisations.ts';
import { buildPatients } from './patients.ts';
import { buildServices } from './services.ts';

const services = buildServices('small');

function repeated(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

it.each([
  ['small', 40],
  ['practice', 240],
  ['trust', 6_000],
] as const)('%s has at least %i patients with valid numbers of the 999 range', (size, least) => {
  const patients = buildPatients(size);
  expect(patients.length).toBeGreaterThanOrEqual(least);
  const numbers = patients.map((patient) => patient.nhsNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
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

it('has in the largest seed all of the smaller, and at least 1,000 services with 100,000 slots', () => {
  const many = buildServices('trust');
  expect(many.length).toBeGreaterThanOrEqual(1_000);
  expect(many.slice(0, services.length)).toEqual(services);
  expect(new Set(many.map((service) => service.id)).size).toBe(many.length);
  expect(new Set(many.map((service) => service.name)).size).toBe(many.length);
  const core = createCore({ clock: () => Date.UTC(2026, 9, 16), seed: 1, size: 'trust' });
  const slots = many.reduce((sum, service) => sum + slotsOf(core, service).length, 0);
  expect(slots).toBeGreaterThanOrEqual(100_000);
}, 60_000);

it('has at least 20 clinicians, and services name only those who work there', () => {
  expect(clinicians.length).toBeGreaterThanOrEqual(20);
  expect(clinicians.filter((one) => !/^\d{12}$/.test(one.sdsUserId))).toEqual([]);
  expect(repeated(clinicians.map((one) => one.sdsUserId))).toEqual([]);
  const strangers = buildServices('trust').flatMap((service) =>
    service.clinicians.filter(
      (id) => clinicians.find((one) => one.sdsUserId === id)?.odsCode !== service.providerOdsCode,
    ),
  );
  expect(strangers).toEqual([]);
});

it('names only clinic types and organisations that exist', () => {
  const kinds = clinicTypes.map((clinic) => `${clinic.specialty} ${clinic.code}`);
  const lost = [...clinicalTerms, ...buildServices('trust')].filter(
    (one) => !kinds.includes(`${one.specialty} ${one.clinicType}`),
  );
  expect(lost).toEqual([]);
  const known = buildOrganisations('trust').map((organisation) => organisation.odsCode);
  expect(buildServices('trust').filter((service) => !known.includes(service.siteOdsCode))).toEqual(
    [],
  );
});

it('measures the distances that the design shows', () => {
  const miles = (postcode: string): number | undefined => milesBetween('NM3 8RB', postcode);
  expect(['NM1 2PD', 'NM4 7QT', 'BK2 5LL', 'BK1 9TA'].map(miles)).toEqual([1, 3, 9, 10]);
});
