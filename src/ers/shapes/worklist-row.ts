import type { ReferralVersion } from '../../domain/referral.ts';
import type { FollowUpRow, LetterRow, ReviewRow, SlotIssueRow } from '../../domain/worklist.ts';
import {
  extensions,
  valueBoolean,
  valueCode,
  valueConcept,
  valueDate,
  valueInstant,
  valuePriority,
  valueService,
  valueText,
  valueVersion,
} from './grouped.ts';
import { always, from, mapped, maybe, one, oneOrNone, type Shape } from './shape.ts';
import type { PeopleColumns } from './worklist-columns.ts';
import type { RowShapes } from './worklist.ts';

type Columns<Row> = Omit<Row, 'ubrn'>;

/** The columns of each list (interactions.md §11). */
export const worklistRows: RowShapes<
  Columns<ReviewRow> | Columns<SlotIssueRow> | Columns<FollowUpRow> | Columns<LetterRow>
> = (people) => ({
  referralsforreview: reviewRow(people),
  appointmentslotissues: slotIssueRow(people),
  rejectedtriageresponse: followUpRow(people, 'REJECTED_TRIAGE_RESPONSE'),
  assessmentreturnedcancelleddna: followUpRow(people, 'ASSESSMENT_RETURNED_CANCELLED_DNA'),
  awaitingbooking: followUpRow(people, 'AWAITING_BOOKING'),
  lettersoutstanding: letterRow(people),
});

function providerColumns({ patient, clinician }: PeopleColumns) {
  return {
    priority: one(valuePriority),
    specialty: one(valueConcept),
    patient,
    namedClinician: maybe(clinician),
    pathwayStart: from('eReferralPathwayStart', one(valueInstant)),
    clinicalInfoPrinted: one(valueBoolean),
    service: oneOrNone(valueService),
  };
}

function reviewRow(people: PeopleColumns): Shape<Columns<ReviewRow>> {
  return extensions({
    list: always('REFERRALS_FOR_REVIEW'),
    ...providerColumns(people),
    news: from('requestContextStatus', one(valueCode)),
    referralType: one(valueCode),
    clinicalInfoFirstSubmitted: oneOrNone(valueInstant),
    clinicalInfoLastUpdated: oneOrNone(valueInstant),
    appointmentStart: oneOrNone(valueInstant),
    allocatedClinician: maybe(people.clinician),
    version: from('referralRequestVersion', oneOrNone(valueVersion<ReferralVersion>())),
  });
}

function slotIssueRow(people: PeopleColumns): Shape<Columns<SlotIssueRow>> {
  return extensions({
    list: always('APPOINTMENT_SLOT_ISSUES'),
    ...providerColumns(people),
    received: from('ubrnReceived', oneOrNone(valueInstant)),
    contactExpected: from('patientContactExpected', oneOrNone(valueDate)),
    lastContact: oneOrNone(valueInstant),
    clinicalInformation: from('clinicalInformationStatus', oneOrNone(valueCode)),
    reason: oneOrNone(valueConcept),
  });
}

function referrerColumns({ patient, clinician }: PeopleColumns) {
  return {
    patient,
    priority: one(valuePriority),
    created: from('referralCreated', one(valueInstant)),
    clinicalContext: one(valueText),
    referrer: clinician,
  };
}

/** These lists spell `APP_CANCELLED_BY_…` where a referral has `APPT_…`, and prose has it in full. */
const valueState = mapped(valueConcept, ({ code, display }) => ({
  code: code.replace(/^APP(OINTMENT)?_CANCELLED/, 'APPT_CANCELLED'),
  display,
}));

function followUpRow(
  people: PeopleColumns,
  list: FollowUpRow['list'],
): Shape<Columns<FollowUpRow>> {
  return extensions({
    list: always(list),
    ...referrerColumns(people),
    lastUpdated: from('referralLastUpdated', one(valueInstant)),
    state: from('status', one(valueState)),
    reason: oneOrNone(valueConcept),
  });
}

function letterRow(people: PeopleColumns): Shape<Columns<LetterRow>> {
  return extensions({
    list: always('LETTERS_OUTSTANDING'),
    ...referrerColumns(people),
    due: from('letterDue', one(valueDate)),
  });
}
