import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interactions } from '../catalogue.ts';
import type { DialectName } from '../dialects/dialects.ts';
import type { ErsRequest } from '../transport.ts';
import type { Refusal } from './rules.ts';

type Id = keyof typeof interactions;

/** The catalogue as a caller without types has it, who may leave out or misspell anything. */
interface AnyEntry {
  build(args: unknown, dialect: DialectName): ErsRequest | Refusal;
}

const catalogue = interactions as unknown as Readonly<Record<Id, AnyEntry>>;

const at = '2026-10-22T08:40:00.000Z';
const patient = '9990123454';
const asRead = { ubrn: '000049283317', version: '6' };
const criteria = {
  priority: 'ROUTINE',
  clinicalTerm: { code: '698247007' },
  ageAndGenderAppropriate: true,
};
const search = { patient, criteria, sortBy: 'IWT' };
const choice = {
  criteria,
  services: ['11008'],
  letterIntention: 'NEED_TO_ADD_LATER',
  reminderDays: 0,
};
const slot = { id: '1', serviceId: '11008', start: at, end: at };
const booking = { kind: 'book', ...asRead, patient, slot };
const deferral = { kind: 'defer', ...asRead, patient, serviceId: '11008', slotId: '1' };
const triage = { kind: 'triage', ...asRead, patient, serviceId: '11008' };
const advice = { ...asRead, text: 'Yes', priority: 'ROUTINE', comment: 'Book', outcome: 'x' };
const letters = [{ url: 'Binary/1', indexed: at }];
const slots = { serviceId: '11008', priority: 'ROUTINE', page: 1 };

type Row = [Id, string, unknown, string, string];

describe('what e-RS needs, left out or misspelt by a caller without types', () => {
  it.each<Row>([
    ['A008', 'a list of no name', { list: 'EVERYTHING' }, 'field-wrong', 'listType'],
    [
      'A008',
      'a clinician assigned without saying who',
      { list: 'REFERRALS_FOR_REVIEW', clinician: 'ASSIGNED' },
      'field-wrong',
      'clinician',
    ],
    ['A010', 'no order', { ...search, sortBy: undefined }, 'field-required', 'sortBy'],
    ['A010', 'an order of its own', { ...search, sortBy: 'NAME' }, 'field-wrong', 'sortBy'],
    [
      'A010',
      'services for triage alone',
      { ...search, requestType: 'TRIAGE_REQUEST' },
      'field-wrong',
      'requestType',
    ],
    [
      'A010',
      'nothing said of age and sex',
      { ...search, criteria: { ...criteria, ageAndGenderAppropriate: undefined } },
      'field-required',
      'ageAndGenderAppropriate',
    ],
    [
      'A010',
      'a term without its code',
      { ...search, criteria: { ...criteria, clinicalTerm: { display: 'Palpitations' } } },
      'criteria-missing',
      'searchCriteria',
    ],
    [
      'A011',
      'no word on the letter',
      { patient, ...choice, letterIntention: undefined },
      'field-required',
      'intentionToAddReferralLetter',
    ],
    [
      'A011',
      'another word on the letter',
      { patient, ...choice, letterIntention: 'PERHAPS' },
      'field-wrong',
      'intentionToAddReferralLetter',
    ],
    [
      'A031',
      'no days until the reminder',
      { ...asRead, ...choice, reminderDays: undefined },
      'field-wrong',
      'firstReminderLetterFollowUpDays',
    ],
    [
      'A012',
      'a file of no time',
      { ...asRead, letters: [{ url: 'Binary/1' }] },
      'field-wrong',
      'indexed',
    ],
    [
      'A012',
      'a file outside the store',
      { ...asRead, letters: [{ url: 'Binary/..', indexed: at }] },
      'field-wrong',
      'referralLetterFile',
    ],
    ['A012', 'no version', { ubrn: asRead.ubrn, letters }, 'field-wrong', 'If-Match'],
    ['A015', 'no rule organisation', slots, 'field-required', 'NHSD-eRS-Comm-Rule-Org'],
    [
      'A016',
      'a slot of no end',
      { ...booking, slot: { ...slot, end: undefined } },
      'field-wrong',
      'end',
    ],
    ['A016', 'a deferral of no cause, which is no booking', deferral, 'field-required', 'reason'],
    [
      'A016',
      'a deferral of another cause',
      { ...deferral, reason: 'PATIENT_CHOICE' },
      'field-wrong',
      'reason',
    ],
    [
      'A016',
      'a triage of no version',
      { ...triage, version: undefined },
      'field-required',
      'incomingReferral',
    ],
    [
      'A020',
      'a referral of 3 digits',
      { ubrn: '123', file: new File(['x'], 'a.txt') },
      'field-wrong',
      'NHSD-eRS-Referral-ID',
    ],
    ['A026', 'another outcome', advice, 'field-wrong', 'guidanceOutcome'],
    [
      'A026',
      'no message',
      { ...advice, outcome: 'REQUIRE_FURTHER_INFORMATION', text: undefined },
      'field-required',
      'guidance',
    ],
    ['A027', 'no version', { ...advice, version: undefined }, 'field-required', 'createFrom'],
    [
      'A014',
      'a word in place of yes or no',
      { ...asRead, reason: { code: 'X', type: 'PROVIDER_REJECT' }, cancelledInPas: 'no' },
      'field-wrong',
      'appointmentCancelledInPAS',
    ],
    [
      'A022',
      'a number in place of yes or no',
      { ...asRead, comment: 'Later', cancelledInPas: 0 },
      'field-wrong',
      'appointmentCancelledInPAS',
    ],
    ...(['A021', 'A032', 'A044'] as const).map((id): Row => {
      const made = { ...asRead, patient, criteria, text: 'Is it?', mayConvert: true };
      return [id, 'no service', made, 'field-wrong', 'shortlist'];
    }),
    [
      'A011',
      'a service of no id',
      { patient, ...choice, services: [undefined] },
      'field-wrong',
      'shortlist',
    ],
    ...['2026-10-01', '2026-10-01T10:00', 'Oct 1 2026'].map((start): Row => {
      const made = { patient, ...choice, pathway: { start, asOf: at } };
      return ['A011', `a pathway from ${start}`, made, 'field-wrong', 'eReferralPathwayStart'];
    }),
    [
      'A008',
      'an assigned clinician of no number',
      { list: 'REFERRALS_FOR_REVIEW', clinician: {} },
      'field-required',
      'clinician',
    ],
    [
      'A044',
      'a word in place of yes or no',
      { patient, criteria, serviceId: '11008', text: 'Is it?', mayConvert: 'no' },
      'field-required',
      'providerConversionAuthorisation',
    ],
  ])('%s with %s is not sent', (id, _, ...[args, refused, field]) => {
    expect(catalogue[id].build(args, 'api-platform')).toEqual({ refused, field });
  });

  it('keeps the slot of a deferral of no kind, which e-RS needs with its cause', () => {
    const untold = { ...deferral, kind: undefined, reason: 'SLOT_NOT_AVAILABLE' };
    expect(catalogue.A016.build(untold, 'hscn')).toMatchObject({
      body: { status: 'proposed', slot: [{ reference: 'Slot/1' }] },
    });
  });

  it.each<[Id, string, unknown]>([
    ['A011', 'no list of services', { patient, criteria }],
    ['A012', 'no list of letters', asRead],
    ['A036', 'no reason', asRead],
    ['A015', 'no arguments', undefined],
  ])('%s with %s is refused as a whole', (id, _, args) => {
    expect(catalogue[id].build(args, 'api-platform')).toEqual({ refused: 'field-wrong' });
  });

  it.each(Object.keys(interactions) as Id[])(
    'is never thrown at whoever asks for %s, whatever was given',
    (id) => {
      fc.assert(
        fc.property(fc.anything(), (args) => {
          const request = catalogue[id].build(args, 'api-platform');
          expect('refused' in request ? request.refused : request.operation).toBeTypeOf('string');
        }),
      );
    },
  );
});
