import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  findServices,
  getPatientLetter,
  openByUbrn,
  openReferrals,
} from './refer-steps.ts';

/** What e-RS may leave out over HSCN, as the official samples do (simulator/README.md). */
const LEFT_OUT = [
  'specialtyEffectiveDates',
  'priorityCodeSystem',
  'ruleOrgOnReferral',
  'shortlistOnReferral',
  'criteriaOnReferral',
  'clinicalInfoLastUpdated',
  'appointmentCreatedOnReferral',
  'deferralReasonOnReferral',
  'appointmentOnLetters',
  'ageTreated',
  'emptySearchReason',
  'appointmentVersion',
  'appointmentClinicianType',
  'deferralReasonOnAppointment',
];

const all = (on: boolean) => Object.fromEntries(LEFT_OUT.map((name) => [name, on]));

let desk: Desk;

beforeEach(async () => {
  await simulator.switches(all(false));
  desk = await openDesk();
});

afterEach(async () => {
  await desk.close();
  await simulator.switches(all(true));
});

it('a referral goes through with an e-RS that sends the least, and the screen says what is missing', async () => {
  const known = await fetch(`${inject('simulator')}/__simulator/switches`).then((a) => a.json());
  expect(LEFT_OUT.filter((name) => known[name] !== false)).toEqual([]);
  const at = { page: desk.page, actor: mouseActor() };
  await openReferrals(at);
  await chooseRole(at);
  await findServices(at);
  const shown = await createReferral(at);
  await attachLetter(at);
  expect(await getPatientLetter(at)).toBe('%PDF-');
  await desk.page.getByRole('button', { name: 'Go on to book', exact: true }).click();
  await desk.page.getByText('These slots are those for your own organisation').first().waitFor();
  await desk.page.getByRole('button', { name: 'Letters', exact: true }).click();
  await bookFirstSlot(at);
  await desk.page.getByText('Appointment booked').first().waitFor();
  await openByUbrn(at, shown);
  await desk.page.getByRole('heading', { name: `Referral ${shown}` }).waitFor();
  await desk.page.getByText('e-RS did not return the shortlist').first().waitFor();
  expect(desk.faults).toEqual([]);
});
