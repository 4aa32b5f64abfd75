import type { FollowUpRow, LetterRow, ReviewRow, SlotIssueRow } from '../../domain/worklist.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import {
  extensions,
  valueBoolean,
  valueCode,
  valueConcept,
  valueDate,
  valueInstant,
  valueInteger,
  valuePriority,
  valueService,
  valueText,
} from './grouped.ts';
import { mapped, maybe, one, oneOrNone } from './shape.ts';
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
    eReferralPathwayStart: one(valueInstant),
    clinicalInfoPrinted: one(valueBoolean),
    service: oneOrNone(valueService),
  };
}

function reviewRow(people: PeopleColumns) {
  const columns = extensions({
    ...providerColumns(people),
    requestContextStatus: one(valueCode),
    referralType: one(valueCode),
    clinicalInfoFirstSubmitted: oneOrNone(valueInstant),
    clinicalInfoLastUpdated: oneOrNone(valueInstant),
    appointmentStart: oneOrNone(valueInstant),
    allocatedClinician: maybe(people.clinician),
    referralRequestVersion: oneOrNone(valueInteger),
  });
  return mapped(
    columns,
    ({
      requestContextStatus: news,
      eReferralPathwayStart: pathwayStart,
      referralRequestVersion: number,
      ...rest
    }): Columns<ReviewRow> => {
      const version = number === undefined ? undefined : (String(number) as ReferralVersion);
      return { list: 'REFERRALS_FOR_REVIEW', ...rest, news, pathwayStart, version };
    },
  );
}

function slotIssueRow(people: PeopleColumns) {
  const columns = extensions({
    ...providerColumns(people),
    ubrnReceived: oneOrNone(valueInstant),
    patientContactExpected: oneOrNone(valueDate),
    lastContact: oneOrNone(valueInstant),
    clinicalInformationStatus: oneOrNone(valueCode),
    reason: oneOrNone(valueConcept),
  });
  return mapped(
    columns,
    ({
      ubrnReceived: received,
      patientContactExpected: contactExpected,
      clinicalInformationStatus: clinicalInformation,
      eReferralPathwayStart: pathwayStart,
      ...rest
    }): Columns<SlotIssueRow> => ({
      list: 'APPOINTMENT_SLOT_ISSUES',
      ...rest,
      received,
      contactExpected,
      clinicalInformation,
      pathwayStart,
    }),
  );
}

function referrerColumns({ patient, clinician }: PeopleColumns) {
  return {
    patient,
    priority: one(valuePriority),
    referralCreated: one(valueInstant),
    clinicalContext: one(valueText),
    referrer: clinician,
  };
}

/** These lists spell `APP_CANCELLED_BY_…` where a referral has `APPT_…`, and prose has it in full. */
const valueState = mapped(valueConcept, ({ code, display }) => ({
  code: code.replace(/^APP(OINTMENT)?_CANCELLED/, 'APPT_CANCELLED'),
  display,
}));

function followUpRow(people: PeopleColumns, list: FollowUpRow['list']) {
  const columns = extensions({
    ...referrerColumns(people),
    referralLastUpdated: one(valueInstant),
    status: one(valueState),
    reason: oneOrNone(valueConcept),
  });
  return mapped(
    columns,
    ({
      referralCreated: created,
      referralLastUpdated: lastUpdated,
      status: state,
      ...rest
    }): Columns<FollowUpRow> => ({ list, ...rest, created, lastUpdated, state }),
  );
}

function letterRow(people: PeopleColumns) {
  const columns = extensions({ ...referrerColumns(people), letterDue: one(valueDate) });
  return mapped(
    columns,
    ({ referralCreated: created, letterDue: due, ...rest }): Columns<LetterRow> => ({
      list: 'LETTERS_OUTSTANDING',
      ...rest,
      created,
      due,
    }),
  );
}
