import { expect, it } from 'vitest';
import { read, search } from '../test/hscn-caller.ts';
import { createSimulator } from '../simulator.ts';
import type { Answer } from '../test/hscn-caller.ts';
import type { SignIn } from '../test/platform-caller.ts';
import { signIn } from '../test/platform-caller.ts';

const reading = '/CodeSystem/PRIORITY';
const provider = { token: 'DEMO-CIS2-TOKEN-3', orgIdentifier: 'XN1' };
const admin: SignIn = {
  token: 'DEMO-CIS2-TOKEN-5',
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  orgIdentifier: 'XN1',
};

function brief({ status, code }: Answer): [number, string | undefined] {
  return [status, code];
}

it('takes the token of a user, and any later token of the same user', async () => {
  for (const token of ['DEMO-CIS2-TOKEN-1', 'DEMO-CIS2-TOKEN-1.renewed']) {
    expect((await signIn({ token }).call(reading)).status).toBe(200);
  }
});

it.each(['DEMO-CIS2-TOKEN-99', 'DEMO-SMARTCARD-TOKEN-1', ''])(
  'answers 401 to the token "%s": on STU3 without a body, on R4 with an outcome',
  async (token) => {
    const caller = signIn({ token });
    const unread = await caller.bare(`http://localhost/referrals/FHIR/STU3${reading}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect([unread.status, unread.text]).toEqual([401, '']);
    expect(unread.headers.get('WWW-Authenticate')).toContain('error="invalid_token"');
    expect(brief(await caller.r4('/PractitionerRole'))).toEqual([401, 'ACCESS_DENIED']);
  },
);

it('answers 401 with a body to a log-in that was too weak', async () => {
  const caller = signIn({ token: 'DEMO-CIS2-TOKEN-1.AAL1' });
  expect(brief(await caller.call(reading))).toEqual([401, 'NO_ACCESS']);
});

it.each([
  ['NHSD-End-User-Organisation-ODS', ''],
  ['NHSD-eRS-Business-Function', ''],
])('answers 400 when %s is missing', async (name, value) => {
  const caller = signIn();
  const headers = { [name]: value };
  const missing = await caller.call(reading, { headers });
  expect(brief(missing)).toEqual([400, 'MISSING_HEADER']);
  expect(missing.diagnostics).toContain(name);
  expect(brief(await caller.r4('/HealthcareService?_id=70001', { headers }))).toEqual([
    400,
    'REC_BAD_REQUEST',
  ]);
});

it.each([
  ['a function that the user does not have', { businessFunction: 'COMMISSIONER' }, 'FORBIDDEN'],
  [
    'the function of an application',
    { businessFunction: 'PROVIDER_AUTHORISED_APPLICATION' },
    'FORBIDDEN',
  ],
  ['another organisation of e-RS', { orgIdentifier: 'Y99002' }, 'FORBIDDEN'],
  ['an organisation unknown to e-RS', { orgIdentifier: 'ZZ999' }, 'NO_ACCESS'],
  ['somebody to act for, from a referrer', { onBehalfOf: '021600551011' }, 'FORBIDDEN'],
])('answers 403 to %s', async (_what, options, code) => {
  expect(brief(await signIn(options).call(reading))).toEqual([403, code]);
});

it('answers 403 where the function may not use the interaction', async () => {
  const caller = signIn({ ...provider, businessFunction: 'SERVICE_PROVIDER_CLINICIAN' });
  expect(brief(await search(caller))).toEqual([403, 'FORBIDDEN']);
  expect(brief(await caller.r4('/HealthcareService?_id=70001'))).toEqual([403, 'REC_FORBIDDEN']);
});

it.each([
  [undefined, 403],
  ['021600551088', 403],
  ['021600550204', 403],
  ['021600551022', 200],
])('a clinician admin who acts for %s gets %s', async (onBehalfOf, status) => {
  const caller = signIn({ ...admin, ...(onBehalfOf && { onBehalfOf }) });
  expect((await caller.call(reading)).status).toBe(status);
});

it('echoes the correlation id and gives a transaction id of its own', async () => {
  const caller = signIn();
  const headers = { 'X-Correlation-ID': 'no particular form', 'X-Request-ID': 'mine' };
  const found = await caller.call(reading, { headers });
  expect(found.headers.get('X-Correlation-ID')).toBe('no particular form');
  expect(found.headers.get('X-Request-ID')).toMatch(/^[\da-f-]{36}-1$/);
  const lost = await read(caller, '000000000009');
  expect(lost.headers.get('X-Request-ID')).toMatch(/^[\da-f-]{36}-1$/);
});

it('answers 406 as text on STU3 and with an outcome on R4', async () => {
  const caller = signIn();
  const headers = { Accept: 'text/html' };
  const refused = await caller.call(reading, { headers });
  expect([refused.status, refused.headers.get('Content-Type')]).toEqual([
    406,
    'text/plain;charset=utf-8',
  ]);
  expect(brief(await caller.r4('/PractitionerRole', { headers }))).toEqual([
    406,
    'REC_NOT_ACCEPTABLE',
  ]);
});

it('answers 415 without a body to what is not FHIR, and 400 to what is not JSON', async () => {
  const caller = signIn();
  const path = '/HealthcareService/$ers.searchHealthcareServicesForPatient';
  const typed = await caller.call(path, { body: {}, headers: { 'Content-Type': 'text/xml' } });
  expect([typed.status, typed.text]).toEqual([415, '']);
  const malformed = await caller.call(path, { body: '{' });
  expect([malformed.status, malformed.text]).toEqual([400, '']);
});

it('answers 405 to a verb that a path does not have', async () => {
  const caller = signIn();
  expect((await caller.call(reading, { method: 'PUT', body: {} })).status).toBe(405);
});

it.each([
  ['hscn', [404, 401]],
  ['api-platform', [401, 404]],
  ['both', [401, 401]],
] as const)('with the dialect %s the platform and HSCN answer %j', async (dialect, statuses) => {
  const simulator = createSimulator({ clock: () => 0, seed: 1, dialect });
  const { bare } = signIn({ simulator });
  const asked = [
    await bare('http://localhost/referrals/FHIR/STU3/CodeSystem/PRIORITY'),
    await bare('http://localhost/ers-api/STU3/v1/CodeSystem/PRIORITY'),
  ];
  expect(asked.map(({ status }) => status)).toEqual(statuses);
});
