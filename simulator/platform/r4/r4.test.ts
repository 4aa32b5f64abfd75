import { expect, it } from 'vitest';
import {
  attachLetter,
  create,
  letter,
  link,
  logIn,
  newUbrn,
  upload,
} from '../../test/hscn-caller.ts';
import type { Json } from '../../test/json.ts';
import type { PlatformCaller } from '../../test/platform-caller.ts';
import { signIn } from '../../test/platform-caller.ts';

const resources = ({ entry = [] }: Partial<Json>): Json[] => entry.map(({ resource }) => resource);

async function fileOf(caller: PlatformCaller, name = 'letter.pdf'): Promise<string> {
  const ubrn = await newUbrn(caller);
  const file = { ubrn, name, bytes: new TextEncoder().encode('%PDF-1.7 letter') };
  const url = (await upload(caller, file)).headers.get('Location') ?? '';
  await link(caller, { ubrn, version: 3, letters: [letter(url)] });
  return url.replace('Binary/', '');
}

it('A030 tells each organisation of the user with the functions there, and needs no role', async () => {
  const caller = signIn({ businessFunction: 'NONE_AT_ALL', orgIdentifier: 'ZZ999' });
  const { body, status } = await caller.r4('/PractitionerRole');
  expect([status, body.total]).toEqual([200, 1]);
  expect(resources(body)[0]).toMatchObject({
    id: 'PractitionerRole-Y99001-021600550204',
    organization: { identifier: { value: 'Y99001' } },
    code: [
      { coding: [{ code: 'REFERRING_CLINICIAN' }] },
      { coding: [{ code: 'REFERRING_CLINICIAN_ADMIN' }] },
    ],
  });
});

it('A033 gives a service with its version, how it may be booked and whom to call', async () => {
  const caller = signIn();
  const { body, headers } = await caller.r4('/HealthcareService/70002');
  expect([headers.get('ETag'), headers.get('Cache-Control')]).toEqual(['W/"1"', 'no-cache']);
  const text = JSON.stringify(body);
  expect(text).toContain('"code":"DIRECTLY_BOOKABLE"');
  expect(text).toContain('"code":"PATINF"');
  const triage = JSON.stringify((await caller.r4('/HealthcareService/70003')).body);
  expect(triage).toContain('"code":"REVIEW"');
  expect(triage).not.toContain('eRS-BookableType');
  const unknown = await caller.r4('/HealthcareService/99999');
  expect([unknown.status, unknown.code]).toEqual([404, 'REC_NOT_FOUND']);
});

it('A037 gives the version alone, and counts as itself', async () => {
  const caller = signIn();
  const { headers, text } = await caller.r4('/HealthcareService/70002', { method: 'HEAD' });
  expect([headers.get('ETag'), text]).toEqual(['W/"1"', '']);
  expect((await caller.control('state')).body.requests).toEqual({ A037: 1 });
});

it('A035 finds up to twenty services by id, each once, and nothing for unknown ones', async () => {
  const caller = signIn();
  const { body } = await caller.r4('/HealthcareService?_id=70002,70001,70002');
  expect(resources(body).map(({ id }) => id)).toEqual(['70002', '70001']);
  const none = await caller.r4('/HealthcareService?_id=1,2');
  expect([none.body.total, none.body.entry]).toEqual([0, undefined]);
  const many = Array.from({ length: 21 }, (_, place) => 70_001 + place).join(',');
  for (const query of [`_id=${many}`, '_id=70001,x', '_id=', '']) {
    const refused = await caller.r4(`/HealthcareService?${query}`);
    expect([refused.status, refused.code]).toEqual([400, 'REC_BAD_REQUEST']);
  }
});

it('A040 tells a clinician admin for whom she may act', async () => {
  const caller = signIn({
    token: 'DEMO-CIS2-TOKEN-5',
    businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
    orgIdentifier: 'XN1',
  });
  const { body } = await caller.r4('/Practitioner?_query=onBehalfOf');
  const ids = resources(body).map(({ id }) => id);
  expect(ids).toContain('021600551022');
  expect(ids).not.toContain('021600551088');
  expect((await caller.r4('/Practitioner?_query=everybody')).code).toBe('REC_BAD_REQUEST');
  const other = await signIn().r4('/Practitioner?_query=onBehalfOf');
  expect([other.status, other.code]).toEqual([403, 'REC_FORBIDDEN']);
});

it('A041 finds a referral by its UBRN, with or without the system', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const system = encodeURIComponent('https://fhir.nhs.uk/Id/UBRN|');
  for (const identifier of [ubrn, `${system}${ubrn}`]) {
    const { body } = await caller.r4(`/ServiceRequest?identifier=${identifier}`);
    expect(resources(body)).toMatchObject([
      { id: expect.stringMatching(/^r\.[\da-f-]{36}$/) as string, meta: { versionId: '3' } },
    ]);
  }
  const none = await caller.r4('/ServiceRequest?identifier=000000000009');
  expect([none.status, none.body.total]).toEqual([200, 0]);
  const wrong = await caller.r4('/ServiceRequest?identifier=nhs%7C1');
  expect([wrong.status, wrong.code]).toEqual([400, 'REC_BAD_REQUEST']);
  const elsewhere = signIn({
    simulator: caller.simulator,
    token: 'DEMO-CIS2-TOKEN-4',
    orgIdentifier: 'Y99002',
  });
  const foreign = await elsewhere.r4(`/ServiceRequest?identifier=${ubrn}`);
  expect([foreign.status, foreign.code]).toEqual([403, 'NO_RELATIONSHIP']);
});

it('A042 points to the object store, which gives the file once and asks for nothing', async () => {
  const caller = signIn();
  const id = await fileOf(caller, 'Überweisung "neu".pdf');
  const redirect = await caller.r4(`/Binary/${id}`);
  const location = redirect.headers.get('Location') ?? '';
  expect([redirect.status, new URL(location).pathname.startsWith('/referrals')]).toEqual([
    307,
    false,
  ]);
  const file = await caller.bare(location);
  expect([file.status, file.headers.get('Content-Type'), file.text]).toEqual([
    200,
    'application/pdf',
    '%PDF-1.7 letter',
  ]);
  expect(file.headers.get('Content-Disposition')).toContain(
    "filename*=UTF-8''%C3%9Cberweisung%20%22neu%22.pdf",
  );
  expect((await caller.bare(location)).status).toBe(403);
});

it('A042 hands out addresses that end after a minute', async () => {
  const caller = signIn();
  const location =
    (await caller.r4(`/Binary/${await fileOf(caller)}`)).headers.get('Location') ?? '';
  await caller.control('clock', { now: '2026-10-16T09:31:01Z' }, 'PUT');
  expect((await caller.bare(location)).status).toBe(403);
});

it('A042 knows a file by its older name, and refuses what is no name of a file', async () => {
  const caller = signIn();
  const over = await logIn({ simulator: caller.simulator });
  const ubrn: string = (await create(over)).body.id;
  await attachLetter(over, ubrn);
  const older = (await upload(over, { ubrn, name: 'more.pdf' })).headers.get('Location') ?? '';
  expect((await caller.r4(`/${older}`)).status).toBe(307);
  const wrong = await caller.r4('/Binary/letter');
  expect([wrong.status, wrong.code]).toEqual([400, 'REC_BAD_REQUEST']);
  const unknown = await caller.r4('/Binary/00000000-0000-4000-8000-000000000000');
  expect([unknown.status, unknown.code]).toEqual([404, 'REC_NOT_FOUND']);
});

it.each(['PENDING', 'THREATS_FOUND', 'VALIDATION_FAILED'] as const)(
  'A042 keeps back a file whose scan says %s',
  async (result) => {
    const caller = signIn();
    caller.simulator.core.scanning = { minutes: 0, result };
    const kept = await caller.r4(`/Binary/${await fileOf(caller)}`);
    expect([kept.status, kept.code]).toEqual([422, result]);
    if (result === 'PENDING') expect(kept.diagnostics).toContain('Wait at least 5 minutes');
  },
);
