import { expect, it } from 'vitest';
import { logIn, slots } from '../test/hscn-caller.ts';
import type { Json } from '../test/json.ts';

const SERVICE = 'schedule.actor:HealthcareService';
const CLINICIAN = 'schedule.actor:Practitioner';

type Refused = [title: string, query: Record<string, string>, refusal: string];

it.each<Refused>([
  ['an unknown service', { [SERVICE]: '1' }, `NO_SUCH_SERVICE '${SERVICE}'`],
  ['a triage service', { [SERVICE]: '70003' }, `INVALID_STATE '${SERVICE}'`],
  ['a service the patient phones', { [SERVICE]: '70004' }, `INVALID_STATE '${SERVICE}'`],
  ['no service', { [SERVICE]: '' }, `MISSING_PARAMETER '${SERVICE}'`],
  ['a status that is none', { status: 'open' }, "INVALID_CODE 'status'"],
  ['slots that are not free', { status: 'busy' }, "INVALID_VALUE 'status'"],
  ['a page of 101', { _count: '101' }, "INVALID_VALUE '_count'"],
  ['a page of 0', { _count: '0' }, "INVALID_VALUE '_count'"],
  ['page 0', { page: '0' }, "INVALID_VALUE 'page'"],
  ['page one and a half', { page: '1.5' }, "INVALID_VALUE 'page'"],
  ['a page past the last', { page: '99' }, "INVALID_VALUE 'page'"],
  [
    'a clinician of another service',
    { [CLINICIAN]: '021600551231' },
    `INVALID_VALUE '${CLINICIAN}'`,
  ],
  ['a priority that is none', { appointmentType: 'SOON' }, "INVALID_VALUE 'appointmentType'"],
  ['a date range', { start: 'ge2026-10-20' }, "UNEXPECTED_FIELD 'start'"],
])('A015 refuses %s', async (_title, query, refusal) => {
  const answer = await slots(await logIn(), query);
  expect(answer.status).toBe(422);
  expect(`${answer.code} ${answer.diagnostics}`).toContain(refusal);
});

it.each([
  ['no rule organisation', '', 'MISSING_PARAMETER'],
  ['an unknown rule organisation', 'ZZZ', 'INVALID_VALUE'],
  ['a closed practice', 'Y99003', 'INVALID_VALUE'],
  ['a provider as rule organisation', 'XN1', 'INVALID_VALUE'],
])('A015 refuses %s', async (_title, ruleOrg, code) => {
  expect((await slots(await logIn(), {}, ruleOrg)).code).toBe(code);
});

it('A015 refuses a suspended service', async () => {
  const caller = await logIn();
  await caller.control('actions/suspend-service', { serviceId: '70002' });
  expect((await slots(caller)).code).toBe('SERVICE_UNAVAILABLE');
});

it('gives every free slot exactly once over its pages, earliest first', async () => {
  const caller = await logIn();
  const seen: Json[] = [];
  let page: string | undefined = '1';
  let total = 0;
  while (page) {
    const { body } = await slots(caller, { _count: '40', page });
    total = body.total;
    seen.push(...body.entry.filter((entry) => entry.search.mode === 'match'));
    const next = body.link.find((link) => link.relation === 'next');
    page = next && (new URL(next.url).searchParams.get('page') ?? undefined);
  }
  const starts = seen.map((entry) => entry.resource.start);
  expect(new Set(seen.map((entry) => entry.resource.id)).size).toBe(total);
  expect(seen).toHaveLength(total);
  expect(starts).toEqual([...starts].sort());
});

it('includes the Schedule of every slot, with and without a clinician', async () => {
  const { body } = await slots(await logIn());
  const included = body.entry
    .filter((entry) => entry.search.mode === 'include')
    .map((entry) => `Schedule/${entry.resource.id}`);
  const named = body.entry.flatMap((entry) => entry.resource.schedule?.reference ?? []);
  expect(new Set(named)).toEqual(new Set(included));
  expect(included).toContain('Schedule/70002');
  expect(included).toContain('Schedule/70002-021600551011');
});

it('gives only the slots of a clinician who is named', async () => {
  const { body } = await slots(await logIn(), { [CLINICIAN]: '021600551022' });
  const schedules = body.entry.flatMap((entry) => entry.resource.schedule?.reference ?? []);
  expect(new Set(schedules)).toEqual(new Set(['Schedule/70002-021600551022']));
});

it('answers an empty bundle where nothing is free', async () => {
  const caller = await logIn();
  const never = await slots(caller, { [SERVICE]: '70005' });
  expect(never).toMatchObject({ status: 200, body: { total: 0, entry: [] } });
  await caller.control('actions/empty-service', { serviceId: '70002' });
  expect((await slots(caller)).body.total).toBe(0);
});

it('offers nothing that is past', async () => {
  const caller = await logIn();
  await caller.control('clock', { now: '2026-11-04T12:00:00Z' }, 'PUT');
  const { body } = await slots(caller);
  expect(body.entry.map((entry) => entry.resource.start).sort()[0]).toMatch(/^2026-11-0[45]/);
});
