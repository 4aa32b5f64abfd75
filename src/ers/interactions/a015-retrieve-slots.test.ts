import { describe, expect, it } from 'vitest';
import { ok, parsedBy, problemFor, refused, requestOf, type Json } from '../answers.fixtures.ts';
import { SDS_USER, SERVICE } from '../answers.fixtures.ts';
import type { SlotSearch } from '../verbs/booking.ts';
import { retrieveSlots } from './a015-retrieve-slots.ts';

const search: SlotSearch = {
  serviceId: '11008',
  priority: 'ROUTINE',
  ruleOrganisation: 'R69',
  page: 1,
};

function slot(id: string, schedule: string, over: Json = {}): Json {
  const [start, end] = ['2026-10-25T00:30:00+00:00', '2026-10-25T01:00:00+00:00'];
  const reference = `Schedule/${schedule}`;
  const resource = {
    resourceType: 'Slot',
    id,
    status: 'free',
    schedule: { reference },
    start,
    end,
  };
  return { fullUrl: `https://ers-api:445/Slot/${id}`, resource: { ...resource, ...over } };
}

function schedule(id: string, ...clinicians: string[]): Json {
  const actor = [
    { identifier: { system: SERVICE, value: '11008' } },
    ...clinicians.map((value) => ({ identifier: { system: SDS_USER, value } })),
  ];
  return { resource: { resourceType: 'Schedule', id, actor } };
}

function bundle(entry: Json[], next?: string): Json {
  const link = [{ relation: 'self', url: 'https://ers-api:445/STU3/v1/Slot?page=1' }];
  if (next) link.push({ relation: 'next', url: next });
  return { resourceType: 'Bundle', total: 120, link, entry };
}

const parsed = (body: Json) => parsedBy(retrieveSlots, search, ok(body));

describe('slots', () => {
  it('are asked for by service, priority and page, a hundred at a time', () => {
    expect(requestOf(retrieveSlots, search)).toEqual({
      operation: 'A015',
      params: { serviceId: '11008', priority: 'ROUTINE', count: 100, page: 1 },
      commRuleOrg: 'R69',
    });
  });

  it.each<[string, Partial<SlotSearch>, string, string]>([
    ['page 0', { page: 0 }, 'field-wrong', 'page'],
    ['101 a page', { count: 101 }, 'field-wrong', 'count'],
    ['a clinician who is no user', { clinician: '1' }, 'field-wrong', 'clinician'],
    [
      'a rule organisation that is no code',
      { ruleOrganisation: 'R-69' },
      'field-wrong',
      'X-ERS-XAPI-COMM-RULE-ORG',
    ],
    [
      'no rule organisation',
      { ruleOrganisation: '' },
      'field-required',
      'X-ERS-XAPI-COMM-RULE-ORG',
    ],
  ])('with %s are not asked for', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(retrieveSlots, { ...search, ...over })).toEqual({ refused: refusedAs, field });
  });

  it('have the clinician of their schedule, where it has one, and times in UTC', () => {
    const entry = [
      slot('1', '11008'),
      slot('2', '11008-021600556514'),
      schedule('11008'),
      schedule('11008-021600556514', '021600556514'),
    ];
    expect(parsed(bundle(entry))).toEqual({
      ok: true,
      value: {
        total: 120,
        nextPage: undefined,
        slots: [
          {
            id: '1',
            serviceId: '11008',
            start: '2026-10-25T00:30:00.000Z',
            end: '2026-10-25T01:00:00.000Z',
            clinician: undefined,
          },
          expect.objectContaining({ id: '2', clinician: { sdsUserId: '021600556514' } }),
        ],
      },
    });
  });

  it('may be asked for of one clinician, and are then of nobody else', () => {
    const clinician = '021600556514';
    const ofOne = { ...search, clinician };
    expect(requestOf(retrieveSlots, ofOne)).toHaveProperty('params.clinician', clinician);
    const schedules = [schedule('11008-1', clinician), schedule('11008')];
    const own = bundle([slot('1', '11008-1'), ...schedules]);
    expect(parsedBy(retrieveSlots, ofOne, ok(own))).toMatchObject({ ok: true });
    const anyone = bundle([slot('1', '11008-1'), slot('2', '11008'), ...schedules]);
    expect(parsedBy(retrieveSlots, ofOne, ok(anyone))).toMatchObject({
      ok: false,
      problem: { field: 'schedule' },
    });
  });

  it('come once each, though e-RS may send one twice', () => {
    const entry = [slot('1', '11008'), slot('1', '11008'), schedule('11008')];
    expect(parsed(bundle(entry))).toHaveProperty('value.slots.length', 1);
  });

  it('may have other things beside them, which are passed over', () => {
    const notice = { resource: { resourceType: 'OperationOutcome', issue: [] } };
    const entry = [notice, slot('1', '11008'), schedule('11008')];
    expect(parsed(bundle(entry))).toHaveProperty('value.slots.length', 1);
  });

  it('may be none', () => {
    const none = { resourceType: 'Bundle', total: 0, entry: [] };
    expect(parsed(none)).toEqual({ ok: true, value: { slots: [], total: 0, nextPage: undefined } });
  });

  it('say the number of the next page, whatever host their link names', () => {
    const next = 'https://evil.test/Slot?schedule.actor%3AX=1&page=2&_count=100';
    expect(parsed(bundle([], next))).toMatchObject({ value: { nextPage: 2 } });
  });

  it('are unreadable where a next page has no number', () => {
    expect(parsed(bundle([], 'https://ers-api:445/Slot?cursor=x'))).toMatchObject({
      problem: { field: 'link' },
    });
  });

  it.each<[string, Json[], string]>([
    ['whose schedule is missing', [slot('1', '11008')], 'entry[0].resource.schedule'],
    [
      'of another service',
      [slot('1', '5'), { resource: { resourceType: 'Schedule', id: '5', actor: [] } }],
      'entry[0].resource.schedule',
    ],
    [
      'whose schedule is of nobody',
      [slot('1', '11008'), { resource: { resourceType: 'Schedule', id: '11008', actor: 'x' } }],
      'entry[1].resource.actor',
    ],
    [
      'that begin at no time',
      [slot('1', '11008', { start: 'half past nine' }), schedule('11008')],
      'entry[0].resource.start',
    ],
    [
      'that are not free',
      [slot('1', '11008', { status: 'busy' }), schedule('11008')],
      'entry[0].resource.status',
    ],
  ])('%s make the page unreadable', (_, entry, field) => {
    expect(parsed(bundle(entry))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it.each<[number, string | undefined, string | undefined, string]>([
    [422, 'NO_SUCH_SERVICE', undefined, 'no-such-service'],
    [422, 'SERVICE_UNAVAILABLE', undefined, 'service-unavailable'],
    [422, 'INVALID_STATE', undefined, 'service-unavailable'],
    [422, 'INVALID_VALUE', "'page' is past the last page", 'page-out-of-range'],
    [422, 'INVALID_VALUE', "'_count' is not allowed", 'field-wrong'],
    [416, undefined, undefined, 'page-out-of-range'],
    // The API platform says 400 where HSCN says 422.
    [400, 'REFERENCE_NOT_FOUND', undefined, 'reference-not-found'],
    [400, 'SERVICE_UNAVAILABLE', undefined, 'service-unavailable'],
    [400, 'INVALID_STATE', undefined, 'service-unavailable'],
    [400, 'INVALID_VALUE', "'page' is past the last page", 'page-out-of-range'],
    [400, 'MISSING_PARAMETER', undefined, 'field-required'],
    [400, undefined, undefined, 'bad-request'],
  ])('refused with %i %s %s are %s', (status, code, ...[diagnostics, reason]) => {
    expect(problemFor(retrieveSlots, refused(status, code, diagnostics)).reason).toBe(reason);
  });
});
