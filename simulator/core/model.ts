export type BusinessFunction =
  | 'REFERRING_CLINICIAN'
  | 'REFERRING_CLINICIAN_ADMIN'
  | 'REFERRING_ADMIN'
  | 'SERVICE_PROVIDER_CLINICIAN'
  | 'SERVICE_PROVIDER_CLINICIAN_ADMIN'
  | 'SERVICE_PROVIDER_ADMIN';

/** The two ways into e-RS; some business rules differ between them. */
export type Dialect = 'hscn' | 'api-platform';

export type Priority = 'ROUTINE' | 'URGENT' | 'TWO_WEEK_WAIT';
export const priorities: readonly Priority[] = ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'];

export interface Patient {
  nhsNumber: string;
  birthDate: string;
  gender: 'male' | 'female';
  postcode: string;
  family: string;
  given: string;
  title: string;
  /** Makes e-RS refuse the patient: a sensitive record, or no registered GP practice. */
  flag?: 'sensitive' | 'no-gp-practice';
}

export interface Clinician {
  sdsUserId: string;
  name: string;
  kind: 'provider' | 'referrer';
  odsCode: string;
  inactive?: true;
}

export interface Organisation {
  odsCode: string;
  name: string;
  kind: 'practice' | 'provider' | 'site';
  postcode?: string;
  providerOdsCode?: string;
  closed?: true;
}

export interface ClinicalTerm {
  code: string;
  display: string;
  specialty: string;
  clinicType: string;
}

export type Booking = 'DBS' | 'IBS' | 'TRIAGE';

export interface Service {
  id: string;
  name: string;
  specialty: string;
  clinicType: string;
  siteOdsCode: string;
  providerOdsCode: string;
  location: string;
  postcode: string;
  phone: string;
  booking: Booking;
  givesAdvice: boolean;
  appointmentType?: string;
  sexTreated: 'MALE' | 'FEMALE' | 'MALE_AND_FEMALE';
  /** Years; e-RS gives both ends. */
  ageTreated?: { low: number; high: number };
  letterRequired: boolean;
  /** Days; triage services have none. */
  indicativeWait: number | 'LIMITED_AVAILABILITY' | 'NOT_APPLICABLE';
  referrerAlert?: string;
  exclusions?: string;
  suggestedInvestigations?: string;
  conditionsTreated?: string;
  priorities: readonly Priority[];
  clinicians: readonly string[];
  commissioning: 'LOCAL' | 'NATIONAL';
  displayProminently: boolean;
  publishesSlots: boolean;
}

export interface Permission {
  businessFunction: BusinessFunction;
  orgIdentifier: string;
  orgName: string;
}

export interface SmartcardUser {
  token: string;
  identifier: string;
  firstName: string;
  lastName: string;
  permissions: readonly Permission[];
}

export interface Session {
  key: string;
  user: SmartcardUser;
  permission?: Permission;
  openedAt: string;
}

/** Who is asking, once a role is chosen. */
export interface Caller {
  userId: string;
  role: BusinessFunction;
  odsCode: string;
  dialect: Dialect;
  /** The clinician for whom a clinician admin acts, where the dialect names one. */
  onBehalfOf?: string;
}

export interface SearchCriteria {
  priority: Priority;
  specialty?: string | undefined;
  clinicType?: string | undefined;
  clinicalTerm?: string | undefined;
  namedClinician?: string | undefined;
  indicativeAppointmentWaitTimeLimit?: number | undefined;
  postcode?: string | undefined;
  distanceLimit?: number | undefined;
  ageAndGenderAppropriate: boolean;
  commissioningProvisioning?: string | undefined;
  organisation?: string | undefined;
}

export interface Slot {
  id: string;
  usrn: string;
  serviceId: string;
  clinician?: string;
  start: string;
  end: string;
  priorities: readonly Priority[];
  status: 'free' | 'booked' | 'taken';
}

/** What the malware scan made of a file; over HSCN nobody is told. */
export type Availability = 'AVAILABLE' | 'PENDING' | 'THREATS_FOUND' | 'VALIDATION_FAILED';

export interface StoredFile {
  id: number;
  /** The id on the API platform; over HSCN the same file is `att-<ubrn>-<id>`. */
  uuid: string;
  /** Absent until an advice request takes a file that was uploaded for none. */
  ubrn?: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  uploadedBy: string;
  organisation: string;
  onBehalfOf?: string;
  uploadedAt: string;
  scan: { result: Availability; /** Milliseconds since 1970; PENDING before. */ due: number };
}

export type AttachmentType = 'REFERRER' | 'PROVIDER' | 'GUIDANCE_RESPONSE' | 'ADVICE_REQUEST';

/** A file linked to a request. */
export interface Attachment {
  file: StoredFile;
  type: AttachmentType;
  description?: string;
  indexed: string;
  attachedBy: string;
}

export interface Appointment {
  id: string;
  version: number;
  status: 'booked' | 'proposed' | 'cancelled' | 'noshow';
  serviceId: string;
  /** Present only while it is directly booked. */
  slotId?: string;
  clinician?: string;
  start?: string;
  end?: string;
  /** A review reason, a review outcome or a cancellation reason: `reasonSystemOf` tells which. */
  reason?: string;
  comment?: string;
  created: string;
}

export type ReferralState =
  | 'NOT_BOOKED'
  | 'BOOKED'
  | 'DEFERRED_TO_PROVIDER'
  | 'AWAITING_TRIAGE'
  | 'TRIAGED_PROVIDER_TO_ACTION'
  | 'TRIAGE_RESPONSE'
  | 'REJECTED'
  | 'APPT_CANCELLED_BY_PATIENT'
  | 'APPT_CANCELLED_BY_PROVIDER'
  | 'DID_NOT_ATTEND'
  | 'ASSESSMENT_RESULT'
  | 'CANCELLED_REFERRAL';

/** Where the provider's review of a booking or a proposal stands. */
export interface Review {
  status: 'PENDING_REVIEW' | 'REVIEWED';
  /** What changed since somebody reviewed it; both absent when nobody did. */
  reviewed?: true;
  letterChanged?: true;
  priorityChanged?: true;
}

export interface HistoryRow {
  at: string;
  version: number;
  event: string;
  by: string;
}

export interface Referral {
  ubrn: string;
  /** The UUID of `r.<uuid>`, the platform's own identifier. */
  requestId: string;
  version: number;
  state: ReferralState;
  patient: string;
  priority: Priority;
  shortlist: readonly string[];
  criteria: SearchCriteria;
  ruleOrg: string;
  referringOrg: string;
  referringClinician: string;
  letterIntent: 'NEED_TO_ADD_LATER' | 'NOT_INTENDING_TO_ADD';
  letters: readonly Attachment[];
  /** Of the provider's review and of a conversation turned into this referral. */
  otherAttachments: readonly Attachment[];
  /** When the clock of the pathway started, if the referrer said so. */
  pathwayStart?: string;
  clinicalInfoFirstSubmitted?: string;
  clinicalInfoLastUpdated?: string;
  appointment?: Appointment;
  review?: Review;
  /** Why the whole referral was cancelled, and at whose organisation. */
  cancellation?: { reason: string; comments?: string; odsCode: string };
  /** A provider has printed the clinical information. */
  printed?: true;
  /** The result of an assessment, or an end elsewhere, was seen by the referrer. */
  acknowledged?: true;
  /** The advice request that became this referral; both have one UBRN. */
  fromAdvice?: true;
  accessCode: string;
  lockedUntil?: number;
  history: HistoryRow[];
}
