import type { Desks } from '../desks.ts';
import {
  awaitingTriage,
  bookedForReview,
  operate,
  parametersOf,
  priority,
  reason,
  text,
  uploaded,
  versionOf,
} from '../desks.ts';
import type { Answer } from '../hscn-caller.ts';
import {
  book,
  coding,
  create,
  createBody,
  criteria,
  firstSlot,
  identified,
  letter,
  link,
  newUbrn,
  printPatientLetter,
  search,
  searchBody,
  shortlist,
  slots,
  upload,
} from '../hscn-caller.ts';
import { conversation } from '../stages.ts';
import type { Ask, Asks } from './ask.ts';
import {
  another,
  bookingAfter,
  deferring,
  patientNamed,
  reviewing,
  searching,
  searchingFor,
  underFault,
} from './ask.ts';

const at = (value: string) => ({
  name: 'organisation',
  valueIdentifier: { system: 'https://directory.spineservices.nhs.uk/STU3/Organization', value },
});

const searchingAt = (odsCode: string): Ask => searching(criteria([at(odsCode)]));
const searchingNamed = (id: string): Ask => searching(criteria([identified('namedClinician', id)]));
const patient =
  (family: string): Ask =>
  (desks) =>
    search(desks.referrer, searchBody(criteria(), [patientNamed(desks, family)]));

/** Letters of a new referral: those uploaded under these names, and then what is linked of them. */
const linking =
  (
    names: readonly string[],
    linkAll: (desks: Desks, ubrn: string, urls: string[]) => Promise<Answer>,
  ) =>
  async (desks: Desks): Promise<Answer> => {
    const ubrn = await newUbrn(desks.referrer);
    const urls: string[] = [];
    for (const name of names) urls.push(await uploaded(desks.referrer, ubrn, name));
    return linkAll(desks, ubrn, urls);
  };

function linkAll({ referrer }: Desks, ubrn: string, urls: string[]): Promise<Answer> {
  const letters = urls.map((url) => letter(url));
  return link(referrer, { ubrn, version: versionOf(referrer, ubrn), letters });
}

async function linkTwice(desks: Desks, ubrn: string, urls: string[]): Promise<Answer> {
  await linkAll(desks, ubrn, urls);
  return linkAll(desks, ubrn, urls);
}

const uploading =
  (file: { name?: string; type?: string; bytes?: Uint8Array }): Ask =>
  async ({ referrer }) =>
    upload(referrer, { ubrn: await newUbrn(referrer), ...file });

const rejection = parametersOf('eRS-RejectReferral-Parameters-1', [
  reason('rejectionReason', 'APPOINTMENT-CANCELLATION-REASON', 'OTHER'),
]);

/** Rejects while the PAS says no. */
const rejectingUnder =
  (kind: string): Ask =>
  async (desks) => {
    const ubrn = await bookedForReview(desks);
    await desks.provider.control('faults', { operation: 'A014', kind });
    const version = versionOf(desks.provider, ubrn);
    const body = rejection;
    return operate(desks.provider, 'ReferralRequest', {
      ubrn,
      name: 'rejectReferral',
      version,
      body,
    });
  };

const outcome = parametersOf('eRS-RecordReviewOutcome-Parameters-1', [
  coding('reviewOutcome', 'eRS-ReviewOutcome-1', 'RETURN_TO_REFERRER_WITH_ADVICE'),
  text('reviewComments', 'As discussed'),
  priority('reviewPriority', 'URGENT'),
]);

/** A conversation that became a referral has no access code, whoever hands it back. */
const letterOfConverted: Ask = async (desks) => {
  const { provider, referrer } = desks;
  const ubrn = await conversation(desks);
  const reference = `CommunicationRequest/${ubrn}/_history/1`;
  const body = parametersOf('eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1', [
    { name: 'createFrom', valueReference: { reference } },
    text('guidance', 'We take it from here'),
    priority('newReferralPriority', 'ROUTINE'),
    text('reviewComments', 'Book the skin clinic'),
  ]);
  const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
  await provider.call(path, { body });
  await referrer.control('actions/change-referral', { ubrn, change: 'hand-back' });
  return printPatientLetter(referrer, ubrn);
};

/** The slot is of another service than the one named. */
const bookingElsewhere: Ask = async ({ referrer }) => {
  const ubrn = await newUbrn(referrer);
  const slot = await firstSlot(referrer);
  return book(referrer, { ubrn, version: 3, slot, serviceId: '70001' });
};

const tooMany = Array.from({ length: 21 }, (_, place) => String(70_001 + place));
const notFound = shortlist(['70001'], criteria([coding('clinicType', 'eRS-ClinicType-1', 'ECG')]));

const ofPeople: Asks = {
  NO_RELATIONSHIP: async (desks) => {
    const ubrn = await newUbrn(desks.referrer);
    const who = { businessFunction: 'REFERRING_CLINICIAN', orgIdentifier: 'Y99002' };
    return (await another(desks, { number: 4, ...who })).call(`/ReferralRequest/${ubrn}`);
  },
  FORBIDDEN: ({ provider }) => search(provider),
  PATIENT_ERROR: patient('KINGSLEY-OKORO'),
  NO_REG_GP_PRACTICE: patient('MARCHBANKS'),
  ORGANISATION_IS_CLOSED: searchingAt('XZ101'),
  ORGANISATION_NOT_APPROPRIATE: searchingAt('Y99001'),
  REFERENCE_NOT_FOUND: searchingAt('XX9'),
  REFERENCED_USER_IS_NOT_ACTIVE: searchingNamed('021600551253'),
  REFERENCED_USER_IS_NOT_SPC: searchingNamed('021600550204'),
  REFERENCED_USER_IS_NOT_RC: searchingFor(identified('referringClinician', '021600551011')),
  REFERENCED_USER_NOT_IN_ORG: searchingFor(identified('referringClinician', '021600550428')),
};

const ofFields: Asks = {
  MISSING_VALUE: ({ referrer }) => create(referrer, createBody([])),
  UNEXPECTED_FIELD: searching(criteria([text('colour', 'x')])),
  FIELD_NOT_PERMITTED: searching(criteria([], ['specialty'])),
  VALUE_IS_REQUIRED: searching(criteria([], ['clinicType'])),
  INVALID_VALUE: ({ referrer }) => slots(referrer, { status: 'busy' }),
  INVALID_CODE: ({ referrer }) => slots(referrer, { status: 'nonsense' }),
  MISSING_PARAMETER: ({ provider }) => provider.call('/Task?intent=proposal'),
  INVALID_STATE: ({ referrer }) => slots(referrer, { 'schedule.actor:HealthcareService': '70003' }),
  SHORTLISTED_SERVICE_NOT_IN_RESULTS: ({ referrer }) =>
    create(referrer, createBody([], [{ name: 'shortlist', resource: notFound }])),
  TOO_MANY_ITEMS: ({ referrer }) => create(referrer, createBody(tooMany)),
};

const ofFiles: Asks = {
  INAPPROPRIATE_VALUE: uploading({ name: 'all.zip', type: 'application/zip' }),
  CONFLICTING_VALUES: uploading({ name: 'letter.doc' }),
  FILE_SIZE_ERROR: uploading({ bytes: new Uint8Array(5_242_881) }),
  DUPLICATE_FILENAME: linking(['one.pdf', 'one.pdf'], linkAll),
  NO_CHANGES_DETECTED: linking(['one.pdf'], linkTwice),
};

const ofStates: Asks = {
  INVALID_REQUEST_TYPE: async (desks) =>
    desks.provider.call(`/ReferralRequest/${await conversation(desks)}`),
  INVALID_REQUEST_STATE: async ({ referrer }) => {
    const ubrn = await newUbrn(referrer);
    const slot = await firstSlot(referrer);
    await referrer.control('actions/change-referral', { ubrn, change: 'cancel-referral' });
    return book(referrer, { ubrn, version: versionOf(referrer, ubrn), slot });
  },
  HISTORY_NOT_SUPPORTED: async (desks) =>
    desks.provider.call(`/CommunicationRequest/${await conversation(desks)}/_history/7`),
  NO_ACCESS_CODE: letterOfConverted,
  PRIORITY_NOT_CURRENT: reviewing(awaitingTriage, { name: 'recordReviewOutcome', body: outcome }),
};

const ofBooking: Asks = {
  SLOT_NOT_AVAILABLE: bookingAfter(({ referrer }, { slotId }) =>
    referrer.control('actions/take-slot', { slotId }),
  ),
  SERVICE_UNAVAILABLE: bookingAfter(({ referrer }) =>
    referrer.control('actions/suspend-service', { serviceId: '70002' }),
  ),
  INAPPROPRIATE_SLOT: bookingElsewhere,
  PAS_NOT_RESPONDING: underFault({ kind: 'pas-not-responding' }),
  PAS_RESPONDED_WITH_ERROR: underFault({ kind: 'pas-error' }),
  UNABLE_TO_CONFIRM_APPOINTMENT: underFault({ kind: 'pas-slot-gone' }),
  UNABLE_TO_CANCEL_APPOINTMENT: rejectingUnder('pas-slot-gone'),
  THIS_SLOT_IS_AVAILABLE: deferring('SLOT_NOT_AVAILABLE', { naming: true }),
  SLOTS_CURRENTLY_AVAILABLE: deferring('NO_SLOTS_AT_SERVICE'),
};

/** By the code that both dialects answer. */
export const inBoth: Asks = { ...ofPeople, ...ofFields, ...ofFiles, ...ofStates, ...ofBooking };
