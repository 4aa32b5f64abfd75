import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRIORITIES, type SearchCriteria } from '../../domain/criteria.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import { criteriaShape } from '../shapes/search-criteria.ts';
import { renderCriteria } from './search-criteria.ts';

const code = fc.stringMatching(/^[A-Z_]{1,20}$/).map((text) => ({ code: text }));
const whole = fc.nat({ max: 9_999 });
const optional = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });

const anyCriteria: fc.Arbitrary<SearchCriteria> = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  specialty: optional(code),
  clinicType: optional(code),
  clinicalTerm: optional(code),
  namedClinician: optional(code),
  postcode: optional(fc.constantFrom('NM3 8RB', 'LS1 2UT')),
  distanceLimit: optional(whole),
  waitLimit: optional(whole),
  organisation: optional(fc.constant('R69')),
  ageAndGenderAppropriate: fc.boolean(),
  commissioningProvisioning: fc.constantFrom('NATIONALLY_AVAILABLE', 'ALL_AVAILABLE_FOR_BOOKING'),
});

describe('search criteria', () => {
  it('read back as they were written, priority above all', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const written: unknown = JSON.parse(JSON.stringify(renderCriteria(criteria, hscn)));
        expect(criteriaShape(written)).toEqual({ ok: true, value: criteria });
      }),
    );
  });

  it('say how services are commissioned only in a dialect that asks', () => {
    const quirks = { ...hscn.quirks, readsCommissioningProvisioning: false };
    const criteria: SearchCriteria = { priority: 'ROUTINE', ageAndGenderAppropriate: true };
    const names = (dialect: typeof hscn): string[] =>
      renderCriteria(criteria, dialect).parameter.map(({ name }) => name);
    expect(names(hscn)).toContain('commissioningProvisioning');
    expect(names({ ...hscn, quirks })).not.toContain('commissioningProvisioning');
  });

  it('say how services were commissioned wherever that was said of them', () => {
    const read = { priority: 'ROUTINE', ageAndGenderAppropriate: true } as const;
    const criteria = { ...read, commissioningProvisioning: 'NATIONALLY_AVAILABLE' };
    expect(renderCriteria(criteria, apiPlatform).parameter).toContainEqual(
      expect.objectContaining({
        valueCoding: { system: expect.anything() as string, code: 'NATIONALLY_AVAILABLE' },
      }),
    );
  });
});
