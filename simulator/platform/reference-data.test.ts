import { expect, it } from 'vitest';
import type { Json } from '../test/json.ts';
import { signIn } from '../test/platform-caller.ts';

async function conceptOf(type: string, code: string): Promise<Json> {
  const { body } = await signIn().call(`/CodeSystem/${type}`);
  const concept = (body as Json & { concept: Json[] }).concept.find((one) => one.code === code);
  if (!concept) throw new Error(`There is no ${code} in ${type}.`);
  return concept;
}

it.each([
  'SPECIALTY',
  'CLINIC-TYPE',
  'PRIORITY',
  'APPOINTMENT-CANCELLATION-REASON',
  'APPOINTMENT-NON-ATTENDANCE-REASON',
  'REFERRAL-CANCELLATION-REASON',
])('publishes %s as it is specified, whatever HSCN knows', async (type) => {
  const caller = signIn();
  await caller.control('switches', { priorityCodeSystem: false, reasonProperties: false }, 'PUT');
  expect((await caller.call(`/CodeSystem/${type}`)).status).toBe(200);
});

it('knows no other list', async () => {
  expect((await signIn().call('/CodeSystem/COLOURS')).status).toBe(404);
});

it('tells who may cancel an appointment for which reason', async () => {
  const properties = JSON.stringify(
    await conceptOf('APPOINTMENT-CANCELLATION-REASON', 'PATIENT_ILL'),
  );
  expect(properties).toContain('"code":"CANCEL"');
  expect(properties).toContain('"code":"REFERRING_CLINICIAN_ADMIN"');
  expect(properties).not.toContain('SERVICE_PROVIDER');
});

it('tells whether a reason ends a referral with an appointment', async () => {
  const triage = JSON.stringify(await conceptOf('REFERRAL-CANCELLATION-REASON', 'TRIAGE_ENDED'));
  expect(triage).toContain('"code":"canCancelAppointment","valueBoolean":false');
});
