import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import { readResult } from './calls.ts';
import type { Dialect } from './dialects/dialect.ts';
import { hscn } from './dialects/hscn.ts';
import { requestOf as built, type Interaction } from './interactions/interaction.ts';
import type { Refusal } from './interactions/rules.ts';
import { problemOfAnswer, type ProblemOrigin } from './problems.ts';
import type { ErsRequest, ErsResponse, JsonValue } from './transport.ts';

export type Json = Record<string, JsonValue | undefined>;

const STRUCTURE = 'https://fhir.nhs.uk/STU3/StructureDefinition';
const CODES = 'https://fhir.nhs.uk/STU3/CodeSystem';
export const SERVICE = 'http://fhir.nhs.net/Id/ers-service';
export const NHS_NUMBER = 'http://fhir.nhs.net/Id/nhs-number';
export const SDS_USER = 'http://fhir.nhs.net/Id/sds-user-id';
export const TRANSACTION = 'b9f3c2de-5a01-4f3e-9a57-0c1d8c5be2aa-1';

export function ok(body: JsonValue, headers: Record<string, string> = {}): ErsResponse {
  const json = { 'content-type': 'application/fhir+json', x_ers_transaction_id: TRANSACTION };
  return { status: 200, headers: { ...json, ...headers }, body };
}

export function refused(status: number, code?: string, diagnostics?: string): ErsResponse {
  if (!code) return { status, headers: { x_ers_transaction_id: TRANSACTION } };
  const coding = [{ system: `${CODES}/eRS-APIErrorCode-1`, code, display: code }];
  const issue = [{ severity: 'error', code: 'value', diagnostics, details: { coding } }];
  return { ...ok({ resourceType: 'OperationOutcome', issue }), status };
}

export function proxySays(status: number, reason: string, mark?: string): ErsResponse {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (mark) headers['ers-proxy'] = mark;
  return { status, headers, body: { status, reason, correlationId: 'of-the-proxy' } };
}

export function extension(name: string, value: Json): Json {
  return { url: `${STRUCTURE}/Extension-eRS-${name}`, ...value };
}

export function concept(system: string, code: string, display?: string): Json {
  return { coding: [{ system: `${CODES}/${system}`, code, display }] };
}

export function actor(system: string, value: string, display?: string): Json {
  return { actor: { display, identifier: { system, value } }, status: 'accepted' };
}

export function appointmentBody(over: Json = {}): Json {
  return {
    resourceType: 'Appointment',
    id: '51234',
    status: 'booked',
    start: '2026-10-22T08:40:00.000Z',
    end: '2026-10-22T09:00:00.000Z',
    created: '2026-10-16T09:31:00.000Z',
    incomingReferral: [{ reference: 'ReferralRequest/000049283317/_history/8' }],
    participant: [
      actor(SERVICE, '11008', 'Community Cardiology Clinic'),
      actor(NHS_NUMBER, '9990123454'),
    ],
    ...over,
  };
}

export function letterBody(over: Json = {}): Json {
  return {
    resourceType: 'DocumentReference',
    id: 'DocumentReference-7',
    status: 'current',
    type: concept('eRS-AttachmentType-1', 'REFERRER'),
    indexed: '2026-10-16T09:40:00.000Z',
    description: 'Referral letter',
    content: [
      {
        attachment: {
          id: '7',
          url: 'Binary/att-49283317-7',
          title: 'Referral letter.pdf',
          size: 1024,
          contentType: 'application/pdf',
          creation: '2026-10-16',
        },
      },
    ],
    ...over,
  };
}

/** An unbooked referral with shortlist, criteria and rule organisation. */
export function referralBody(over: Json = {}, contained: Json[] = []): Json {
  return {
    resourceType: 'ReferralRequest',
    id: '000049283317',
    meta: { versionId: '6' },
    status: 'active',
    intent: 'plan',
    subject: { identifier: { system: NHS_NUMBER, value: '9990123454' } },
    specialty: concept('SPECIALTY', 'CARDIOLOGY', 'Cardiology'),
    supportingInfo: [],
    extension: [
      extension('ReferralPriority-1', {
        valueCodeableConcept: concept('eRS-Priority-1', 'URGENT'),
      }),
      extension('ReferralShortlist-1', { valueReference: { reference: '#shortlist' } }),
      extension('Commissioning-Rule-Org-1', { valueIdentifier: { value: 'R69' } }),
    ],
    contained: [criteriaBody(), shortlistBody(), ...contained],
    ...over,
  };
}

function shortlistBody(): Json {
  const reference = { valueReference: { reference: '#criteria' } };
  return {
    resourceType: 'List',
    id: 'shortlist',
    extension: [extension('Shortlist-SearchCriteria-1', reference)],
    entry: ['11008', '11010'].map((value) => ({
      item: { display: `Service ${value}`, identifier: { system: SERVICE, value } },
    })),
  };
}

function criteriaBody(): Json {
  return {
    resourceType: 'Parameters',
    id: 'criteria',
    parameter: [
      { name: 'priority', valueCoding: { code: 'URGENT' } },
      { name: 'specialty', valueCoding: { code: 'CARDIOLOGY' } },
      { name: 'clinicType', valueCoding: { code: 'ARRHYTHMIA' } },
      { name: 'ageAndGenderAppropriate', valueBoolean: true },
    ],
  };
}

interface ServiceFacts {
  bookableType?: string;
  referrerAlert?: string;
  exclusions?: string;
  suggestedInvestigations?: string;
  conditionsTreated?: string;
  additionalRequirements?: readonly string[];
  age?: { low: readonly [number, string]; high: readonly [number, string] };
}

function text(url: string, valueString: string | undefined): Json[] {
  return valueString === undefined ? [] : [{ url, valueString }];
}

function code(url: string, system: string, value: string): Json {
  return { url, valueCodeableConcept: concept(system, value) };
}

export function serviceEntry(id: string, facts: ServiceFacts = {}): Json {
  const { age, bookableType = 'DIRECTLY_BOOKABLE' } = facts;
  const bound = ([value, unit]: readonly [number, string]): Json => ({ value, unit });
  const summary = [
    { url: 'serviceName', valueString: `Service ${id}` },
    code('specialty', 'SPECIALTY', 'CARDIOLOGY'),
    {
      url: 'location',
      valueReference: { display: 'Eastgate Health Centre', identifier: { value: 'RX101' } },
    },
    code('bookableType', 'eRS-BookableType-1', bookableType),
    code('supportedRequestFlowType', 'eRS-RequestFlowType-1', 'APPOINTMENT_REQUEST'),
    code('genderTreated', 'eRS-GenderTreated-1', 'MALE_AND_FEMALE'),
    { url: 'referralLetterRequired', valueBoolean: true },
    ...text('referrerAlert', facts.referrerAlert),
    ...text('exclusions', facts.exclusions),
    ...text('suggestedInvestigations', facts.suggestedInvestigations),
    ...text('conditionsTreated', facts.conditionsTreated),
    ...(facts.additionalRequirements ?? []).map((one) =>
      code('additionalRequirementSupported', 'X', one),
    ),
    ...(age
      ? [{ url: 'ageTreated', valueRange: { low: bound(age.low), high: bound(age.high) } }]
      : []),
  ];
  return {
    extension: [extension('ServiceSearch-ListItem-1', { extension: listItem })],
    item: {
      identifier: { system: SERVICE, value: id },
      extension: [extension('ServiceSummaryView-1', { extension: summary })],
    },
  };
}

const listItem: Json[] = [
  { url: 'displayProminently', valueBoolean: false },
  { url: 'distance', valueUnsignedInt: 3 },
  { url: 'indicativeAppointmentWaitTime', valueUnsignedInt: 21 },
];

export const origin: ProblemOrigin = {
  correlationId: 'c-1',
  dialect: hscn,
};

/** What an interaction makes of arguments and of answers in one dialect. */
export function inDialect(dialect: Dialect) {
  const ofDialect = { ...origin, dialect };
  return {
    requestOf: <Args, Value>(
      interaction: Interaction<Args, Value>,
      args: Args,
    ): ErsRequest | Refusal => built(interaction, args, dialect),

    parsedBy<Args, Value>(
      interaction: Interaction<Args, Value>,
      args: Args,
      answer: ErsResponse,
    ): Result<Value> {
      return readResult(answer, { interaction, args, origin: ofDialect });
    },

    problemFor: <Args, Value>(
      interaction: Interaction<Args, Value>,
      answer: ErsResponse,
    ): Problem => problemOfAnswer(answer, interaction.failures ?? {}, ofDialect),
  };
}

export const { requestOf, parsedBy, problemFor } = inDialect(hscn);
