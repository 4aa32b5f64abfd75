import { readAdviceText } from '../../src/domain/advice-text.ts';
import type {
  AdviceMessage,
  AdviceParticipant,
  AdviceRequest,
  AdviceVersion,
} from '../../src/domain/advice.ts';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Letter } from '../../src/domain/letter.ts';
import { parseNhsNumber, type NhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Problem, ProblemReason } from '../../src/domain/problem.ts';
import type { Service } from '../../src/domain/service.ts';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import type { Place } from '../../src/domain/worklist-place.ts';

// One conversation, of people who do not exist.

export const UBRN = parseUbrn('000049027714') as Ubrn;

/** In November 2026: `at('23T14:31:00')`. */
export function at(time: string): Instant {
  return `2026-11-${time}.000Z` as Instant;
}

export const NOW = at('23T14:31:00');

export const patient: Patient = {
  nhsNumber: parseNhsNumber('9990123454') as NhsNumber,
  birthDate: '1986-05-22' as LocalDate,
  name: { family: 'Rashid', given: 'Nadia', title: 'Mrs' },
  gender: 'Female',
  postcode: 'NM3 8RB',
  verified: true,
};

const PRACTICE = 'Y00417';
export const TRUST = 'RWX01';

const singh: AdviceParticipant = {
  sdsUserId: '555021854301',
  name: 'SINGH, Priya (Ms)',
  odsCode: PRACTICE,
  businessFunction: 'REFERRING_CLINICIAN_ADMIN',
};
const adeyemi: AdviceParticipant = {
  sdsUserId: '555021854302',
  name: 'ADEYEMI, Tunde (Dr)',
  odsCode: PRACTICE,
  businessFunction: 'REFERRING_CLINICIAN',
};
/** Whom e-RS tells by the id alone. */
const brandt: AdviceParticipant = {
  sdsUserId: '555021854303',
  odsCode: TRUST,
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
};
const okafor: AdviceParticipant = {
  sdsUserId: '555021854304',
  name: 'OKAFOR, Adaeze (Dr)',
  odsCode: TRUST,
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
};

export function file(name: string, facts: Partial<Letter> = {}): Letter {
  return {
    url: `Binary/${name}`,
    name,
    size: 188_416,
    mediaType: 'image/jpeg',
    attachedAt: at('18T08:52:00'),
    kind: 'REFERRER',
    availability: 'AVAILABLE',
    ...facts,
  };
}

export const added = [
  file('Mycology result.pdf', { mediaType: 'application/pdf', attachedAt: at('23T11:20:00') }),
  file('Liver function tests.pdf', {
    mediaType: 'application/pdf',
    attachedAt: at('23T11:20:00'),
  }),
];

export const request: AdviceRequest = {
  ubrn: UBRN,
  version: '7' as AdviceVersion,
  patient: patient.nhsNumber,
  status: 'active',
  category: 'PROVIDER_RESPONSE_REQUIRED',
  priority: 'ROUTINE',
  specialty: { code: 'DERMATOLOGY', display: 'Dermatology' },
  service: { id: '301', name: 'General dermatology advice' },
  mayConvert: true,
  requester: adeyemi,
  files: added,
};

export function message(id: string, sent: string, text: string): AdviceMessage {
  return {
    id,
    ubrn: UBRN,
    sentBy: 'REQUESTER',
    sent: at(sent),
    text: readAdviceText(text),
    sender: adeyemi,
    responsible: adeyemi,
    files: [],
    untoldFiles: 0,
  };
}

export const messages: readonly AdviceMessage[] = [
  {
    ...message(
      'm1',
      '18T08:52:00',
      `40-year-old with an itchy scaly rash on both shins for 4 months. No response to clobetasone 0.05% twice daily for 6 weeks. Ferritin and TSH normal. Not pregnant.

Is this discoid eczema or tinea? Would you start a potent steroid before mycology is back?`,
    ),
    sender: singh,
    files: [file('Shin photo 1.jpg'), file('Shin photo 2.jpg')],
  },
  {
    ...message(
      'm2',
      '19T12:15:00',
      'Please send skin scrapings for mycology before any potent steroid. Has she any nail changes, and does anyone at home have a rash? See <a href="https://cks.nice.org.uk/topics/fungal-skin-infection" target="_blank">fungal skin infection</a>.',
    ),
    sentBy: 'RESPONDER',
    sender: brandt,
    responsible: okafor,
  },
  message(
    'm3',
    '20T09:10:00',
    'Scrapings sent today. No nail changes. Her son had ringworm in August, treated.',
  ),
  message(
    'm4',
    '20T09:26:00',
    'Correction: her son was treated in September, with <b>oral griseofulvin</b>.',
  ),
  {
    ...message('m5', '23T11:20:00', 'NOTE: Clinical Information has been added / amended'),
    sentBy: 'REFERRER_CLINICAL_INFORMATION_UPDATED',
  },
];

export const answer: AdviceMessage = {
  ...message(
    'm6',
    '23T14:38:00',
    'Mycology is positive for Trichophyton. This is tinea corporis. Please stop topical steroids.',
  ),
  sentBy: 'RESPONDER',
  sender: okafor,
  responsible: okafor,
  files: [file('Tinea patient leaflet.pdf', { kind: 'PROVIDER' })],
};

/** Of ten thousand words without a space, and as many messages as one would not expect. */
export const hugeMessages: readonly AdviceMessage[] = [
  { ...message('h0', '02T08:00:00', 'Dermatoscopy'.repeat(600)), untoldFiles: 2 },
  ...Array.from({ length: 30 }, (_, index) => ({
    ...message(
      `h${index + 1}`,
      `${String(3 + Math.floor(index / 2)).padStart(2, '0')}T09:0${index % 2}:00`,
      `Message ${index + 1}. ${'A long sentence about a rash that does not go away. '.repeat(8)}`,
    ),
    sentBy: index % 3 === 1 ? 'RESPONDER' : 'REQUESTER',
  })),
];

export const place: Place = {
  position: 3,
  total: 47,
  previous: { ubrn: parseUbrn('000049027710') } as never,
  next: { ubrn: parseUbrn('000049027720') } as never,
};

export const TEXT = `Mycology is positive for Trichophyton. This is tinea corporis. Please stop topical steroids.

Start terbinafine 250 mg once daily for 4 weeks after checking liver function.`;

export function problem(reason: ProblemReason, facts: Partial<Problem> = {}): Problem {
  return {
    reason,
    source: 'e-rs',
    about: 'advice',
    httpStatus: 422,
    transactionId: '0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9',
    correlationId: '9b2f0a54-2a63-4f6e-9a3e-7f0f3b6f2c11',
    retry: 'never',
    ...facts,
  };
}

export const service: Service = {
  id: '401',
  name: 'Adult cardiology advice',
  specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
  location: { name: 'Wexcombe General Hospital' },
  bookableType: 'UNSPECIFIED',
  flows: ['ADVICE_AND_GUIDANCE_REQUEST'],
  sexTreated: 'MALE_AND_FEMALE',
  ageTreated: { low: 16, unit: 'YEARS' },
  letterRequired: false,
  wait: { code: 'NOT_APPLICABLE' },
  distance: 4,
  displayProminently: false,
  referrerAlert: 'Attach a 12-lead ECG from the last 14 days.',
  exclusions: 'Chest pain today, syncope with injury, under 16s',
  suggestedInvestigations: 'FBC, U&E, TFT, ECG',
  conditionsTreated: 'Palpitations, murmur, heart failure, presyncope',
  additionalRequirements: [],
};
