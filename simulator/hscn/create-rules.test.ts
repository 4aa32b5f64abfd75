import { expect, it } from 'vitest';
import type { Parameter } from '../test/hscn-caller.ts';
import {
  coding,
  create,
  createBody,
  criteria,
  identified,
  logIn,
  shortlist,
  specialty,
} from '../test/hscn-caller.ts';

const intention = (code: string): Parameter =>
  coding('intentionToAddReferralLetter', 'eRS-ReferralLetterIntention-1', code);
const listed = (resource: unknown): Parameter => ({ name: 'shortlist', resource });
const services = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => String(70_001 + place));
const acne = criteria([specialty('DERMATOLOGY'), coding('clinicType', 'eRS-ClinicType-1', 'ACNE')]);

type Refused = [title: string, body: unknown, refusal: string];

const refused: Refused[] = [
  ['a triage service', createBody(['70001', '70003']), "INAPPROPRIATE_VALUE 'shortlist'"],
  [
    'a service the criteria do not find',
    createBody(['70001'], [listed(shortlist(['70001'], acne))]),
    "SHORTLISTED_SERVICE_NOT_IN_RESULTS 'shortlist'",
  ],
  ['no service', createBody([]), "MISSING_VALUE 'shortlist.entry'"],
  ['more than twenty services', createBody(services(21)), "TOO_MANY_ITEMS 'shortlist'"],
  ['a service twice', createBody(['70001', '70001']), "DUPLICATE_SERVICE 'shortlist'"],
  [
    'no letter where one is needed',
    createBody(['70001'], [intention('NOT_INTENDING_TO_ADD')]),
    "INAPPROPRIATE_VALUE 'intentionToAddReferralLetter'",
  ],
  [
    'a letter where none is needed',
    createBody(['70004']),
    "INAPPROPRIATE_VALUE 'intentionToAddReferralLetter'",
  ],
  [
    'an unknown intention',
    createBody(['70001'], [intention('MAYBE')]),
    "INVALID_VALUE 'intentionToAddReferralLetter'",
  ],
  [
    'reminder days that are no number',
    createBody(['70001'], [{ name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: -1 }]),
    "INVALID_VALUE 'firstReminderLetterFollowUpDays'",
  ],
  [
    'a pathway start, which the platform alone takes',
    createBody(['70001'], [{ name: 'eReferralPathwayStart' }]),
    "UNEXPECTED_FIELD 'parameter[4]'",
  ],
  [
    'criteria that break a rule',
    createBody(['70001'], [listed(shortlist(['70001'], criteria([], ['clinicType'])))]),
    "VALUE_IS_REQUIRED 'clinicType'",
  ],
  [
    'a list that is no snapshot',
    createBody(['70001'], [listed({ ...shortlist(['70001']), mode: 'working' })]),
    "INVALID_VALUE 'shortlist.mode'",
  ],
  [
    'criteria nobody points to',
    createBody(['70001'], [listed({ ...shortlist(['70001']), extension: [] })]),
    "MISSING_VALUE 'shortlist.extension'",
  ],
  [
    'a referring clinician named by one',
    createBody(['70001'], [identified('referringClinician', '021600550531')]),
    "FIELD_NOT_PERMITTED 'referringClinician'",
  ],
];

it.each(refused)('refuses %s, and creates nothing', async (_title, body, refusal) => {
  const caller = await logIn();
  const answer = await create(caller, body);
  expect(answer.status).toBe(422);
  expect(`${answer.code} ${answer.diagnostics}`).toContain(refusal);
  expect(caller.simulator.core.referrals.size).toBe(0);
});

it('takes a letter where none is needed when that rule is switched off', async () => {
  const caller = await logIn();
  caller.simulator.core.switches.letterIntentOnlyWhenRequired = false;
  expect((await create(caller, createBody(['70004']))).status).toBe(201);
});

it('keeps who is responsible when an admin creates', async () => {
  const caller = await logIn({ businessFunction: 'REFERRING_CLINICIAN_ADMIN' });
  const responsible = identified('referringClinician', '021600550531');
  const { body } = await create(caller, createBody(['70001'], [responsible]));
  expect(caller.simulator.core.referrals.get(body.id)?.referringClinician).toBe('021600550531');
});
