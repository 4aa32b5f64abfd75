import type { Desks } from './desks.ts';
import {
  addLetter,
  adviceService,
  awaitingTriage,
  bookedForReview,
  triageService,
  uploaded,
  versionOf,
} from './desks.ts';
import type { Caller } from './hscn-caller.ts';
import { createBody, firstSlot, newUbrn } from './hscn-caller.ts';
import type { Json } from './json.ts';
import type { Seeded } from './official-request.ts';
import { signIn } from './platform-caller.ts';
import { bookedByTelephone, conversation, deferred, fullService, unbookable } from './stages.ts';

interface Prepared {
  path: string;
  method?: 'PUT';
  /** Who asks: the referrer unless said otherwise. */
  by?: 'referrer' | 'provider' | Caller;
  /** For If-Match. */
  version?: number;
  seeded?: Seeded;
}

export interface OfficialCase {
  /** Status, and the error code if there is one. */
  answer: string;
  prepare(desks: Desks): Promise<Prepared> | Prepared;
}

const patient = '9990123454';
const practice = 'Y99001';
const clinician = '021600551011';
const arrhythmia = { patient, specialty: 'CARDIOLOGY', clinicType: 'ARRHYTHMIA' };
const recent = '2026-09-01T08:00:00.000Z';

/** What the demo patient's practice, Northmoor and its arrhythmia clinic are in the samples. */
const found: Seeded = {
  ...arrhythmia,
  clinician,
  term: '49436004',
  organisation: 'XN1',
  postcode: 'NM3 8RB',
  services: ['70002'],
  instant: recent,
};

const asAdmin = ({ simulator }: Desks): Caller =>
  signIn({ simulator, businessFunction: 'REFERRING_CLINICIAN_ADMIN' });

const searchPath = '/HealthcareService/$ers.searchHealthcareServicesForPatient';
const createPath = '/ReferralRequest/$ers.createReferral';
const triagePath = '/ReferralRequest/$ers.createReferralAndSendForTriage';
const on = (ubrn: string, operation: string): string =>
  `/ReferralRequest/${ubrn}/$ers.${operation}`;

const searching = (seeded: Seeded = {}): OfficialCase => ({
  answer: '200',
  prepare: () => ({ path: searchPath, seeded: { ...found, ...seeded } }),
});

const creating = (seeded: Seeded = {}): OfficialCase => ({
  answer: '201',
  prepare: () => ({ path: createPath, seeded: { ...found, ...seeded } }),
});

/** An operation of the provider on a referral at some stage. */
function reviewing(
  operation: string,
  stage: (desks: Desks) => Promise<string>,
  { answer = '200', files = [] }: { answer?: string; files?: readonly string[] } = {},
): OfficialCase {
  return {
    answer,
    prepare: async (desks) => {
      const ubrn = await stage(desks);
      const urls = [];
      for (const name of files) urls.push(await uploaded(desks.provider, ubrn, name));
      const version = versionOf(desks.provider, ubrn);
      return { path: on(ubrn, operation), by: 'provider', version, seeded: { files: urls } };
    },
  };
}

function linking(names: readonly string[]): OfficialCase {
  return {
    answer: '200',
    prepare: async ({ referrer }) => {
      const ubrn = await newUbrn(referrer);
      const files = [];
      for (const name of names) files.push(await uploaded(referrer, ubrn, name));
      return { path: on(ubrn, 'maintainReferralLetter'), version: 3, seeded: { files } };
    },
  };
}

/** With a named clinician, or without one. */
function booking(named: boolean): OfficialCase {
  return {
    answer: '201',
    prepare: async ({ referrer }) => {
      const ubrn = await newUbrn(referrer, createBody(['70002']));
      const slot = await firstSlot(referrer, named);
      const clinicianOfSlot = slot.schedule.reference.split('-')[1] ?? clinician;
      const seeded = { ...found, clinician: clinicianOfSlot, request: { ubrn, version: 3 }, slot };
      return { path: '/Appointment', seeded };
    },
  };
}

function proposing(
  stage: (desks: Desks) => Promise<{ ubrn: string; service: string; slot?: Json }>,
): OfficialCase {
  return {
    answer: '201',
    prepare: async (desks) => {
      const { ubrn, service, slot } = await stage(desks);
      const request = { ubrn, version: 3 };
      const seeded = { ...found, services: [service], request, ...(slot && { slot }) };
      return { path: '/Appointment', seeded };
    },
  };
}

const lostSlot = proposing(async ({ referrer }) => {
  const ubrn = await newUbrn(referrer, createBody(['70002']));
  const slot = await firstSlot(referrer);
  await referrer.control('actions/take-slot', { slotId: slot.id });
  return { ubrn, service: '70002', slot };
});

const listing = (by: 'referrer' | 'provider', resource = 'ReferralRequest'): OfficialCase => ({
  answer: '200',
  prepare: () => ({
    path: `/${resource}/$ers.fetchworklist`,
    by,
    seeded: { specialty: 'CARDIOLOGY', services: ['70002'], organisation: 'XN101', clinician },
  }),
});

/** A triage service with a named clinician, which a clinical term finds. */
const thyroid: Seeded = {
  ...found,
  specialty: 'ENDOCRINOLOGY_AND_METABOLIC_MEDICINE',
  clinicType: 'THYROID_PARATHYROID_2',
  term: '34486009',
  services: ['70209'],
  referrer: '021600550531',
};

/** Knee problems have the one triage service of the provider; their criteria find nothing else. */
const knee = { patient, specialty: 'ORTHOPAEDICS', clinicType: 'KNEE', services: [triageService] };

const advising = (answer: string, files: readonly string[] = []): OfficialCase => ({
  answer,
  prepare: async (desks) => {
    const ubrn = await conversation(desks);
    const urls = [];
    for (const name of files) urls.push(await uploaded(desks.provider, ubrn, name));
    const path = `/CommunicationRequest/${ubrn}/$ers.sendCommunicationToRequester`;
    return { path, by: 'provider', version: 1, seeded: { files: urls } };
  },
});

const converting = (files: readonly string[] = []): OfficialCase => ({
  answer: '201',
  prepare: async (desks) => {
    const ubrn = await conversation(desks);
    const urls = [];
    for (const name of files) urls.push(await uploaded(desks.provider, ubrn, name));
    const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
    const seeded = { request: { ubrn, version: 1 }, files: urls };
    return { path, by: 'provider', seeded };
  },
});

const shortlisting = (services: readonly string[], withLetter = false): OfficialCase => ({
  answer: '200',
  prepare: async ({ referrer }) => {
    const ubrn = await newUbrn(referrer);
    if (withLetter) await addLetter(referrer, ubrn);
    const version = versionOf(referrer, ubrn);
    return { path: on(ubrn, 'changeShortlist'), version, seeded: { ...arrhythmia, services } };
  },
});

const cancellingBooking = (answer: string): OfficialCase => ({
  answer,
  prepare: async (desks) => {
    const ubrn = await bookedForReview(desks);
    const id = desks.simulator.core.referrals.get(ubrn)?.appointment?.id ?? '';
    const request = { ubrn, version: versionOf(desks.referrer, ubrn) };
    const seeded = { patient, services: ['70002'], request, id };
    return { path: `/Appointment/${id}`, method: 'PUT', version: 0, seeded };
  },
});

const cancelling = (
  stage: (desks: Desks) => Promise<string>,
  by: 'referrer' | 'provider' = 'referrer',
): OfficialCase => ({
  answer: '200',
  prepare: async (desks) => {
    const ubrn = await stage(desks);
    return { path: on(ubrn, 'cancelReferral'), by, version: versionOf(desks.referrer, ubrn) };
  },
});

/** The provider cancelled the booking and left the rest to the office. */
async function leftToOffice(desks: Desks): Promise<string> {
  const ubrn = await bookedForReview(desks);
  const body = {
    resourceType: 'Parameters',
    meta: {
      profile: [
        'https://fhir.nhs.uk/STU3/StructureDefinition/eRS-cancelAppointmentActionLater-Parameters-1',
      ],
    },
    parameter: [{ name: 'comments', valueString: 'Rebook' }],
  };
  const headers = { 'If-Match': `W/"${versionOf(desks.provider, ubrn)}"` };
  await desks.provider.call(on(ubrn, 'cancelAppointmentActionLater'), { body, headers });
  return ubrn;
}

const unbookedOne = ({ referrer }: Desks): Promise<string> => newUbrn(referrer);

/** Every official request but those for a session, by interaction, dialect and case. */
export const signedInCases: Readonly<Record<string, OfficialCase>> = {
  'A008 hscn basic': listing('provider'),
  'A008 platform filtering-by-specialty': listing('provider'),
  'A008 platform minimal-appointment-slot-issues': listing('provider'),
  'A008 platform minimal-assessment-returned-cancelled-dna': listing('referrer'),
  'A008 platform minimal-awaiting-booking': listing('referrer'),
  'A008 platform minimal-rejected-triage-response': listing('referrer'),
  'A010 hscn basic': searching(),
  'A010 platform rc-minimal': searching(),
  'A010 platform rc-search-by-named-clinician': searching(),
  'A010 platform rc-search-for-advice-service': searching(),
  'A010 platform rc-search-with-commissioning-rule-organisation': searching({
    organisation: practice,
  }),
  'A010 platform rca-with-iwt': {
    answer: '200',
    prepare: (desks) => ({
      path: searchPath,
      by: asAdmin(desks),
      seeded: { ...found, clinician: '021600550531' },
    }),
  },
  // Its limit of 21 days and NATIONALLY_AVAILABLE leave nothing of the demo practice's services.
  'A011 hscn basic': { ...creating(), answer: '422 SHORTLISTED_SERVICE_NOT_IN_RESULTS' },
  // Another profile, and a parameter that is no more.
  'A011 hscn legacy-with-pathway': { ...creating(), answer: '422 UNEXPECTED_FIELD' },
  'A011 platform minimal-request': creating(),
  'A011 platform minimal-request-with-referring-clinician': {
    answer: '201',
    prepare: (desks) => ({
      path: createPath,
      by: asAdmin(desks),
      seeded: { ...found, clinician: '021600550531' },
    }),
  },
  'A011 platform request-mixed-shortlist': creating({ services: ['70002', '70003'] }),
  'A012 hscn basic': linking(['one.pdf']),
  'A012 platform multiple-document-references': linking(['one.pdf', 'two.pdf']),
  'A012 platform single-document-reference': linking(['one.pdf']),
  'A014 hscn dbs': reviewing('rejectReferral', bookedForReview),
  'A014 platform basic-example-ibs': reviewing('rejectReferral', bookedByTelephone),
  'A016 hscn book': booking(false),
  'A016 platform booking-with-named-clinician': booking(true),
  'A016 platform deferral-with-slot-reference': lostSlot,
  'A016 platform minimal-deferral': proposing(async (desks) => ({
    ubrn: await unbookable(desks),
    service: fullService,
  })),
  'A016 platform triage-deferral': proposing(async ({ referrer }) => ({
    ubrn: await newUbrn(referrer, createBody(['70003'])),
    service: '70003',
  })),
  // NATIONALLY_AVAILABLE leaves out the one service that fits the rest.
  'A021 hscn basic': {
    answer: '422 SHORTLISTED_SERVICE_NOT_IN_RESULTS',
    prepare: () => ({ path: triagePath, seeded: thyroid }),
  },
  'A021 hscn sample-1': { answer: '201', prepare: () => ({ path: triagePath, seeded: knee }) },
  'A021 platform parameters-with-named-clinician': {
    answer: '201',
    prepare: (desks) => ({ path: triagePath, by: asAdmin(desks), seeded: thyroid }),
  },
  'A022 hscn basic': reviewing('CancelAppointmentActionLater', bookedByTelephone, {
    files: ['plan.pdf', 'result.pdf'],
  }),
  'A022 platform minimal-example-dbs': reviewing('cancelAppointmentActionLater', bookedForReview),
  'A022 platform minimal-example-ibs': reviewing('cancelAppointmentActionLater', bookedByTelephone),
  'A023 platform minimal-advice-and-guidance-requests': listing('provider', 'CommunicationRequest'),
  'A026 hscn basic': advising('200', ['answer.pdf']),
  'A026 platform require-further-information': advising('422 UNSUPPORTED_PRIORITY'),
  'A026 platform return-to-referrer-with-advice': advising('200'),
  'A027 hscn basic': converting(['answer.pdf', 'plan.pdf']),
  'A027 platform no-attachments': converting(),
  'A028 hscn basic': reviewing('recordReviewOutcome', awaitingTriage),
  'A028 platform attachment-included': reviewing('recordReviewOutcome', awaitingTriage, {
    files: ['advice.pdf'],
  }),
  'A028 platform return-to-referrer-with-advice': reviewing('recordReviewOutcome', deferred),
  'A031 platform non-mixed-shortlist-with-document': shortlisting(['70001', '70002'], true),
  'A031 platform unbooked-referral': shortlisting(['70002']),
  'A031 platform unbooked-referral-mixed-shortlist': shortlisting(['70002', '70003']),
  'A032 platform minimal-request': {
    answer: '200',
    prepare: async ({ referrer }) => {
      const ubrn = await newUbrn(referrer);
      await addLetter(referrer, ubrn);
      const path = on(ubrn, 'changeShortlistAndSendForTriage');
      return { path, version: versionOf(referrer, ubrn), seeded: knee };
    },
  },
  'A034 platform cancellation-invalid-reason': cancellingBooking('422 INAPPROPRIATE_VALUE'),
  'A034 platform cancellation-reason-and-mandatory-comment': cancellingBooking('200'),
  'A034 platform cancellation-reason-only-comment-mandatory':
    cancellingBooking('422 MISSING_VALUE'),
  'A036 platform intend-private-without-comment': cancelling(unbookedOne),
  'A036 platform no-longer-required': cancelling(bookedForReview),
  'A036 platform outpatient-service': cancelling(leftToOffice, 'provider'),
  'A036 platform patient-request-cancellation-other': cancelling(unbookedOne),
  'A036 platform referrer-cancellation': cancelling(bookedForReview),
  'A044 platform example-rcawith-attachments': {
    answer: '200',
    prepare: async (desks) => {
      const by = asAdmin(desks);
      const none = { 'X-ERS-XAPI-META-INTENDED_UBRN': '' };
      const file = await by.call('/Binary', {
        body: new Uint8Array(40),
        headers: {
          ...none,
          'Content-Type': 'application/pdf',
          'X-ERS-XAPI-META-FILE_NAME': 'question.pdf',
        },
      });
      return {
        path: '/CommunicationRequest/$ers.createAdviceAndGuidance',
        by,
        seeded: {
          patient,
          specialty: 'DERMATOLOGY',
          clinicType: 'ACNE',
          services: [adviceService],
          clinician: '021600550531',
          files: [file.headers.get('Location') ?? ''],
        },
      };
    },
  },
};
