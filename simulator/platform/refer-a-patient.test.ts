import { expect, it } from 'vitest';
import {
  attachLetter,
  book,
  create,
  createBody,
  defer,
  firstSlot,
  letter,
  link,
  logIn,
  newUbrn,
  printPatientLetter,
  read,
  search,
  slots,
  upload,
} from '../test/hscn-caller.ts';
import type { Json } from '../test/json.ts';
import { signIn } from '../test/platform-caller.ts';

function extension(of: Json, name: string): Json | undefined {
  return of.extension.find(({ url }) => url.endsWith(`/Extension-eRS-${name}-1`));
}

it('a person refers a patient: search, create, letter, book, read back, print', async () => {
  const caller = signIn();
  expect((await search(caller)).body.entry).toHaveLength(5);
  const created = await create(caller);
  expect([created.status, created.headers.get('ETag')]).toEqual([201, 'W/"3"']);
  const ubrn = created.body.id;
  const version = await attachLetter(caller, ubrn);
  const booked = await book(caller, { ubrn, version, slot: await firstSlot(caller, true) });
  expect([booked.status, booked.headers.get('ETag')]).toEqual([201, 'W/"0"']);
  const after = await read(caller, ubrn);
  expect(extension(after.body, 'ReferralState')?.extension[0]).toMatchObject({
    url: 'state',
    valueCoding: { code: 'BOOKED', display: 'Booked' },
  });
  expect(extension(after.body, 'Appointment-Reference')).toMatchObject({
    valueReference: { reference: `Appointment/${booked.body.id}` },
  });
  expect((await printPatientLetter(caller, ubrn)).headers.get('Content-Type')).toBe(
    'application/pdf',
  );
});

it('sends all of a referral whatever the switches keep back over HSCN', async () => {
  const caller = signIn();
  await caller.control(
    'switches',
    { ruleOrgOnReferral: false, shortlistOnReferral: false, appointmentVersion: false },
    'PUT',
  );
  const ubrn = await newUbrn(caller);
  const { body } = await read(caller, ubrn);
  expect(extension(body, 'Commissioning-Rule-Org')).toBeDefined();
  expect(extension(body, 'ReferralShortlist')).toBeDefined();
  const over = await logIn({ simulator: caller.simulator });
  expect(extension((await read(over, ubrn)).body, 'Commissioning-Rule-Org')).toBeUndefined();
});

it('is the same e-RS as over HSCN: a referral made in one is read and changed in the other', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const over = await logIn({ simulator: caller.simulator });
  const version = await attachLetter(over, ubrn);
  const { body } = await read(caller, ubrn);
  expect(body.meta.versionId).toBe(String(version));
  const [file] = body.contained.filter(({ resourceType }) => resourceType === 'DocumentReference');
  expect(JSON.stringify(file)).toMatch(/"url":"Binary\/[\da-f-]{36}"/);
});

it('sends a shortlist of a bookable and a triage service, then the referral for triage', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller, createBody(['70002', '70003']));
  const wanted = { ubrn, version: 3, serviceId: '70003' };
  const sent = await defer(caller, wanted, { reason: 'TRIAGE' });
  expect(sent.body.incomingReferral[0]?.reference).toBe(`ReferralRequest/${ubrn}/_history/5`);
  const { body } = await read(caller, ubrn);
  expect(extension(body, 'ReferralState')).toMatchObject({
    extension: [{ valueCoding: { code: 'AWAITING_TRIAGE' } }, { valueCoding: { code: 'TRIAGE' } }],
  });
});

it('takes the start of the pathway, within the last year, and gives it back', async () => {
  const caller = signIn();
  const start = '2026-09-01T08:00:00.000Z';
  const parameter = { name: 'eReferralPathwayStart', valueInstant: start };
  const { body } = await create(caller, createBody(['70002'], [parameter]));
  expect(extension(body, 'eReferralPathwayStart')).toMatchObject({ valueInstant: start });
  const early = { ...parameter, valueInstant: '2025-10-01T08:00:00.000Z' };
  const refused = await create(caller, createBody(['70002'], [early]));
  expect(refused.code).toBe('INVALID_VALUE');
});

it('names a file by a UUID, which links it', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const url = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  expect(url).toMatch(/^Binary\/[\da-f]{8}-/);
  const linked = await link(caller, { ubrn, version: 3, letters: [letter(url)] });
  expect(linked.status).toBe(200);
});

it('links no file that was uploaded for no request', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const none = { 'X-ERS-XAPI-META-INTENDED_UBRN': '' };
  const url = (await upload(caller, { ubrn }, none)).headers.get('Location') ?? '';
  expect(url).toMatch(/^Binary\//);
  const linked = await link(caller, { ubrn, version: 3, letters: [letter(url)] });
  expect([linked.status, linked.code]).toEqual([422, 'INAPPROPRIATE_VALUE']);
});

it('takes DICOM and no web pages; an empty file is one of the wrong size', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const dicom = { ubrn, name: 'scan.dcm', type: 'application/dicom' };
  expect((await upload(caller, dicom)).status).toBe(201);
  const page = await upload(caller, { ubrn, name: 'page.html', type: 'text/html' });
  expect(page.code).toBe('INAPPROPRIATE_VALUE');
  const empty = await upload(caller, { ubrn, bytes: new Uint8Array() });
  expect(empty.code).toBe('FILE_SIZE_ERROR');
});

it('answers slots only with every parameter, and a missing header is a bad request', async () => {
  const caller = signIn();
  expect((await slots(caller)).body.total).toBeGreaterThan(0);
  const unasked = await slots(caller, {}, '');
  expect([unasked.status, unasked.code]).toEqual([400, 'MISSING_HEADER']);
  expect(unasked.diagnostics).toContain('NHSD-eRS-Comm-Rule-Org');
  const nowhere = await slots(caller, { 'schedule.actor:HealthcareService': '99999' });
  expect([nowhere.status, nowhere.code]).toEqual([400, 'REFERENCE_NOT_FOUND']);
  const late = await slots(caller, { page: '999' });
  expect([late.status, late.code]).toEqual([400, 'INVALID_VALUE']);
});

it('reads an appointment by itself, the current version only', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const booked = await book(caller, { ubrn, version: 3, slot: await firstSlot(caller) });
  const path = `/Appointment/${booked.body.id}`;
  const found = await caller.call(path);
  expect([found.status, found.headers.get('ETag')]).toEqual([200, 'W/"0"']);
  expect(found.body.incomingReferral[0]?.reference).toBe(`ReferralRequest/${ubrn}/_history/5`);
  expect((await caller.call(`${path}/_history/0`)).status).toBe(200);
  const old = await caller.call(`${path}/_history/7`);
  expect([old.status, old.code]).toEqual([404, 'HISTORY_NOT_SUPPORTED']);
  expect((await caller.call('/Appointment/1')).status).toBe(404);
});

it('wants the form of an appointment that the specification has', async () => {
  const caller = signIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller, true);
  const noId = await book(caller, { ubrn, version: 3, slot }, { id: undefined });
  expect([noId.status, noId.code]).toEqual([422, 'MISSING_VALUE']);
});
