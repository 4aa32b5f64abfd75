import { expect, it } from 'vitest';
import { logIn, newSimulator, newUbrn, read, search, sessionCall } from '../test/hscn-caller.ts';

it('opens a session without a role for a known smartcard only', async () => {
  const simulator = newSimulator();
  const open = (token: string) =>
    sessionCall(simulator, '/ProfessionalSession', { body: { token } });
  const opened = await open('DEMO-SMARTCARD-TOKEN-1');
  expect(opened).toMatchObject({ status: 201, body: { permission: null } });
  expect(opened.body.user.permissions).toHaveLength(2);
  expect((await open('nobody')).status).toBe(401);
});

it('gives no role that the user does not hold', async () => {
  const caller = await logIn({ businessFunction: 'SERVICE_DEFINER' });
  expect(caller.simulator.core.sessions.get(caller.key)?.permission).toBeUndefined();
  expect((await search(caller)).status).toBe(403);
});

it('turns away: no session 401, no ASID 403, a role that may not 403 with FORBIDDEN', async () => {
  const caller = await logIn();
  const path = '/CodeSystem/SPECIALTY';
  const without = await caller.call(path, { headers: { HTTP_X_SESSION_KEY: 'gone' } });
  expect(without).toMatchObject({ status: 401, text: '' });
  expect((await caller.call(path, { headers: { XAPI_ASID: '' } })).status).toBe(403);
  const admin = await logIn({
    token: 'DEMO-SMARTCARD-TOKEN-2',
    businessFunction: 'REFERRING_ADMIN',
  });
  expect(await admin.call(path)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

it('closes a session for good', async () => {
  const caller = await logIn();
  const closed = await sessionCall(caller.simulator, `/ProfessionalSession/${caller.key}`, {
    method: 'DELETE',
    headers: { HTTP_X_SESSION_KEY: caller.key },
  });
  expect(closed.status).toBe(204);
  expect((await search(caller)).status).toBe(401);
});

it('gives a transaction id on every FHIR answer, whatever the status', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const answers = [
    await read(caller, ubrn),
    await read(caller, '000000000009'),
    await caller.call('/CodeSystem/NOTHING'),
    await caller.call('/CodeSystem/SPECIALTY', { headers: { HTTP_X_SESSION_KEY: 'gone' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 401]);
  const ids = answers.map(({ headers }) => headers.get('X_ERS_TRANSACTION_ID'));
  expect(ids.every((id) => /^[0-9a-f-]{36}-\d+$/.test(id ?? ''))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

it('answers 405 to another verb, 404 to another path and 400 to what is not JSON', async () => {
  const caller = await logIn();
  expect((await caller.call('/Slot', { method: 'DELETE' })).status).toBe(405);
  expect((await caller.call('/Patient')).status).toBe(404);
  const broken = await caller.call('/Appointment', { method: 'POST', body: '{"resourceType":' });
  expect(broken.status).toBe(400);
});

it('answers 422 instead of 404 for an unknown UBRN when so switched', async () => {
  const caller = await logIn();
  caller.simulator.core.switches.unknownUbrnIs404 = false;
  expect(await read(caller, '000000000009')).toMatchObject({
    status: 422,
    code: 'NO_SUCH_REQUEST',
  });
});

it('takes the dollar of an operation as %24 too', async () => {
  const caller = await logIn();
  const answer = await caller.call('/ReferralRequest/%24ers.createReferral', {
    method: 'POST',
    body: {},
  });
  expect(answer.status).toBe(422);
});
