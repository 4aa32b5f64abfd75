import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, referral, TOKEN, USER_ID, type Reply } from './test/ers-server.ts';
import { askForTicket, Page, type SessionAnswer } from './test/page.ts';
import { auditRows, PATIENT_A, startProxy, type RunningProxy } from './test/running-proxy.ts';

const UBRN = '000049283317';
const CLINICIAN = '021600551011';

function practitionerRoles(userIds: readonly string[], functions: readonly string[]): object {
  return {
    resourceType: 'Bundle',
    entry: userIds.map((value) => ({
      resource: {
        resourceType: 'PractitionerRole',
        practitioner: { identifier: { value } },
        organization: { identifier: { value: 'Y99001' } },
        code: functions.map((code) => ({ coding: [{ code }] })),
      },
    })),
  };
}

const FUNCTIONS = ['REFERRING_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'];

let proxy: RunningProxy;

beforeEach(async () => {
  proxy = await startProxy({ prefix: '/referrals/FHIR', config: { dialect: 'api-platform' } });
  proxy.ers.on('/R4/PractitionerRole', json(200, practitionerRoles([USER_ID], FUNCTIONS)));
});

afterEach(() => proxy.close());

async function redeemed(): Promise<{ page: Page; session: SessionAnswer }> {
  const page = new Page(proxy.base);
  const { ticket } = (await (await askForTicket(proxy.base, TOKEN)).json()) as { ticket: string };
  return { page, session: await page.redeem(ticket) };
}

/** A page with patient A, in the given role. */
async function opened(businessFunction?: string): Promise<Page> {
  const { page } = await redeemed();
  await page.chooseRole(businessFunction);
  await page.bind('ctx-a', PATIENT_A);
  return page;
}

const lastCall = () => proxy.ers.arrivals.at(-1);

describe('a session on the API platform', () => {
  it('has the roles that e-RS lists for the token, and asks with the token alone', async () => {
    const { session } = await redeemed();
    expect(session).toMatchObject({
      user: { sdsUserId: USER_ID },
      dialect: 'api-platform',
      roles: FUNCTIONS.map((businessFunction) => ({
        businessFunction,
        organisation: { odsCode: 'Y99001' },
      })),
    });
    expect(lastCall()?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}` });
    expect(lastCall()?.headerNames.join()).not.toMatch(/NHSD|ASID|SESSION/i);
  });

  it.each<[string, Reply, number]>([
    ['a token that has run out', json(401, {}), 401],
    ['an organisation that may not', json(403, {}), 403],
    ['an e-RS that fails', json(503, {}), 502],
    ['roles of two people', json(200, practitionerRoles([USER_ID, CLINICIAN], FUNCTIONS)), 502],
    ['roles of nobody', json(200, practitionerRoles([], [])), 502],
    ['what is no list of roles', json(200, { entry: [{}] }), 502],
  ])('is not opened by %s', async (_, reply, status) => {
    proxy.ers.on('/R4/PractitionerRole', reply);
    const answer = await askForTicket(proxy.base, TOKEN);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('ers-proxy')).toBe('not-forwarded');
  });

  it('tells e-RS organisation and function on each call, and nothing of HSCN', async () => {
    proxy.ers.on(
      '/STU3/ReferralRequest/',
      json(200, referral(UBRN, PATIENT_A), {
        'x-request-id': 'tx-1',
      }),
    );
    const page = await opened();
    const answer = await page.operation({ operation: 'A005', params: { ubrn: UBRN } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toBe('tx-1');
    expect(lastCall()).toMatchObject({
      url: `/referrals/FHIR/STU3/ReferralRequest/${UBRN}`,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'nhsd-end-user-organisation-ods': 'Y99001',
        'nhsd-ers-business-function': 'REFERRING_CLINICIAN',
        'x-correlation-id': 'corr-1',
      },
    });
    expect(lastCall()?.headerNames.join()).not.toMatch(/ASID|SESSION_KEY|On-Behalf/i);
    expect(auditRows(proxy).at(-1)).toMatchObject({ operation: 'A005', transactionId: 'tx-1' });
  });

  it('names the clinician acted for, but not where one is still to be chosen', async () => {
    proxy.ers.on('/R4/Practitioner?', json(200, { resourceType: 'Bundle' }));
    proxy.ers.on('/STU3/ReferralRequest/$ers', json(200, { resourceType: 'List' }));
    const { page } = await redeemed();
    const role = {
      businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
      organisation: { odsCode: 'Y99001' },
    };
    const body = { ...role, onBehalfOf: CLINICIAN };
    const chosen = await page.call('/session/role', { method: 'PUT', body });
    expect(await chosen.json()).toMatchObject({ role, onBehalfOf: CLINICIAN });
    await page.operation({ operation: 'A040' });
    expect(lastCall()?.headers).not.toHaveProperty('nhsd-ers-on-behalf-of-user-id');
    await page.operation({ operation: 'A008', body: { resourceType: 'Parameters' } });
    expect(lastCall()?.headers['nhsd-ers-on-behalf-of-user-id']).toBe(CLINICIAN);
    expect(auditRows(proxy).at(-1)).toMatchObject({ operation: 'A008', oboUuid: CLINICIAN });
  });

  it('lets nobody else act for a clinician', async () => {
    const { page } = await redeemed();
    const role = { businessFunction: 'REFERRING_CLINICIAN', organisation: { odsCode: 'Y99001' } };
    const body = { ...role, onBehalfOf: CLINICIAN };
    expect((await page.call('/session/role', { method: 'PUT', body })).status).toBe(422);
  });

  it('cuts the token out of what e-RS echoes', async () => {
    proxy.ers.on('/STU3/ReferralRequest/', json(403, { diagnostics: `bad token ${TOKEN}` }));
    const page = await opened();
    const answer = await page.operation({ operation: 'A005', params: { ubrn: UBRN } });
    expect(await answer.text()).toBe('{"diagnostics":"bad token [removed]"}');
  });

  it('takes a file for no referral yet, and passes its name in the store alone', async () => {
    const location = `${proxy.ers.base}/STU3/Binary/4e0a5c7e-53a1-4bd4-8f0e-2d7d7e0f2b11`;
    proxy.ers.on('/STU3/Binary', json(201, {}, { location }));
    const page = await opened();
    const file = { name: 'question.txt', mediaType: 'text/plain' };
    const call = { operation: 'A020', file, idempotencyKey: 'k-1' };
    const answer = await page.upload(call as Parameters<Page['upload']>[0], 'text');
    expect(answer.headers.get('location')).toBe('Binary/4e0a5c7e-53a1-4bd4-8f0e-2d7d7e0f2b11');
    expect(lastCall()?.headers).not.toHaveProperty('nhsd-ers-referral-id');
  });
});

describe('an advice request', () => {
  const advice = (nhsNumber: string): object => ({
    ...referral(UBRN, nhsNumber),
    resourceType: 'CommunicationRequest',
  });
  const answerAdvice = {
    operation: 'A026',
    params: { ubrn: UBRN },
    body: { resourceType: 'Parameters' },
    ifMatch: '3',
    idempotencyKey: 'k-2',
  };
  const answered = {
    parameter: [{ resource: { id: UBRN, resourceType: 'CommunicationRequest' } }],
  };

  it('is read before it is answered, to see that it is the patient’s', async () => {
    proxy.ers.on('/STU3/CommunicationRequest/', json(200, advice(PATIENT_A)));
    proxy.ers.on(
      `/STU3/CommunicationRequest/${UBRN}/$ers.sendCommunicationToRequester`,
      json(200, answered),
    );
    const page = await opened();
    expect((await page.operation(answerAdvice)).status).toBe(200);
    expect(proxy.ers.arrivals.slice(-2).map(({ method }) => method)).toEqual(['GET', 'POST']);
    // Done, as its answer names what was written: nothing stays in doubt.
    const intents = await (await page.call('/session/intents', { method: 'GET' })).json();
    expect(intents).toMatchObject({ intents: [{ state: 'done' }] });
  });

  it('of another patient is not answered', async () => {
    proxy.ers.on('/STU3/CommunicationRequest/', json(200, advice('9990348715')));
    const page = await opened();
    const refused = await page.operation(answerAdvice);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ reason: 'wrong-patient' });
    expect(lastCall()?.method).toBe('GET');
  });
});

describe('a file in the object store of e-RS', () => {
  const ask = (page: Page): Promise<Response> =>
    page.operation({ operation: 'A042', params: { id: 'a-file' }, accept: '*/*' });
  const store = '/object-store/one-use';

  it('is fetched at once, without anything that says who asks, and passed on', async () => {
    const location = `${proxy.ers.base}${store}`;
    proxy.ers.on('/R4/Binary/', json(307, {}, { location }));
    proxy.ers.on(store, (_, response) => {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="a.pdf"',
        'set-cookie': 'a=b',
      });
      response.end('%PDF');
    });
    const answer = await ask(await opened());
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('%PDF');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(lastCall()?.headerNames.join()).not.toMatch(/Authorization|NHSD|Correlation/i);
    expect(proxy.logLines.join() + proxy.auditText()).not.toContain('one-use');
  });

  it('that says no is a failure and no empty file', async () => {
    proxy.ers.on('/R4/Binary/', json(307, {}, { location: `${proxy.ers.base}${store}` }));
    proxy.ers.on(store, json(403, {}));
    const answer = await ask(await opened());
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ reason: 'upstream-failed' });
  });

  it.each(['', 'file:///etc/passwd', 'no address'])(
    'is not looked for at "%s"',
    async (location) => {
      proxy.ers.on('/R4/Binary/', json(307, {}, location ? { location } : {}));
      const answer = await ask(await opened());
      expect(answer.status).toBe(502);
      expect(await answer.json()).toMatchObject({
        reason: 'answer-not-readable',
        field: 'Location',
      });
    },
  );

  it('that e-RS refuses is refused as e-RS does', async () => {
    proxy.ers.on('/R4/Binary/', json(422, { resourceType: 'OperationOutcome' }));
    expect((await ask(await opened())).status).toBe(422);
  });
});
