import { readFileSync } from 'node:fs';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Simulator } from '../simulator.ts';
import { createSimulator } from '../simulator.ts';
import { logIn } from '../test/hscn-caller.ts';

const list = {
  resourceType: 'Parameters',
  meta: {
    profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-FetchWorklist-Parameters-1'],
  },
};

function listBody(name: string): object {
  const system = 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-ReferralListSelector-1';
  const valueCodeableConcept = { coding: [{ system, code: name }] };
  return { ...list, parameter: [{ name: 'listType', valueCodeableConcept }] };
}

// Lists of a trust are long, also where other tests run beside.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MB = 1_024 * 1_024;
let simulator: Simulator;
beforeAll(() => {
  simulator = createSimulator({
    clock: () => Date.UTC(2026, 9, 16, 9, 30),
    seed: 1,
    size: 'trust',
  });
});

interface Asking {
  number: number;
  odsCode: string;
  role: string;
}

const reviewer = { number: 3, odsCode: 'XN1', role: 'SERVICE_PROVIDER_CLINICIAN' };
const swamped = { ...reviewer, number: 7, odsCode: 'XU1' };
const referrer = { number: 1, odsCode: 'Y99001', role: 'REFERRING_CLINICIAN' };

async function overPlatform({ number, odsCode, role }: Asking, name: string): Promise<Response> {
  const path = '/referrals/FHIR/STU3/ReferralRequest/$ers.fetchworklist';
  return simulator.fetch(
    new Request(`http://localhost${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer DEMO-CIS2-TOKEN-${number}`,
        'NHSD-End-User-Organisation-ODS': odsCode,
        'NHSD-eRS-Business-Function': role,
        'Content-Type': 'application/fhir+json',
      },
      body: JSON.stringify(listBody(name)),
    }),
  );
}

/** Rows and megabytes that the README promises of a list. */
function promised(list: string, odsCode: string): [rows: number, megabytes: number] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const row = new RegExp(`^\\| ${list} +\\| ${odsCode} +\\| ([\\d,]+) +\\| ([\\d.]+)`, 'm');
  const [, rows = '', megabytes] = row.exec(readme) ?? [];
  return [Number(rows.replace(',', '')), Number(megabytes)];
}

it.each([
  ['APPOINTMENT_SLOT_ISSUES', reviewer, 7_500],
  ['REFERRALS_FOR_REVIEW', reviewer, 5_500],
  ['AWAITING_BOOKING', referrer, 7_500],
])('%s of a trust comes whole, just under the limit of the gateway', async (name, who, least) => {
  const answer = await overPlatform(who, name);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const { entry } = JSON.parse(text) as { entry: unknown[] };
  expect(entry.length).toBeGreaterThanOrEqual(least);
  expect(text.length).toBeGreaterThan(9.5 * MB);
  expect(text.length).toBeLessThan(10 * MB);
  const told = [entry.length, Number((text.length / MB).toFixed(1))];
  expect(told).toEqual(promised(name, who.odsCode));
});

it('has as many services, patients and referrals as the README says', () => {
  const { directory, referrals } = simulator.core;
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const counts = [directory.services.size, directory.patients.size, referrals.size];
  const [services, patients, sent] = counts.map((count) => count.toLocaleString('en-GB'));
  expect(readme).toContain(`${services} services, ${patients} patients, ${sent} referrals`);
});

it('a longer list fails at the gateway of the platform, and over HSCN as the switch says', async () => {
  const platform = await overPlatform(swamped, 'APPOINTMENT_SLOT_ISSUES');
  expect([platform.status, await platform.text()]).toEqual([502, '']);
  const caller = await logIn({
    simulator,
    token: 'DEMO-SMARTCARD-TOKEN-7',
    businessFunction: swamped.role,
    orgIdentifier: 'XU1',
  });
  const overHscn = () =>
    caller.call('/ReferralRequest/$ers.fetchworklist', {
      body: listBody('APPOINTMENT_SLOT_ISSUES'),
    });
  const whole = await overHscn();
  const told = [whole.body.entry.length, Number((whole.text.length / MB).toFixed(1))];
  expect(told).toEqual(promised('APPOINTMENT_SLOT_ISSUES', 'XU1'));
  simulator.core.switches.largeAnswersOverHscn = false;
  expect((await overHscn()).status).toBe(502);
});
