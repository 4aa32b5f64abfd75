import { expect, it } from 'vitest';
import { create, logIn, newUbrn, search } from '../test/hscn-caller.ts';

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
  ]);
  expect(body.patients[0]).toMatchObject({
    nhsNumber: '9990123454',
    family: 'HARGREAVES-OYELARAN',
  });
});

it('refuses an action on nothing', async () => {
  const caller = await logIn();
  expect((await caller.control('actions/take-slot', { slotId: '1' })).status).toBe(400);
  expect((await caller.control('actions/fly', {})).status).toBe(400);
});
