import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';

// The demonstration's authorisation server and FHIR endpoint, over HTTP: what the adapter is tried
// against has to refuse what the standards refuse.

let set: DemoSet;
let record: string;

beforeAll(async () => {
  set = await startDemoSet({ smart: {} });
  record = set.smart ?? '';
}, 60_000);

afterAll(() => set.stop());

type Parameters = Record<string, string | undefined>;

/** A browser as far as cookies go. */
function createVisitor() {
  const cookies = new Map<string, string>();
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    const answer = await fetch(new URL(address, record), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
}

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const JSON_TYPE = { 'content-type': 'application/json' };

interface Launched {
  /** Where the sign-in led: back to the app, or to nowhere. */
  returned: URL | undefined;
  answer: Response;
  app: string;
}

async function launch(changed: Parameters = {}, visit = createVisitor()): Promise<Launched> {
  await visit('/');
  const body = JSON.stringify({ patientId: 'record-1' });
  const started = await visit('/launches', { method: 'POST', headers: JSON_TYPE, body });
  const { address } = (await started.json()) as { address: string };
  const { origin, searchParams } = new URL(address);
  const parameters = {
    response_type: 'code',
    client_id: 'castlegate-e-referral',
    redirect_uri: `${origin}/`,
    scope: 'launch openid fhirUser patient/Patient.read',
    state: 'a-state-of-the-app',
    aud: searchParams.get('iss') ?? '',
    launch: searchParams.get('launch') ?? '',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changed,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given);
  let answer = await visit(`/authorize?${query}`);
  for (let hops = 0; hops < 4; hops += 1) {
    const to = new URL(answer.headers.get('location') ?? record, record);
    if (to.origin === origin) return { returned: to, answer, app: origin };
    if (answer.status < 300 || answer.status >= 400) break;
    answer = await visit(to.href);
  }
  return { returned: undefined, answer, app: origin };
}

async function token({ returned, app }: Launched, changed: Parameters = {}) {
  const parameters = {
    grant_type: 'authorization_code',
    client_id: 'castlegate-e-referral',
    redirect_uri: `${app}/`,
    code: returned?.searchParams.get('code') ?? '',
    code_verifier: verifier,
    ...changed,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const body = new URLSearchParams(given);
  const answer = await fetch(`${record}/token`, { method: 'POST', body });
  return { status: answer.status, body: await answer.json() };
}

const read = async (path: string, bearer?: string): Promise<number> => {
  const headers = bearer ? { authorization: `Bearer ${bearer}` } : {};
  return (await fetch(`${record}/fhir/${path}`, { headers })).status;
};

describe('the record system’s sign-in', () => {
  it('gives the launch context beside the token, and the user in the ID token', async () => {
    const launched = await launch();
    expect(launched.returned?.searchParams.get('state')).toBe('a-state-of-the-app');
    const { status, body } = await token(launched);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', patient: 'record-1', expires_in: 3600 });
    expect(body.refresh_token).toBeUndefined();
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url').toString());
    expect(claims.fhirUser).toBe(`${record}/fhir/Practitioner/gp-1`);
  });

  it('gives a token only for the verifier of the launch, and for each code once', async () => {
    const wrong = await token(await launch(), { code_verifier: 'A'.repeat(43) });
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const none = await token(await launch(), { code_verifier: undefined });
    expect(none).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const launched = await launch();
    const first = await token(launched);
    expect(await read('Patient/record-1', first.body.access_token)).toBe(200);
    expect(await token(launched)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    // RFC 6749, 4.1.2: what a code gave is taken back when the code comes again.
    expect(await read('Patient/record-1', first.body.access_token)).toBe(401);
  });

  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with plain PKCE', { code_challenge: verifier, code_challenge_method: 'plain' }],
    ['for another FHIR server', { aud: 'http://evil.example/fhir' }],
    ['with a handle that it did not give', { launch: 'guessed' }],
  ])('takes no launch %s', async (_how, changed) => {
    const { returned } = await launch(changed);
    expect(returned?.searchParams.get('error')).toBe('invalid_request');
    expect(returned?.searchParams.has('code')).toBe(false);
  });

  it('sends nobody to an address that the app has not registered', async () => {
    const { returned, answer } = await launch({ redirect_uri: 'http://evil.example/' });
    expect(returned).toBeUndefined();
    expect(answer.status).toBe(400);
  });

  it('gives a code only to the browser that is signed in to the record system', async () => {
    const visit = createVisitor();
    const stranger = createVisitor();
    await visit('/');
    const { returned, answer } = await launch({}, async (address, init) =>
      (address.startsWith('/authorize') || address.includes('/sign-in/') ? stranger : visit)(
        address,
        init,
      ),
    );
    expect(returned).toBeUndefined();
    expect(answer.status).toBe(403);
  });
});

describe('the record system’s FHIR endpoint', () => {
  it('gives the launched patient alone, and only to who has a token with the scope', async () => {
    const { body } = await token(await launch());
    expect(await read('Patient/record-1')).toBe(401);
    expect(await read('Patient/record-1', 'guessed')).toBe(401);
    expect(await read('Patient/record-1', body.access_token)).toBe(200);
    expect(await read('Patient/record-2', body.access_token)).toBe(403);
    expect(await read('Practitioner/gp-1', body.access_token)).toBe(403);
  });

  it('takes documents for the launched patient alone, and with the scope', async () => {
    const scope = 'launch openid patient/DocumentReference.write';
    const post = async (bearer: string, patientId: string) => {
      const subject = { reference: `Patient/${patientId}` };
      const body = JSON.stringify({ resourceType: 'DocumentReference', subject });
      const headers = { ...JSON_TYPE, authorization: `Bearer ${bearer}` };
      return fetch(`${record}/fhir/DocumentReference`, { method: 'POST', headers, body });
    };
    const writer = (await token(await launch({ scope }))).body.access_token;
    const reader = (await token(await launch())).body.access_token;
    expect((await post(writer, 'record-1')).status).toBe(201);
    expect((await post(writer, 'record-2')).status).toBe(403);
    expect((await post(reader, 'record-1')).status).toBe(403);
  });
});
