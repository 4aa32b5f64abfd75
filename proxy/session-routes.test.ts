import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { held, json, SESSION_KEY, TOKEN, USER_ID, referral } from './test/ers-server.ts';
import { askForTicket, Page } from './test/page.ts';
import {
  ASID,
  auditRows,
  newTicket,
  openPage,
  PATIENT_A,
  PATIENT_B,
  startProxy,
  type RunningProxy,
} from './test/running-proxy.ts';

let proxy: RunningProxy;
beforeEach(async () => {
  proxy = await startProxy();
});
afterEach(() => proxy.close());

describe('asking for a launch ticket', () => {
  it('opens the e-RS session with the token and the ASID, and answers a ticket alone', async () => {
    const answer = await askForTicket(proxy.base, TOKEN);
    expect(answer.status).toBe(201);
    expect(Object.keys((await answer.json()) as object)).toEqual(['ticket']);
    const [opened] = proxy.ers.arrivals;
    expect(opened?.url).toBe('/ers-api/v1/ProfessionalSession');
    expect(JSON.parse(opened?.body.toString() ?? '')).toMatchObject({ token: TOKEN });
    expect(opened?.headers).toMatchObject({ xapi_asid: ASID });
    expect(opened?.headers).not.toHaveProperty('http_x_session_key');
  });

  it.each([
    ['from page script', { origin: 'http://localhost:4180' }, 403],
    ['with another secret', { authorization: 'Bearer other' }, 401],
    ['without JSON', { 'content-type': 'text/plain' }, 403],
  ])('is refused %s and asks e-RS nothing', async (_, headers, status) => {
    const answer = await askForTicket(proxy.base, TOKEN, headers);
    expect(answer.status).toBe(status);
    expect(proxy.ers.arrivals).toEqual([]);
  });

  it('is refused when e-RS refuses the token', async () => {
    proxy.ers.on('/v1/ProfessionalSession', json(401, {}));
    const answer = await askForTicket(proxy.base, TOKEN);
    expect([answer.status, await answer.json()]).toEqual([
      401,
      expect.objectContaining({ reason: 'session-ended' }),
    ]);
  });
});

describe('redeeming a ticket', () => {
  it('gives the page a session without token and session key, and a cookie it cannot read', async () => {
    const page = new Page(proxy.base);
    const answer = await page.call('/session/redeem', { body: { ticket: await newTicket(proxy) } });
    expect(await answer.json()).toEqual({
      user: { sdsUserId: USER_ID, name: 'FENWICK, Ruth' },
      roles: ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'].map((businessFunction) => ({
        businessFunction,
        organisation: { odsCode: 'Y99001', name: 'Ashdown Surgery' },
      })),
      dialect: 'hscn',
      environment: 'training',
      csrf: expect.any(String),
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^ers-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie.length).toBeLessThan(4_096);
  });

  it('works once', async () => {
    const ticket = await newTicket(proxy);
    const both = [new Page(proxy.base), new Page(proxy.base)].map((page) =>
      page.call('/session/redeem', { body: { ticket } }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('works for 60 seconds', async () => {
    const ticket = await newTicket(proxy);
    proxy.passTime(60_000);
    const answer = await new Page(proxy.base).call('/session/redeem', { body: { ticket } });
    expect([answer.status, await answer.json()]).toEqual([
      410,
      expect.objectContaining({ reason: 'launch-expired' }),
    ]);
  });

  it('takes no ticket that was never given', async () => {
    const answer = await new Page(proxy.base).call('/session/redeem', { body: { ticket: 'x' } });
    expect(answer.status).toBe(410);
  });
});

describe('a session', () => {
  it('is told again after a reload, with its role and the same CSRF word', async () => {
    const page = await openPage(proxy);
    const reloaded = new Page(proxy.base);
    reloaded.cookie = page.cookie;
    const answer = await reloaded.call('/session', { method: 'GET' });
    expect(await answer.json()).toMatchObject({
      csrf: page.csrf,
      role: { businessFunction: 'REFERRING_CLINICIAN' },
    });
  });

  it('is nobody’s with a changed cookie', async () => {
    const page = await openPage(proxy);
    const [name, jwe = ''] = page.cookie.split('=');
    const middle = Math.floor(jwe.length / 2);
    const flipped = jwe[middle] === 'A' ? 'B' : 'A';
    page.cookie = `${name}=${jwe.slice(0, middle)}${flipped}${jwe.slice(middle + 1)}`;
    expect((await page.call('/session', { method: 'GET' })).status).toBe(401);
  });

  it('chooses a role at e-RS with key and token', async () => {
    const page = await openPage(proxy);
    proxy.ers.arrivals.length = 0;
    const answer = await page.chooseRole('REFERRING_CLINICIAN_ADMIN');
    expect(await answer.json()).toMatchObject({
      role: { businessFunction: 'REFERRING_CLINICIAN_ADMIN' },
    });
    const [chosen] = proxy.ers.arrivals;
    expect(chosen?.method).toBe('PUT');
    expect(chosen?.url).toBe(`/ers-api/v1/ProfessionalSession/${SESSION_KEY}`);
    expect(chosen?.headers).toMatchObject({ http_x_session_key: SESSION_KEY });
    expect(JSON.parse(chosen?.body.toString() ?? '')).toMatchObject({
      token: TOKEN,
      permission: { businessFunction: 'REFERRING_CLINICIAN_ADMIN', orgIdentifier: 'Y99001' },
    });
  });

  it('takes no role that the user does not hold', async () => {
    const page = await openPage(proxy);
    proxy.ers.arrivals.length = 0;
    expect((await page.chooseRole('SERVICE_DEFINER')).status).toBe(403);
    expect((await page.chooseRole('REFERRING_CLINICIAN', 'Y99002')).status).toBe(403);
    expect(proxy.ers.arrivals).toEqual([]);
  });

  it('sends nothing before a role is chosen', async () => {
    const page = new Page(proxy.base);
    await page.redeem(await newTicket(proxy));
    const answer = await page.operation({ operation: 'A004', params: { codeSystem: 'PRIORITY' } });
    expect(answer.status).toBe(403);
    expect(proxy.ers.calls()).toEqual([]);
  });

  it('binds only a patient with a valid NHS number and birth date', async () => {
    const page = await openPage(proxy);
    expect((await page.bind('ctx-x', '9990123455')).status).toBe(422);
    const body = { contextId: 'ctx-x', nhsNumber: PATIENT_B, birthDate: '2024-02-30' };
    expect((await page.call('/session/context', { method: 'PUT', body })).status).toBe(422);
  });

  it('never gives the id of one patient’s context to another patient', async () => {
    const page = await openPage(proxy);
    expect((await page.bind('ctx-a', PATIENT_B)).status).toBe(409);
    expect((await page.bind('ctx-a', PATIENT_A)).status).toBe(204);
  });

  it('keeps the last four contexts for writes in flight', async () => {
    const page = await openPage(proxy);
    proxy.ers.on('/STU3/v1/ReferralRequest/', json(200, referral('000000000001', PATIENT_A)));
    const readUnder = async (contextId: string): Promise<number> => {
      const call = { operation: 'A005', params: { ubrn: '000000000001' }, contextId };
      return (await page.operation(call)).status;
    };
    for (const contextId of ['ctx-b', 'ctx-c', 'ctx-d']) await page.bind(contextId, PATIENT_B);
    expect(await readUnder('ctx-a')).toBe(200);
    await page.bind('ctx-e', PATIENT_B);
    expect(await readUnder('ctx-a')).toBe(409);
  });
});

describe('leaving', () => {
  it('waits for calls under way before it closes the e-RS session', async () => {
    const page = await openPage(proxy);
    const slow = held(json(200, referral('000000000001', PATIENT_A)));
    proxy.ers.on('/STU3/v1/ReferralRequest/', slow.reply);
    const reading = page.operation({ operation: 'A005', params: { ubrn: '000000000001' } });
    await expect.poll(() => proxy.ers.calls().length).toBe(1);
    const leaving = page.call('/session', { method: 'DELETE' });
    await expect
      .poll(async () => (await page.call('/session', { method: 'GET' })).status)
      .toBe(401);
    expect(proxy.ers.arrivals.map(({ method }) => method)).not.toContain('DELETE');
    slow.release();
    expect((await reading).status).toBe(200);
    expect((await leaving).status).toBe(204);
    expect(proxy.ers.arrivals.at(-1)?.method).toBe('DELETE');
  });

  it('ends the session for whoever still has the cookie', async () => {
    const page = await openPage(proxy);
    const { cookie } = page;
    const answer = await page.call('/session', { method: 'DELETE' });
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    page.cookie = cookie;
    expect((await page.operation({ operation: 'A004' })).status).toBe(401);
    expect(auditRows(proxy).at(-1)).toMatchObject({
      operation: 'A003',
      auditType: 'API Close Session',
    });
  });
});
