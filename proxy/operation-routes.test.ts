import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { held, json, referral, SESSION_KEY, TOKEN } from './test/ers-server.ts';
import type { Page } from './test/page.ts';
import {
  ASID,
  FQDN,
  openPage,
  PATIENT_A,
  startProxy,
  type RunningProxy,
} from './test/running-proxy.ts';

const UBRN = '000000000001';
let proxy: RunningProxy;
let page: Page;
beforeEach(async () => {
  proxy = await startProxy();
  page = await openPage(proxy);
  proxy.ers.on('/STU3/v1/ReferralRequest/', json(200, referral(UBRN, PATIENT_A)));
});
afterEach(() => proxy.close());

const readReferral = (): Promise<Response> =>
  page.operation({ operation: 'A005', params: { ubrn: UBRN } });

const letter = { operation: 'A020', idempotencyKey: 'key-1' };
const file = { name: 'letter.pdf', ubrn: UBRN, mediaType: 'application/pdf' };

describe('a call to e-RS', () => {
  it('carries ASID and session key, and the version as If-Match', async () => {
    await page.operation({
      operation: 'A012',
      params: { ubrn: UBRN },
      body: { resourceType: 'Parameters', parameter: [] },
      ifMatch: '3',
      idempotencyKey: 'key-1',
    });
    const sent = proxy.ers.calls().at(-1);
    expect(sent?.url).toBe(`/ers-api/STU3/v1/ReferralRequest/${UBRN}/$ers.maintainReferralLetter`);
    expect(sent?.headers).toMatchObject({
      'if-match': 'W/"3"',
      xapi_asid: ASID,
      http_x_session_key: SESSION_KEY,
    });
    expect(sent?.headerNames).toEqual(expect.arrayContaining(['XAPI_ASID', 'HTTP_X_SESSION_KEY']));
  });

  it('T15: takes identity from the session, whatever a browser sends', async () => {
    const headers = {
      XAPI_ASID: '999999999999',
      HTTP_X_SESSION_KEY: 'stolen',
      'NHSD-eRS-Business-Function': 'ERS_ADMIN',
      'X-ERS-XAPI-COMM-RULE-ORG': 'X1',
      authorization: 'Bearer stolen',
    };
    await page.operation({ operation: 'A005', params: { ubrn: UBRN } }, { headers });
    const [sent] = proxy.ers.calls();
    expect(sent?.headers).toMatchObject({ xapi_asid: ASID, http_x_session_key: SESSION_KEY });
    for (const name of [
      'nhsd-ers-business-function',
      'x-ers-xapi-comm-rule-org',
      'cookie',
      'authorization',
      'ers-csrf',
      'origin',
    ]) {
      expect(sent?.headers).not.toHaveProperty(name);
    }
  });

  it('uploads the bytes as they are, with name and referral in headers', async () => {
    const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0x0a]);
    proxy.ers.on('/STU3/v1/Binary', (_, response) => {
      const location = `https://${FQDN}:445/ers-api/STU3/v1/Binary/att-1-77`;
      response.writeHead(201, { location }).end();
    });
    const answer = await page.upload({ ...letter, file }, bytes);
    expect([answer.status, answer.headers.get('location')]).toEqual([201, 'Binary/att-1-77']);
    const sent = proxy.ers.calls().at(-1);
    expect([...(sent?.body ?? [])]).toEqual([...bytes]);
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-ers-xapi-meta-file_name': 'letter.pdf',
      'x-ers-xapi-meta-intended_ubrn': UBRN,
    });
  });

  it.each(['a\r\nXAPI_ASID: 1.pdf', 'a\n.pdf', 'a\u0000.pdf', 'a\u0085.pdf', ''])(
    'T15: refuses the file name %j before anything is sent',
    async (name) => {
      const answer = await page.upload({ ...letter, file: { ...file, name } }, 'x');
      expect([answer.status, await answer.json()]).toEqual([
        422,
        expect.objectContaining({ reason: 'file-name-refused' }),
      ]);
      expect(proxy.ers.calls()).toEqual([]);
    },
  );

  it('is given up when the browser gives up a read', async () => {
    let ended = false;
    proxy.ers.on('/STU3/v1/ReferralRequest/', (_, response) => {
      response.on('close', () => (ended = true));
    });
    const abort = new AbortController();
    const reading = page.operation(
      { operation: 'A005', params: { ubrn: UBRN } },
      { signal: abort.signal },
    );
    await expect.poll(() => proxy.ers.calls().length).toBe(1);
    abort.abort();
    await expect(reading).rejects.toThrow();
    await expect.poll(() => ended).toBe(true);
  });
});

describe('an answer of e-RS', () => {
  it('passes with status, body and the listed headers alone', async () => {
    const headers = {
      etag: 'W/"3"',
      x_ers_transaction_id: 'tx-1',
      'retry-after': '7',
      server: FQDN,
      'set-cookie': 'a=b',
      location: `https://${FQDN}/elsewhere`,
      'x-internal': 'ers-api:445',
    };
    proxy.ers.on(
      '/STU3/v1/ReferralRequest/',
      json(429, { resourceType: 'OperationOutcome' }, headers),
    );
    const answer = await readReferral();
    expect([answer.status, await answer.json()]).toEqual([
      429,
      { resourceType: 'OperationOutcome' },
    ]);
    expect(answer.headers.get('etag')).toBe('W/"3"');
    expect(answer.headers.get('x_ers_transaction_id')).toBe('tx-1');
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('ers-proxy')).toBeNull();
    for (const name of ['server', 'set-cookie', 'location', 'x-internal']) {
      expect(answer.headers.get(name)).toBeNull();
    }
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps bytes that are no text', async () => {
    const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00]);
    proxy.ers.on(`/STU3/v1/ReferralRequest/${UBRN}/$ers.generatePatientLetter`, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    });
    const answer = await page.operation({ operation: 'A019', params: { ubrn: UBRN } });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  });

  it('keeps letters beyond ASCII', async () => {
    proxy.ers.on('/STU3/v1/ReferralRequest/', json(200, { note: `Siân – ${SESSION_KEY}` }));
    expect(await (await readReferral()).json()).toEqual({ note: 'Siân – [removed]' });
  });

  it('P14: holds no session key, token or ASID, even where e-RS echoes them (T9)', async () => {
    const echo = { diagnostics: `${SESSION_KEY} ${TOKEN} ${ASID}`, id: TOKEN };
    const headers = { 'content-disposition': `inline;filename=${SESSION_KEY}` };
    proxy.ers.on('/STU3/v1/ReferralRequest/', (_, response) => {
      response.writeHead(422, { 'content-type': 'application/fhir+json', ...headers });
      response.end(JSON.stringify(echo).replaceAll('/', '\\/'));
    });
    const answer = await readReferral();
    const seen = JSON.stringify([...answer.headers]) + (await answer.text());
    for (const secret of [SESSION_KEY, TOKEN, TOKEN.replace('/', '\\/'), ASID]) {
      expect(seen).not.toContain(secret);
    }
  });

  it('P15: leaves no patient, UBRN or secret in the diagnostics', async () => {
    await readReferral();
    await page.operation({ operation: 'A005', params: { ubrn: `${UBRN}9` } });
    expect(proxy.logLines.join('')).toContain('"operation":"A005"');
    for (const word of [UBRN, PATIENT_A, SESSION_KEY, TOKEN, ASID]) {
      expect(proxy.logLines.join('')).not.toContain(word);
    }
  });
});

describe('limits', () => {
  it('refuses a body of more than 10 MB', async () => {
    const body = { text: 'x'.repeat(10 * 1024 * 1024) };
    const answer = await page.operation({ operation: 'A011', body, idempotencyKey: 'key-1' });
    expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([413, 'not-forwarded']);
    expect(proxy.ers.calls()).toEqual([]);
  });

  it('leaves the size of a file to e-RS', async () => {
    proxy.ers.on('/STU3/v1/Binary', json(422, { resourceType: 'OperationOutcome' }));
    const answer = await page.upload({ ...letter, file }, new Uint8Array(5_242_881));
    expect(answer.status).toBe(422);
    expect(answer.headers.get('ers-proxy')).toBeNull();
  });

  it('keeps serving others while a call hangs', async () => {
    const slow = held(json(200, referral(UBRN, PATIENT_A)));
    proxy.ers.on('/STU3/v1/ReferralRequest/', slow.reply);
    proxy.ers.on('/STU3/v1/CodeSystem/', json(200, {}));
    const hanging = readReferral();
    const call = { operation: 'A004', params: { codeSystem: 'PRIORITY' } };
    expect((await page.operation(call)).status).toBe(200);
    slow.release();
    expect((await hanging).status).toBe(200);
  });
});
