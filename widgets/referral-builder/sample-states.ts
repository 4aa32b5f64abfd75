import type { SearchCriteria } from '../../src/domain/criteria.ts';
import type { FileLimits } from '../../src/domain/file-limits.ts';
import { parseInstant, parseLocalDate, type Instant } from '../../src/domain/instant.ts';
import type { Letter } from '../../src/domain/letter.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Problem, ProblemReason } from '../../src/domain/problem.ts';
import type { Referral, ReferralVersion } from '../../src/domain/referral.ts';
import type { Service } from '../../src/domain/service.ts';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import type { AttachLettersState, LetterFile } from '../../src/flows/attach-letters.ts';
import type { Intent, IntentAction, IntentOutcome, NewIntent } from '../../src/journal/ports.ts';
import type { CreateReferralState } from '../../src/flows/create-referral.ts';
import type {
  CriteriaDraft,
  FindServicesState,
  ReferenceLists,
} from '../../src/flows/find-services.ts';

/** The value, as these texts are right; a typing mistake in them fails at once. */
function right<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A sample value is wrong.');
  return value;
}

export function at(time: string): Instant {
  return right(parseInstant(`2026-10-16T${time}Z`));
}

/** Fri 16-Oct-2026 10:47 BST. */
export const NOW = at('09:47:00');
export const UBRN = right(parseUbrn('000049283317'));
export const OTHER_UBRN = right(parseUbrn('000044719082'));
const NHS_NUMBER = right(parseNhsNumber('9990123454'));

export const patient: Patient = {
  nhsNumber: NHS_NUMBER,
  birthDate: right(parseLocalDate('1968-03-14')),
  name: { family: 'Hargreaves-Oyelaran', given: 'Josephine', title: 'Mrs' },
  gender: 'Female',
  postcode: 'NM3 8RB',
  verified: true,
};

const CARDIOLOGY = { code: 'CARDIOLOGY', display: 'Cardiology' };

function service(facts: Partial<Service> & Pick<Service, 'id' | 'name'>): Service {
  return {
    specialty: CARDIOLOGY,
    location: { name: 'Northmoor General Hospital', odsCode: 'RNM01' },
    bookableType: 'DIRECTLY_BOOKABLE',
    flows: ['APPOINTMENT_REQUEST'],
    appointmentType: 'FIRST_OUTPATIENT',
    sexTreated: 'MALE_AND_FEMALE',
    ageTreated: { low: 16, unit: 'YEARS' },
    letterRequired: true,
    wait: { days: 11 },
    distance: 3,
    displayProminently: false,
    additionalRequirements: ['TRANSPORT', 'INTERPRETER'],
    ...facts,
  };
}

export const eastgate = service({
  id: '11008',
  name: 'Community Cardiology Clinic, Eastgate Health Centre',
  location: { name: 'Eastgate Health Centre', odsCode: 'REG01' },
  flows: ['APPOINTMENT_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'],
  appointmentType: 'GPSI',
  ageTreated: { low: 18, unit: 'YEARS' },
  wait: { days: 6 },
  distance: 1,
  exclusions: 'Under 18. Known structural heart disease. Implanted device.',
  suggestedInvestigations: '12-lead ECG, TFT',
  conditionsTreated: 'Palpitations, ectopic beats, stable atrial fibrillation',
  additionalRequirements: ['INTERPRETER'],
});

export const northmoor = service({
  id: '11012',
  name: 'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
  referrerAlert: 'Attach the 12-lead ECG. Referrals without an ECG tracing are returned.',
  exclusions:
    'Under 16. Blackout during exercise: send to the emergency department the same day. Pacemaker problems: use the device clinic.',
  suggestedInvestigations: '12-lead ECG within 6 weeks, FBC, U&E, TFT. 24-hour tape if available.',
  conditionsTreated: 'Palpitations, atrial fibrillation, SVT, ectopic beats',
});

export const brannoc = service({
  id: '11020',
  name: 'Cardiology Referral Assessment Service, St Brannoc’s Hospital',
  location: { name: 'St Brannoc’s Hospital', odsCode: 'RBK02' },
  bookableType: 'UNSPECIFIED',
  flows: ['TRIAGE_REQUEST'],
  appointmentType: 'ASSESSMENT_SERVICE',
  wait: { code: 'NOT_APPLICABLE' },
  distance: 9,
  referrerAlert: 'Say in the letter whether the patient drives for work.',
  exclusions: 'Suspected endocarditis: phone the on-call team.',
  suggestedInvestigations: '12-lead ECG, FBC, U&E, BNP',
  conditionsTreated: 'All non-urgent and urgent cardiology',
  additionalRequirements: [],
});

export const harbour = service({
  id: '11031',
  name: 'Cardiology Outpatients, Harbour Independent Hospital',
  location: { name: 'Harbour Independent Hospital', odsCode: 'NH101' },
  bookableType: 'INDIRECTLY_BOOKABLE',
  letterRequired: false,
  wait: { code: 'LIMITED_AVAILABILITY' },
  distance: 10,
  exclusions: 'BMI over 45. ASA grade 3 and above.',
  suggestedInvestigations: '12-lead ECG',
  conditionsTreated: 'Palpitations, chest pain, valve disease',
});

export const services = [eastgate, northmoor, brannoc, harbour];

export function manyServices(count: number): Service[] {
  return Array.from({ length: count }, (_, index) =>
    service({ id: String(12000 + index), name: `Clinic ${index + 1}, Northmoor General Hospital` }),
  );
}

export const lists: ReferenceLists = {
  specialties: [CARDIOLOGY, { code: 'NEUROLOGY', display: 'Neurology' }],
  clinicTypes: [
    { code: 'ARRHYTHMIA', display: 'Arrhythmia', specialty: 'CARDIOLOGY' },
    { code: 'HEART_FAILURE', display: 'Heart failure', specialty: 'CARDIOLOGY' },
    { code: 'HEADACHE', display: 'Headache', specialty: 'NEUROLOGY' },
  ],
  priorities: [
    { code: 'ROUTINE', display: 'Routine' },
    { code: 'URGENT', display: 'Urgent' },
    { code: 'TWO_WEEK_WAIT', display: '2 Week Wait' },
  ],
};

const emptyDraft: CriteriaDraft = {
  findBy: 'specialty',
  postcode: 'NM3 8RB',
  waitLimit: '',
  ageAndGenderAppropriate: true,
  sortBy: 'DISTANCE',
};

export const draft: CriteriaDraft = {
  ...emptyDraft,
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
  priority: 'URGENT',
  distance: 25,
  sortBy: 'IWT',
};

export const criteria: SearchCriteria = {
  priority: 'URGENT',
  specialty: CARDIOLOGY,
  clinicType: { code: 'ARRHYTHMIA', display: 'Arrhythmia' },
  postcode: 'NM3 8RB',
  distanceLimit: 25,
  ageAndGenderAppropriate: true,
};

export const findState: FindServicesState = {
  lists: { status: 'ready', value: lists, at: at('09:30:00') },
  draft: emptyDraft,
  errors: [],
  search: { status: 'untouched' },
  stale: false,
  shortlist: [],
  vanished: [],
  lookUp: { status: 'idle' },
};

export function found(listed: readonly Service[]): FindServicesState['search'] {
  return { status: 'found', criteria, services: listed, at: at('09:35:00') };
}

export const foundState: Partial<FindServicesState> = { draft, search: found(services) };

export const shortlisted: Partial<FindServicesState> = {
  ...foundState,
  shortlist: [northmoor, eastgate, harbour],
};

export const createState: CreateReferralState = {
  letterRequired: false,
  reminderDays: '14',
  errors: [],
  phase: { status: 'ready' },
};

/** As the flow has it while a shortlisted service needs a letter. */
export const letterNeeded = {
  letterRequired: true,
  letterIntention: 'NEED_TO_ADD_LATER',
  onlyIntention: 'NEED_TO_ADD_LATER',
} as const;

export function problem(reason: ProblemReason, change: Partial<Problem> = {}): Problem {
  return {
    reason,
    source: 'e-rs',
    correlationId: 'c04e77b1-2a9d-4f15-8a52-6d1d9a7f0c11',
    transactionId: '7f3a19c2-58d0-4b6e-9f7d-2f6f4f0f9a10',
    retry: 'never',
    ...change,
  };
}

/** Taken as it would come in an answer of e-RS. */
const VERSION = '6' as ReferralVersion;

export const referral: Referral = {
  ubrn: UBRN,
  version: VERSION,
  patient: NHS_NUMBER,
  state: { code: 'NOT_BOOKED', derived: true },
  priority: 'URGENT',
  specialty: CARDIOLOGY,
  shortlist: [northmoor, eastgate, harbour].map(({ id, name }) => ({ id, name })),
  criteria,
  letters: [],
  related: [],
};

export const booked: Referral = {
  ...referral,
  state: { code: 'BOOKED', derived: true },
  appointment: {
    id: '70001',
    status: 'booked',
    service: { id: northmoor.id, name: northmoor.name },
    start: right(parseInstant('2026-10-22T08:40:00Z')),
    end: right(parseInstant('2026-10-22T09:00:00Z')),
    clinician: { sdsUserId: '555021854999', name: 'OKONKWO, Chidi (Dr)' },
  },
};

/** A write that was sent in an earlier visit. */
export function intent(
  action: IntentAction,
  end: { state: 'sending' } | IntentOutcome,
  change: Partial<NewIntent> = {},
): Intent {
  const about = { action, patient: NHS_NUMBER, contextId: 'context-0', sentAt: at('08:42:08') };
  return { ...about, id: `${action}-${end.state}`, ...change, ...end };
}

export function letter(name: string, change: Partial<Letter> = {}): Letter {
  return {
    url: `Binary/${name.replace(/\W/g, '-')}`,
    name,
    size: 212_000,
    attachedAt: at('09:45:00'),
    kind: 'REFERRER',
    availability: 'AVAILABLE',
    ...change,
  };
}

const limits: FileLimits = {
  maxSize: 5_242_880,
  maxNameLength: 255,
  types: {
    'application/pdf': ['pdf'],
    'image/tiff': ['tif', 'tiff'],
    'image/png': ['png'],
    'text/plain': ['txt'],
    'application/msword': ['doc'],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  },
};

export function file(
  name: string,
  state: LetterFile['state'],
  change: Partial<LetterFile> = {},
): LetterFile {
  const id = name.replace(/\W/g, '-');
  return { id, name, size: 212_000, source: 'computer', state, ...change };
}

/** As it is remembered over a change of patient. */
export function uploadedFile(name: string) {
  return {
    name,
    url: `Binary/${name}`,
    size: 212_000,
    source: 'computer',
    at: at('08:50:00'),
  } as const;
}

export const lettersState: AttachLettersState = {
  referral,
  limits,
  letters: [],
  files: [],
  documents: 'not-offered',
  phase: { status: 'editing' },
};

/** e-RS does not answer, and the referral was read a while ago. */
export const ersIsDown = {
  step: 'record',
  opened: {
    status: 'failed',
    ubrn: UBRN,
    problem: problem('ers-unavailable', { retry: 'back-off' }),
    lastRead: { referral, at: at('09:40:00') },
  },
} as const;
