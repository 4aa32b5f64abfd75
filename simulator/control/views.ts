import type { Hono } from 'hono';
import type { AdviceRequest } from '../core/advice.ts';
import type { Core } from '../core/core.ts';
import type { Patient, Referral } from '../core/model.ts';
import type { WorklistName } from '../core/worklist-rules.ts';
import { isOnList, providerLists, referrerLists } from '../core/worklist-rules.ts';
import type { ControlTarget } from './control-target.ts';
import { ControlMistake } from './reading.ts';
import { describeAdvice, describeCore, describeReferral } from './state.ts';

const ROWS = 50;

function tally<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

function patientName(patient: Patient | undefined): string {
  return patient ? `${patient.family}, ${patient.given} (${patient.title})` : 'Not known';
}

/** For sorting instants in ISO 8601, the later first. */
function later(one: string, other: string): number {
  return Number(other > one) - Number(other < one);
}

type Request = Referral | AdviceRequest;

function serviceIdOf(request: Request): string | undefined {
  if ('serviceId' in request) return request.serviceId;
  return request.appointment?.serviceId ?? request.shortlist[0];
}

function stateOf(request: Request): string {
  return 'category' in request ? request.category : request.state;
}

/** One row of a list of requests: what a trainer tells them apart by. */
function rowOf(core: Core, request: Request) {
  const { ubrn, version, patient, priority, referringOrg, history } = request;
  const service = core.directory.services.get(serviceIdOf(request) ?? '');
  return {
    ubrn,
    version,
    state: stateOf(request),
    priority,
    patient: { nhsNumber: patient, name: patientName(core.directory.patients.get(patient)) },
    referringOrg,
    service: service?.name,
    changed: history.at(-1)?.at,
  };
}

/** Whether it is on the worklist of the organisation, where the query names one. */
function isListed(core: Core, request: Request, query: (name: string) => string): boolean {
  const [wanted, odsCode] = [query('list'), query('odsCode')];
  if (!wanted) return true;
  const list = [...providerLists, ...referrerLists].find((known) => known === wanted);
  if (!list || 'category' in request) return false;
  return isOnList(core, list, request) && ownerOf(core, list, request) === odsCode;
}

/** The last changed first, at most so many as a page shows, and how many there are. */
function listOf(core: Core, requests: Iterable<Request>, query: (name: string) => string) {
  const [text, state] = [query('text').replaceAll(' ', '').toUpperCase(), query('state')];
  const fits = (request: Request): boolean =>
    (!state || stateOf(request) === state) &&
    isListed(core, request, query) &&
    (!text ||
      request.ubrn.includes(text) ||
      request.patient.includes(text) ||
      patientName(core.directory.patients.get(request.patient)).includes(text));
  const changed = ({ history }: Request): string => history.at(-1)?.at ?? '';
  const found = [...requests].filter(fits).reverse();
  found.sort((one, other) => later(changed(one), changed(other)));
  return { total: found.length, rows: found.slice(0, ROWS).map((one) => rowOf(core, one)) };
}

/** Whose list a referral is on: the provider of its service, or the referring organisation. */
function ownerOf(core: Core, list: WorklistName, referral: Referral): string {
  if (referrerLists.some((known) => known === list)) return referral.referringOrg;
  const service = core.directory.services.get(referral.appointment?.serviceId ?? '');
  return service?.providerOdsCode ?? '';
}

function worklistCounts(core: Core) {
  return [...providerLists, ...referrerLists].flatMap((list) => {
    const on = [...core.referrals.values()].filter((referral) => isOnList(core, list, referral));
    const counts = tally(on, (referral) => ownerOf(core, list, referral));
    return Object.entries(counts).map(([odsCode, count]) => ({ list, odsCode, count }));
  });
}

/** What the page asks for again and again: small, whatever the size. */
function overviewOf({ core, faults, log }: ControlTarget, after: number) {
  return {
    now: core.clock.iso(),
    requests: log.rows.filter(({ number }) => number > after),
    referrals: tally(core.referrals.values(), stateOf),
    advice: tally(core.advice.values(), stateOf),
    faults: faults.waiting,
    sessions: core.sessions.size,
    changes: log.changes,
  };
}

/** Who may log in, without what they log in by. */
function usersOf({ directory: { smartcards } }: Core) {
  return [...smartcards.values()].map(({ identifier, firstName, lastName, permissions }) => ({
    identifier,
    name: `${lastName}, ${firstName}`,
    permissions,
  }));
}

function directoryOf(core: Core): Record<string, unknown[]> {
  const { patients, clinicians, clinicalTerms, organisations, services } = core.directory;
  const shown = { patients, clinicians, clinicalTerms, organisations, services };
  const all = Object.entries(shown).map(([name, rows]) => [name, [...rows.values()]]);
  return { ...(Object.fromEntries(all) as Record<string, unknown[]>), users: usersOf(core) };
}

/** Everything that only looks. */
export function addViews(app: Hono, target: ControlTarget): void {
  const { core, faults, traffic } = target;
  app.get('/state', (c) =>
    c.json({
      ...describeCore(core),
      requests: Object.fromEntries(traffic),
      faults: faults.waiting,
    }),
  );
  app.get('/overview', (c) => c.json(overviewOf(target, Number(c.req.query('after') ?? 0))));
  app.get('/directory', (c) => c.json(directoryOf(core)));
  app.get('/worklists', (c) => c.json(worklistCounts(core)));
  app.get('/referrals', (c) =>
    c.json(listOf(core, core.referrals.values(), (name) => c.req.query(name) ?? '')),
  );
  app.get('/referrals/:ubrn', (c) => {
    const referral = core.referrals.get(c.req.param('ubrn'));
    if (!referral) throw new ControlMistake('No such referral.');
    return c.json({ ...rowOf(core, referral), held: describeReferral(core, referral) });
  });
  app.get('/advice', (c) =>
    c.json(listOf(core, core.advice.values(), (name) => c.req.query(name) ?? '')),
  );
  app.get('/advice/:ubrn', (c) => {
    const advice = core.advice.get(c.req.param('ubrn'));
    if (!advice) throw new ControlMistake('No such advice request.');
    return c.json({ ...rowOf(core, advice), held: describeAdvice(core, advice) });
  });
}
