import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveServices } from './a035-search-services.ts';
import { searchset, serviceBody } from './directory.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => String(11000 + i));

describe('the facts of several services', () => {
  it('are asked for at once, each service once', () => {
    expect(requestOf(retrieveServices, ['11008', '11010', '11008'])).toEqual({
      operation: 'A035',
      params: { serviceIds: '11008,11010' },
    });
    const most = requestOf(retrieveServices, ids(20));
    expect('refused' in most ? undefined : apiPlatform.route(most)?.path).toContain(
      '/R4/HealthcareService?_id=11000%2C11001',
    );
  });

  it.each<[string, string[], string]>([
    ['no id', [], 'field-required'],
    ['21 ids', ids(21), 'too-many-services'],
    ['an id that is no number', ['1', 'x'], 'field-wrong'],
    ['two ids in one', ['1,2'], 'field-wrong'],
    ['an empty id', ['1', ''], 'field-required'],
    ['an id left out', [undefined as unknown as string], 'field-required'],
  ])('with %s are not asked for', (_, asked, refusedAs) => {
    expect(requestOf(retrieveServices, asked)).toEqual({ refused: refusedAs, field: 'serviceIds' });
  });

  it('come for the services that e-RS knows, and may be none', () => {
    const found = searchset(serviceBody('11010'), serviceBody('11008'));
    expect(parsedBy(retrieveServices, ['11008', '11010', '5'], ok(found))).toMatchObject({
      ok: true,
      value: [{ id: '11010' }, { id: '11008' }],
    });
    expect(parsedBy(retrieveServices, ['5'], ok(searchset()))).toEqual({ ok: true, value: [] });
  });

  it('are unreadable where one has no name, and say which', () => {
    const found = searchset(serviceBody('11008'), serviceBody('11010', { name: undefined }));
    expect(parsedBy(retrieveServices, ['11008', '11010'], ok(found))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'entry[1].resource.name' },
    });
  });

  it('are none when one was not asked for', () => {
    const found = searchset(serviceBody('11008'), serviceBody('11010'));
    expect(parsedBy(retrieveServices, ['11008'], ok(found))).toMatchObject({
      ok: false,
      problem: { field: 'entry' },
    });
  });

  it.each([
    [400, 'REC_BAD_REQUEST', 'bad-request'],
    [403, 'REC_FORBIDDEN', 'forbidden'],
    [503, 'REC_UNAVAILABLE', 'ers-unavailable'],
  ])('refused with %i %s are %s', (status, code, reason) => {
    expect(problemFor(retrieveServices, refused(status, code)).reason).toBe(reason);
  });

  it('name what e-RS finds amiss as e-RS does', () => {
    const answer = refused(400, 'REC_BAD_REQUEST', "'_id' has more than 20 values");
    expect(problemFor(retrieveServices, answer).field).toBe('_id');
  });
});
