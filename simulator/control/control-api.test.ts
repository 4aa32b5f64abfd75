import { expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import type { Caller } from '../test/hscn-caller.ts';
import { create, logIn, newUbrn, search } from '../test/hscn-caller.ts';

interface Rows {
  total: number;
  rows: { ubrn: string; patient: { nhsNumber: string; name: string } }[];
}

interface Count {
  list: string;
  odsCode: string;
  count: number;
}

interface Overview {
  changes: number;
  requests: Record<string, unknown>[];
}

async function look<View>(caller: Caller, path: string): Promise<View> {
  return JSON.parse((await caller.control(path)).text) as View;
}

function practice(): Promise<Caller> {
  const clock = () => Date.UTC(2026, 9, 16, 9, 30);
  return logIn({ simulator: createSimulator({ clock, seed: 1, size: 'practice' }) });
}

it('counts the requests of each interaction and shows the referrals', async () => {
  const caller = await logIn();
  await search(caller);
  await search(caller);
  const ubrn = await newUbrn(caller);
  const { body } = await caller.control('state');
  expect(body.requests).toEqual({ A001: 1, A002: 1, A010: 2, A011: 1 });
  expect(body.referrals).toHaveLength(1);
  expect(body.referrals[0]).toMatchObject({ ubrn, version: 3, state: 'NOT_BOOKED' });
  expect(body.sessions[0]).toMatchObject({ key: caller.key, user: '021600550204' });
});

it('sets the clock and refuses what is no instant', async () => {
  const caller = await logIn();
  await caller.control('clock', { now: '2026-11-02T10:00:00Z' }, 'PUT');
  expect((await caller.control('clock')).body.now).toBe('2026-11-02T10:00:00.000Z');
  expect((await caller.control('clock', { now: 'tomorrow' }, 'PUT')).status).toBe(400);
});

it('starts again, with or without the sessions', async () => {
  const caller = await logIn();
  const first = await newUbrn(caller);
  await caller.control('reset', { keepSessions: true });
  expect((await caller.control('state')).body.referrals).toEqual([]);
  expect(await newUbrn(caller)).toBe(first);
  await caller.control('reset', {});
  expect((await create(caller)).status).toBe(401);
});

it('sets a switch and refuses an unknown one', async () => {
  const caller = await logIn();
  await caller.control('switches', { ruleOrgOnReferral: false }, 'PUT');
  expect(JSON.stringify((await create(caller)).body)).not.toContain('Commissioning-Rule-Org');
  expect((await caller.control('switches', { nonsense: false }, 'PUT')).status).toBe(400);
});

it('shows the directory that the demo host offers through its look-ups', async () => {
  const caller = await logIn();
  const { body } = await caller.control('directory');
  expect(Object.keys(body).sort()).toEqual([
    'clinicalTerms',
    'clinicians',
    'organisations',
    'patients',
    'services',
    'users',
  ]);
  expect(body.patients[0]).toMatchObject({
    nhsNumber: '9990123454',
    family: 'HARGREAVES-OYELARAN',
  });
});

it('says in every answer, mistakes too, that it is for training', async () => {
  const caller = await logIn();
  for (const path of ['state', 'referrals/1', 'nowhere', 'actions', '']) {
    const { headers } = await caller.control(path);
    expect(headers.get('X-Simulator')).toContain('training only');
  }
});

it('answers what it has nothing for with a sentence', async () => {
  const caller = await logIn();
  const answer = await caller.control('nowhere');
  expect([answer.status, answer.body.error]).toEqual([
    404,
    'There is nothing at /__simulator/nowhere.',
  ]);
});

it('lists the newest requests, searched by UBRN, NHS number, name and state', async () => {
  const caller = await practice();
  const all = await look<Rows>(caller, 'referrals');
  expect(all.total).toBeGreaterThan(200);
  expect(all.rows).toHaveLength(50);
  const { ubrn, patient } = all.rows[0]!;
  const found = (query: Record<string, string>) =>
    look<Rows>(caller, `referrals?${new URLSearchParams(query)}`);
  expect(await found({ text: ubrn })).toMatchObject({ total: 1, rows: [{ ubrn }] });
  const grouped = `${ubrn.slice(0, 4)} ${ubrn.slice(4, 8)} ${ubrn.slice(8)}`;
  expect(await found({ text: grouped })).toMatchObject({ total: 1 });
  const own = await found({ text: patient.nhsNumber });
  expect(new Set(own.rows.map((one) => one.patient.nhsNumber))).toEqual(
    new Set([patient.nhsNumber]),
  );
  const named = await found({ text: patient.name.split(',')[0]!.toLowerCase() });
  expect(named.total).toBeGreaterThanOrEqual(own.total);
  expect(await found({ state: 'REJECTED' })).toMatchObject({ total: 8 });
  expect(await found({ text: 'nobody' })).toEqual({ total: 0, rows: [] });
});

it('lists what is on a worklist, as many as are counted there', async () => {
  const caller = await practice();
  const counts = await look<Count[]>(caller, 'worklists');
  expect(counts.length).toBeGreaterThan(5);
  for (const { list, odsCode, count } of counts) {
    const query = new URLSearchParams({ list, odsCode });
    expect(await look<Rows>(caller, `referrals?${query}`), list).toMatchObject({ total: count });
  }
  expect(await look<Rows>(caller, 'referrals?list=NONE')).toEqual({ total: 0, rows: [] });
});

it('counts the rows of the worklists as their owners see them', async () => {
  const caller = await practice();
  const body = await look<object[]>(caller, 'worklists');
  expect(body).toContainEqual({ list: 'APPOINTMENT_SLOT_ISSUES', odsCode: 'XN1', count: 33 });
  expect(body).toContainEqual({
    list: 'REJECTED_TRIAGE_RESPONSE',
    odsCode: 'Y99001',
    count: 16,
  });
});

it('logs each request once, with no token, key or path', async () => {
  const caller = await logIn();
  await search(caller);
  await caller.call('/Nothing');
  const { requests } = await look<Overview>(caller, 'overview?after=2');
  expect(requests).toEqual([
    {
      number: 3,
      at: '2026-10-16T09:30:00.000Z',
      interaction: 'A010',
      dialect: 'hscn',
      method: 'POST',
      status: 200,
      ms: expect.any(Number),
      transactionId: expect.stringMatching(/^[\da-f-]{36}-1$/),
    },
    expect.objectContaining({ number: 4, method: 'GET', status: 404, dialect: 'hscn' }),
  ]);
  expect(requests[1]).not.toHaveProperty('interaction');
  const all = JSON.stringify(await caller.control('overview'));
  expect(all).not.toContain('DEMO-SMARTCARD');
  expect(all).not.toContain(caller.key);
});

it('logs a dropped line, and tells of a change', async () => {
  const caller = await logIn();
  const before = (await look<Overview>(caller, 'overview')).changes;
  await caller.control('faults', { operation: 'A011', kind: 'drop' });
  await expect(create(caller)).rejects.toThrow('dropped');
  const { requests, changes } = await look<Overview>(caller, 'overview');
  expect(requests.at(-1)).toMatchObject({ interaction: 'A011' });
  expect(requests.at(-1)).not.toHaveProperty('status');
  expect(changes).toBeGreaterThan(before);
});

it('serves the page with nothing from elsewhere and nothing inline', async () => {
  const caller = await logIn();
  const page = await caller.control('');
  expect([page.status, page.headers.get('Content-Type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(page.text).not.toMatch(/https?:|<style|style=|\son\w+=|<script(?! type="module" src=)/);
  const script = await caller.control('page/page.mjs');
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect((await caller.control('page/..%2Fviews.ts')).status).toBe(404);
});
