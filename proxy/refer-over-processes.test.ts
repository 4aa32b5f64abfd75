import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseNhsNumber } from '../src/domain/nhs-number.ts';
import { wayToBook } from '../src/domain/service.ts';
import { createErsClient, type ErsClient } from '../src/ers/client.ts';
import type { NewReferral } from '../src/ers/verbs/referring.ts';
import { createProxyTransport } from '../src/ers/proxy-transport.ts';
import { startServer, type RunningServer } from '../tools/servers.mjs';
import { systemClock } from './system-clock.ts';
import { askForTicket, HOST_SECRET, ORIGIN, Page } from './test/page.ts';

const TOKEN = 'DEMO-SMARTCARD-TOKEN-1';
const PATIENT = parseNhsNumber('999 012 3454');
const OTHER_PATIENT = parseNhsNumber('999 034 8715');
const criteria: NewReferral['criteria'] = {
  priority: 'ROUTINE',
  specialty: { code: 'CARDIOLOGY' },
  clinicType: { code: 'ARRHYTHMIA' },
  ageAndGenderAppropriate: true,
};

let folder: string;
let simulator: RunningServer;
let proxy: RunningServer;
let page: Page;

function configFor(simulatorPort: number): string {
  return JSON.stringify({
    dialect: 'hscn',
    environment: 'training',
    upstream: `http://localhost:${simulatorPort}/ers-api`,
    asid: '200000000220',
    fqdn: 'castlegate.example.nhs.uk',
    hostSecret: HOST_SECRET,
    cookieSecret: 'c'.repeat(32),
    allowedOrigins: [ORIGIN],
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ers-proxy-'));
  const args = ['simulator/main.ts', '--port', '0'];
  simulator = await startServer({ name: 'simulator', args });
  const env = { PROXY_CONFIG: configFor(simulator.port), AUDIT_FILE: join(folder, 'audit.jsonl') };
  proxy = await startServer({ name: 'proxy', args: ['proxy/main.ts', '--port', '0'], env });
  const base = `http://localhost:${proxy.port}`;
  const { ticket } = (await (await askForTicket(base, TOKEN)).json()) as { ticket: string };
  page = new Page(base);
  await page.redeem(ticket);
  expect((await page.chooseRole()).status).toBe(200);
  expect((await page.bind('ctx-a', String(PATIENT))).status).toBe(204);
}, 120_000);

afterAll(async () => {
  await Promise.all([proxy.stop(), simulator.stop()]);
  rmSync(folder, { recursive: true });
});

/** The typed client, sending what a browser would add by itself. */
function clientOf(contextId: string): ErsClient {
  const transport = createProxyTransport({
    base: page.base,
    csrf: () => page.csrf,
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('origin', ORIGIN);
      headers.set('cookie', page.cookie);
      return fetch(url, { ...init, headers });
    },
  });
  return createErsClient({
    dialect: 'hscn',
    transport,
    contextId,
    clock: systemClock,
    newId: randomUUID,
    random: () => 0,
  });
}

const once = (): { intentId: string } => ({ intentId: randomUUID() });

function done<T>(result: { outcome: string; value?: T; problem?: unknown }): T {
  if (result.value === undefined) throw new Error(JSON.stringify(result));
  return result.value;
}

it('a page searches, creates, attaches, books, prints and reads back over real processes', async () => {
  if (!PATIENT || !OTHER_PATIENT) throw new Error('The patients have no valid NHS numbers.');
  const client = clientOf('ctx-a');
  const services = await client.searchServices({ patient: PATIENT, criteria, sortBy: 'IWT' });
  const bookable = services.find((one) => one.letterRequired && wayToBook(one) === 'book-here');
  if (!bookable) throw new Error('No service can be booked.');

  const referral = done(
    await client.createReferral(
      {
        patient: PATIENT,
        criteria,
        services: [bookable.id],
        letterIntention: 'NEED_TO_ADD_LATER',
        reminderDays: 0,
      },
      once(),
    ),
  );
  const { ubrn, version } = referral;
  const file = new File(['%PDF-1.4'], 'letter.pdf', { type: 'application/pdf' });
  const { url } = done(await client.uploadFile(ubrn, file, once()));
  const letters = [{ url, indexed: systemClock.now() }];
  const linked = done(await client.maintainReferralLetters({ ubrn, version, letters }, once()));
  const letter = await client.retrievePatientLetter(ubrn);
  expect(await letter.bytes.slice(0, 5).text()).toBe('%PDF-');

  const search = {
    serviceId: bookable.id,
    priority: 'ROUTINE',
    ruleOrganisation: 'Y99001',
  } as const;
  const { slots } = await client.retrieveSlots({ ...search, page: 1 });
  const [slot] = slots;
  if (!slot) throw new Error('No slot is free.');
  const booking = { ubrn, version: linked.version, patient: PATIENT, slot };

  await page.bind('ctx-b', OTHER_PATIENT);
  const elsewhere = await clientOf('ctx-b').bookAppointment(
    { ...booking, patient: OTHER_PATIENT },
    once(),
  );
  expect(elsewhere).toMatchObject({ outcome: 'not-done', problem: { reason: 'wrong-patient' } });

  const booked = done(await client.bookAppointment(booking, once()));
  const after = await client.retrieveReferral(ubrn);
  expect(after.version).toBe(booked.referralVersion);
  expect((await page.call('/session', { method: 'DELETE' })).status).toBe(204);

  const rows = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
  expect(rows.map((row) => (JSON.parse(row) as { operation: string }).operation)).toEqual(
    'A001 A002 A010 A011 A020 A012 A019 A015 A005 A016 A005 A003'.split(' '),
  );
}, 60_000);
