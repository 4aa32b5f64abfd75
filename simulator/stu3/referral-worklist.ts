import type { List, ListEntry, Patient, Practitioner } from 'fhir/r3';
import {
  clinicalInformationStatus,
  createdAt,
  lastUpdatedAt,
  letterDue,
  patientContactExpected,
} from '../core/dates.ts';
import type { Referral, ReferralState, Review, Service } from '../core/model.ts';
import { stateReasonOf } from '../core/reasons.ts';
import type { WorklistName } from '../core/worklist-rules.ts';
import type { Writing } from '../http/interaction.ts';
import { codeSystem, nhsNumberSystem, profile, userSystem } from './names.ts';
import { reasonCoding } from './reasons.ts';
import { shownState, worklistState } from './referral-state.ts';
import type { Column } from './worklist-columns.ts';
import {
  at,
  coded,
  on,
  patientColumn,
  pointed,
  priorityColumn,
  serviceColumn,
  shown,
  specialtyColumn,
  userColumn,
} from './worklist-columns.ts';

function serviceOf({ core }: Writing, referral: Referral): Service | undefined {
  const id = referral.appointment?.serviceId ?? referral.shortlist[0] ?? '';
  return core.directory.services.get(id);
}

function contextStatus({ reviewed, letterChanged, priorityChanged }: Review) {
  if (!reviewed) return { code: 'NEVER_REVIEWED', display: 'Never Reviewed' };
  if (letterChanged && priorityChanged) {
    return { code: 'PRIORITY_AND_LETTER_CHANGED', display: 'Priority And Letter Changed' };
  }
  return letterChanged
    ? { code: 'LETTER_CHANGED', display: 'Letter Changed' }
    : { code: 'PRIORITY_CHANGED', display: 'Priority Changed' };
}

function pathwayStart(referral: Referral): Column {
  return at('eReferralPathwayStart', referral.pathwayStart ?? createdAt(referral));
}

function printed(referral: Referral): Column {
  return [{ url: 'clinicalInfoPrinted', valueBoolean: referral.printed ?? false }];
}

/** No HSCN sample of the list has one, though it is documented. */
function namedOnReview({ shown: { namedClinicianOnReviewList } }: Writing, { criteria }: Referral) {
  return namedClinicianOnReviewList ? criteria.namedClinician : undefined;
}

function reviewColumns(writing: Writing, referral: Referral): Column {
  const { variant, core } = writing;
  const { appointment } = referral;
  const named = namedOnReview(writing, referral);
  const system = codeSystem('eRS-RequestContextStatus-1');
  const status = contextStatus(referral.review ?? { status: 'PENDING_REVIEW' });
  const type = referral.state === 'BOOKED' ? 'APPOINTMENT' : 'TRIAGE_DEFERRAL';
  const clinician = appointment?.clinician;
  return [
    ...priorityColumn(referral.priority),
    ...specialtyColumn(variant, serviceOf(writing, referral)),
    ...pointed('patient', `#Patient-${referral.patient}`),
    ...pointed('namedClinician', named && `#Practitioner-${named}`),
    ...pointed('allocatedClinician', clinician && `#Practitioner-${clinician}`),
    ...pathwayStart(referral),
    ...printed(referral),
    ...shown('requestContextStatus', { system, ...status }),
    ...at('clinicalInfoFirstSubmitted', referral.clinicalInfoFirstSubmitted),
    ...at('clinicalInfoLastUpdated', referral.clinicalInfoLastUpdated),
    ...at('appointmentStart', appointment?.start),
    ...coded('referralType', codeSystem('eRS-ReferralType-1'), type),
    ...serviceColumn(core, appointment?.serviceId ?? ''),
    ...(variant.complete
      ? [{ url: 'referralRequestVersion', valueInteger: referral.version }]
      : []),
  ];
}

function slotIssueColumns(writing: Writing, referral: Referral): Column {
  const { variant, core } = writing;
  const { appointment } = referral;
  const status = clinicalInformationStatus(core, referral);
  return [
    ...priorityColumn(referral.priority),
    ...specialtyColumn(variant, serviceOf(writing, referral)),
    ...patientColumn(referral.patient),
    ...userColumn('namedClinician', referral.criteria.namedClinician),
    ...pathwayStart(referral),
    ...printed(referral),
    ...at('ubrnReceived', appointment?.created),
    ...on('patientContactExpected', patientContactExpected(core, referral)),
    ...coded('clinicalInformationStatus', codeSystem('eRS-ClinicalInformationStatus-1'), status),
    ...coded('reason', codeSystem('eRS-ReviewReason-1'), appointment?.reason),
    ...serviceColumn(core, appointment?.serviceId ?? ''),
  ];
}

function clinicalContext(writing: Writing, referral: Referral): Column {
  const service = serviceOf(writing, referral);
  const valueString = service ? `${service.specialty}/${service.clinicType}` : '';
  return [{ url: 'clinicalContext', valueString }];
}

function ownColumns(writing: Writing, referral: Referral): Column {
  return [
    ...patientColumn(referral.patient),
    ...priorityColumn(referral.priority),
    ...at('referralCreated', createdAt(referral)),
    ...clinicalContext(writing, referral),
    ...userColumn('referrer', referral.referringClinician),
  ];
}

const reasoned: readonly ReferralState[] = [
  'REJECTED',
  'CANCELLED_REFERRAL',
  'APPT_CANCELLED_BY_PATIENT',
  'APPT_CANCELLED_BY_PROVIDER',
];

/** Only some states come with a reason: the samples have it of cancellations and rejections. */
function reasonColumn({ variant }: Writing, referral: Referral): Column {
  const reason = stateReasonOf(referral);
  if (!reason || !reasoned.includes(referral.state)) return [];
  return shown('reason', reasonCoding(variant, reason.code, reason.system));
}

function statusColumns(writing: Writing, referral: Referral): Column {
  return [
    ...ownColumns(writing, referral),
    ...at('referralLastUpdated', lastUpdatedAt(referral)),
    ...shown('status', worklistState(shownState(writing.core, referral))),
    ...reasonColumn(writing, referral),
  ];
}

interface ListForm {
  item: string;
  columns: (writing: Writing, referral: Referral) => Column;
}

const forms: Readonly<Record<WorklistName, ListForm>> = {
  REFERRALS_FOR_REVIEW: { item: 'ReferralsforReview', columns: reviewColumns },
  APPOINTMENT_SLOT_ISSUES: { item: 'AppointmentSlotIssues', columns: slotIssueColumns },
  REJECTED_TRIAGE_RESPONSE: { item: 'RejectedTriageResponse', columns: statusColumns },
  ASSESSMENT_RETURNED_CANCELLED_DNA: {
    item: 'AssessmentReturnedCancelledDna',
    columns: statusColumns,
  },
  AWAITING_BOOKING: { item: 'AwaitingBooking', columns: statusColumns },
  LETTERS_OUTSTANDING: {
    item: 'LettersOutstanding',
    columns: (writing, referral) => [
      ...ownColumns(writing, referral),
      ...on('letterDue', letterDue(writing.core, referral)),
    ],
  },
};

/** The people whom the review list points to, each once. */
function people(writing: Writing, rows: readonly Referral[]): (Patient | Practitioner)[] {
  const patients = new Set(rows.map(({ patient }) => patient));
  const named = rows.flatMap((referral) => [
    namedOnReview(writing, referral) ?? [],
    referral.appointment?.clinician ?? [],
  ]);
  const clinicians = new Set(named.flat());
  return [
    ...[...clinicians].map((value): Practitioner => ({
      id: `Practitioner-${value}`,
      meta: { profile: [profile('eRS-Practitioner-1')] },
      resourceType: 'Practitioner',
      identifier: [{ system: userSystem, value }],
    })),
    ...[...patients].map((value): Patient => ({
      id: `Patient-${value}`,
      meta: { profile: [profile('eRS-Patient-1')] },
      resourceType: 'Patient',
      identifier: [{ system: nhsNumberSystem, value }],
    })),
  ];
}

export function writeList(entry: ListEntry[], contained: (Patient | Practitioner)[] = []): List {
  return {
    meta: { profile: [profile('eRS-FetchWorklist-List-1')] },
    resourceType: 'List',
    ...(contained.length > 0 && { contained }),
    status: 'current',
    mode: 'snapshot',
    entry,
  };
}

export function listEntry(item: string, columns: Column, reference: string): ListEntry {
  const url = profile(`Extension-eRS-${item}-WorkListItem-1`);
  return { extension: [{ extension: columns, url }], item: { reference } };
}

/** A008: one entry for each referral, with the columns of that list. */
export function writeReferralWorklist(
  writing: Writing,
  list: WorklistName,
  rows: readonly Referral[],
): List {
  const { item, columns } = forms[list];
  const entries = rows.map((referral) =>
    listEntry(item, columns(writing, referral), `ReferralRequest/${referral.ubrn}`),
  );
  return writeList(entries, list === 'REFERRALS_FOR_REVIEW' ? people(writing, rows) : []);
}
