export type BusinessFunction =
  | 'REFERRING_CLINICIAN'
  | 'REFERRING_CLINICIAN_ADMIN'
  | 'REFERRING_ADMIN'
  | 'SERVICE_PROVIDER_CLINICIAN'
  | 'SERVICE_PROVIDER_CLINICIAN_ADMIN'
  | 'SERVICE_PROVIDER_ADMIN';

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

export interface StoredFile {
  id: number;
  ubrn: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  uploadedBy: string;
  uploadedAt: string;
}

export interface Letter {
  file: StoredFile;
  description?: string;
  indexed: string;
  attachedBy: string;
}

export interface Appointment {
  id: string;
  version: number;
  status: 'booked' | 'proposed' | 'cancelled';
  serviceId: string;
  slotId?: string;
  clinician?: string;
  start?: string;
  end?: string;
  reason?: string;
  comment?: string;
  created: string;
}

export type ReferralState =
  | 'NOT_BOOKED'
  | 'BOOKED'
  | 'DEFERRED_TO_PROVIDER'
  | 'APPT_CANCELLED_BY_PATIENT'
  | 'CANCELLED_REFERRAL';

export interface HistoryRow {
  at: string;
  version: number;
  event: string;
  by: string;
}

export interface Referral {
  ubrn: string;
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
  letters: readonly Letter[];
  clinicalInfoFirstSubmitted?: string;
  clinicalInfoLastUpdated?: string;
  appointment?: Appointment;
  accessCode: string;
  lockedUntil?: number;
  history: HistoryRow[];
}
