import { beforeAll, expect, it } from 'vitest';
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

it.each([
  ['APPOINTMENT_SLOT_ISSUES', reviewer, 7_500],
  ['REFERRALS_FOR_REVIEW', reviewer, 5_500],
  ['AWAITING_BOOKING', referrer, 7_500],
])('%s of a trust comes whole, close to the limit of the gateway', async (name, who, least) => {
  const answer = await overPlatform(who, name);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text.length).toBeGreaterThan(7 * MB);
  expect(text.length).toBeLessThan(10 * MB);
  expect((JSON.parse(text) as { entry: unknown[] }).entry.length).toBeGreaterThanOrEqual(least);
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
  expect([whole.status, whole.body.entry.length]).toEqual([200, 9_000]);
  simulator.core.switches.largeAnswersOverHscn = false;
  expect((await overHscn()).status).toBe(502);
});
