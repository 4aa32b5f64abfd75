import type { Dialect } from '../core/model.ts';
import type { Simulator } from '../simulator.ts';
import { createSimulator } from '../simulator.ts';
import type { Json } from './json.ts';

const START = '2026-10-16T09:30:00.000Z';
const PATIENT = '9990123454';
const PRACTICE = 'Y99001';

const base = 'http://localhost/ers-api';
const typeInfo = 'uk.nhs.ers.xapi.dto.v1.session.ProfessionalSession';
const profile = (name: string): string => `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`;
const system = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;
const nhsNumber = (value: string) => ({ system: 'http://fhir.nhs.net/Id/nhs-number', value });
const user = (value: string) => ({ system: 'http://fhir.nhs.net/Id/sds-user-id', value });
const service = (value: string) => ({ system: 'http://fhir.nhs.net/Id/ers-service', value });

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
  text: string;
  /** The e-RS error code, when there is one. */
  code: string | undefined;
  diagnostics: string | undefined;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const body = (isJson && text ? JSON.parse(text) : {}) as Json;
  const issue = (body as Partial<Json>).issue?.[0];
  return {
    status: response.status,
    headers: response.headers,
    body,
    text,
    code: issue?.details.coding[0]?.code,
    diagnostics: issue?.diagnostics,
  };
}

export interface Call {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Caller {
  simulator: Simulator;
  dialect: Dialect;
  /** Of the session over HSCN, the access token on the platform. */
  key: string;
  /** A call under the dialect's STU3 base, with what identifies the caller. */
  call(path: string, call?: Call): Promise<Answer>;
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
}

export function newSimulator(): Simulator {
  return createSimulator({ clock: () => Date.parse(START), seed: 1 });
}

export async function sendTo(simulator: Simulator, url: string, call: Call): Promise<Answer> {
  const { body, headers, method = body === undefined ? 'GET' : 'POST' } = call;
  const content =
    body === undefined || typeof body === 'string' || body instanceof Uint8Array
      ? (body as BodyInit | undefined)
      : JSON.stringify(body);
  const request = new Request(url, {
    method,
    headers: headers ?? {},
    ...(content !== undefined && { body: content }),
  });
  return answerOf(await simulator.fetch(request));
}

export function sessionCall(simulator: Simulator, path: string, call: Call = {}): Promise<Answer> {
  const headers = { XAPI_ASID: '200000000220', ...call.headers };
  return sendTo(simulator, `${base}/v1${path}`, { ...call, headers });
}

interface LogIn {
  token?: string;
  businessFunction?: string;
  orgIdentifier?: string;
  simulator?: Simulator;
}

/** A session with a role: the demo user as referring clinician unless told otherwise. */
export async function logIn(options: LogIn = {}): Promise<Caller> {
  const {
    token = 'DEMO-SMARTCARD-TOKEN-1',
    businessFunction = 'REFERRING_CLINICIAN',
    orgIdentifier = PRACTICE,
    simulator = newSimulator(),
  } = options;
  const opened = await sessionCall(simulator, '/ProfessionalSession', {
    body: { typeInfo, token },
  });
  const key = opened.body.id;
  await sessionCall(simulator, `/ProfessionalSession/${key}`, {
    method: 'PUT',
    body: { typeInfo, token, permission: { businessFunction, orgIdentifier } },
    headers: { HTTP_X_SESSION_KEY: key },
  });
  const identity = { XAPI_ASID: '200000000220', HTTP_X_SESSION_KEY: key };
  return {
    simulator,
    dialect: 'hscn',
    key,
    call: (path, call = {}) =>
      sendTo(simulator, `${base}/STU3/v1${path}`, {
        ...call,
        headers: { ...identity, ...call.headers },
      }),
    control: (path, body, method) =>
      sendTo(simulator, `http://localhost/__simulator/${path}`, {
        body,
        ...(method && { method }),
      }),
  };
}

export type Parameter = Record<string, unknown> & { name: string };

export const coding = (name: string, codeSystem: string, code: string): Parameter => ({
  name,
  valueCoding: { system: system(codeSystem), code },
});
export const specialty = (code: string): Parameter => ({
  name: 'specialty',
  valueCoding: { system: 'https://ers.example/STU3/v1/CodeSystem/SPECIALTY', code },
});
export const snomed = (code: string): Parameter => ({
  name: 'clinicalTerm',
  valueCoding: { system: 'http://snomed.info/sct', code },
});
export const identified = (name: string, sdsUserId: string): Parameter => ({
  name,
  valueIdentifier: user(sdsUserId),
});

/** Arrhythmia services for a routine patient. */
export function criteria(extra: Parameter[] = [], without: string[] = []): Parameter[] {
  const replaced = [...without, ...extra.map(({ name }) => name)];
  const usual: Parameter[] = [
    coding('priority', 'eRS-Priority-1', 'ROUTINE'),
    specialty('CARDIOLOGY'),
    coding('clinicType', 'eRS-ClinicType-1', 'ARRHYTHMIA'),
    { name: 'ageAndGenderAppropriate', valueBoolean: true },
  ];
  return [...usual.filter(({ name }) => !replaced.includes(name)), ...extra];
}

function parameters(name: string, parameter: Parameter[], id?: string) {
  return {
    resourceType: 'Parameters',
    ...(id && { id }),
    meta: { profile: [profile(name)] },
    parameter,
  };
}

function criteriaResource(parameter: Parameter[]) {
  return parameters('eRS-ServiceSearchCriteria-Parameters-1', parameter, 'ServiceSearchCriteria-1');
}

export function searchBody(parameter: Parameter[], extra: Parameter[] = []) {
  const replaced = extra.map(({ name }) => name);
  const usual: Parameter[] = [
    coding('requestType', 'eRS-RequestType-1', 'APPOINTMENT_REQUEST'),
    coding('sortBy', 'eRS-SortBy-1', 'IWT'),
    { name: 'patient', valueIdentifier: nhsNumber(PATIENT) },
    { name: 'searchCriteria', resource: criteriaResource(parameter) },
  ];
  return parameters('eRS-PatientServiceSearch-Parameters-1', [
    ...usual.filter(({ name }) => !replaced.includes(name)),
    ...extra,
  ]);
}

export function search(caller: Caller, body: unknown = searchBody(criteria())): Promise<Answer> {
  return caller.call('/HealthcareService/$ers.searchHealthcareServicesForPatient', { body });
}

export function shortlist(ids: string[], parameter: Parameter[] = criteria()) {
  return {
    resourceType: 'List',
    meta: { profile: [profile('eRS-Shortlist-List-1')] },
    status: 'current',
    mode: 'snapshot',
    contained: [criteriaResource(parameter)],
    entry: ids.map((id) => ({ item: { identifier: service(id) } })),
    extension: [
      {
        url: profile('Extension-eRS-Shortlist-SearchCriteria-1'),
        valueReference: { reference: '#ServiceSearchCriteria-1' },
      },
    ],
  };
}

export function createBody(ids: string[], extra: Parameter[] = []) {
  const replaced = extra.map(({ name }) => name);
  const usual: Parameter[] = [
    { name: 'patient', valueIdentifier: nhsNumber(PATIENT) },
    { name: 'shortlist', resource: shortlist(ids) },
    { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 },
    coding('intentionToAddReferralLetter', 'eRS-ReferralLetterIntention-1', 'NEED_TO_ADD_LATER'),
  ];
  return parameters('eRS-CreateReferral-Parameters-1', [
    ...usual.filter(({ name }) => !replaced.includes(name)),
    ...extra,
  ]);
}

export function create(caller: Caller, body: unknown = createBody(['70001', '70002', '70005'])) {
  return caller.call('/ReferralRequest/$ers.createReferral', { body });
}

export async function newUbrn(caller: Caller, body?: unknown): Promise<string> {
  return (await create(caller, body)).body.id;
}

export interface File {
  ubrn: string;
  name?: string;
  type?: string;
  bytes?: Uint8Array;
}

export function upload(caller: Caller, file: File, headers: Record<string, string> = {}) {
  const { ubrn, name = 'letter.pdf', type = 'application/pdf', bytes = new Uint8Array(40) } = file;
  return caller.call('/Binary', {
    body: bytes,
    headers: {
      'Content-Type': type,
      'X-ERS-XAPI-META-FILE_NAME': name,
      'X-ERS-XAPI-META-INTENDED_UBRN': ubrn,
      ...headers,
    },
  });
}

export function letter(url: string, description?: string): Parameter {
  return {
    name: 'referralLetterFile',
    resource: {
      resourceType: 'DocumentReference',
      meta: { profile: [profile('eRS-DocumentReference-1')] },
      status: 'current',
      type: { coding: [{ system: system('eRS-AttachmentType-1'), code: 'REFERRER' }] },
      indexed: '2026-10-16T09:31:00+00:00',
      ...(description !== undefined && { description }),
      content: [{ attachment: { url } }],
    },
  };
}

export interface Letters {
  ubrn: string;
  version: number | undefined;
  letters: Parameter[];
}

export function link(caller: Caller, { ubrn, version, letters }: Letters): Promise<Answer> {
  return caller.call(`/ReferralRequest/${ubrn}/$ers.maintainReferralLetter`, {
    body: parameters('eRS-MaintainReferralLetter-Parameters-1', letters),
    headers: version === undefined ? {} : { 'If-Match': `W/"${version}"` },
  });
}

/** Uploads a file and links it as the only letter; answers the new version. */
export async function attachLetter(caller: Caller, ubrn: string): Promise<number> {
  const url = (await upload(caller, { ubrn })).headers.get('Location') ?? '';
  const read = await caller.call(`/ReferralRequest/${ubrn}`);
  const version = Number(read.body.meta.versionId);
  const linked = await link(caller, { ubrn, version, letters: [letter(url)] });
  return Number(linked.body.meta.versionId);
}

export function slots(caller: Caller, query: Record<string, string> = {}, ruleOrg = PRACTICE) {
  const parameters = new URLSearchParams({
    'schedule.actor:HealthcareService': '70002',
    appointmentType: 'ROUTINE',
    status: 'free',
    _count: '100',
    page: '1',
    ...query,
  });
  for (const [name, value] of Object.entries(query)) if (!value) parameters.delete(name);
  return caller.call(`/Slot?${parameters}`, {
    headers: ruleOrg ? { 'X-ERS-XAPI-COMM-RULE-ORG': ruleOrg } : {},
  });
}

/** Free slots of a service without and with a named clinician. */
export async function freeSlots(caller: Caller, id = '70002'): Promise<Json[]> {
  const { body } = await slots(caller, { 'schedule.actor:HealthcareService': id });
  return body.entry.map((entry) => entry.resource).filter((one) => one.start);
}

/** The earliest free slot of a service, with or without a named clinician if that matters. */
export async function firstSlot(caller: Caller, named?: boolean): Promise<Json> {
  const slot = (await freeSlots(caller)).find(
    (one) => named === undefined || one.schedule.reference.includes('-') === named,
  );
  if (!slot) throw new Error('There is no such slot.');
  return slot;
}

export interface Appointment {
  ubrn: string;
  version: number;
  serviceId?: string;
  patient?: string;
  slot?: Json | undefined;
  clinician?: string;
}

function participants({ serviceId = '70002', patient = PATIENT, clinician }: Appointment) {
  return [service(serviceId), nhsNumber(patient), ...(clinician ? [user(clinician)] : [])].map(
    (identifier) => ({ actor: { identifier }, status: 'accepted' }),
  );
}

export function appointmentBody(appointment: Appointment, fields: Record<string, unknown>) {
  return {
    resourceType: 'Appointment',
    meta: {
      profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Appointment-1'],
    },
    language: 'en',
    description: 'e-Referral Appointment',
    incomingReferral: [
      { reference: `ReferralRequest/${appointment.ubrn}/_history/${appointment.version}` },
    ],
    participant: participants(appointment),
    ...fields,
  };
}

/** Books, naming the clinician of the slot if it has one. */
export function book(caller: Caller, appointment: Appointment, fields = {}): Promise<Answer> {
  const { slot } = appointment;
  if (!slot) throw new Error('There is no slot to book.');
  const clinician = appointment.clinician ?? slot.schedule.reference.split('-')[1];
  return caller.call('/Appointment', {
    body: appointmentBody(
      { ...appointment, ...(clinician && { clinician }) },
      {
        status: 'booked',
        start: slot.start,
        end: slot.end,
        slot: [{ reference: `Slot/${slot.id}` }],
        ...fields,
      },
    ),
  });
}

export function defer(
  caller: Caller,
  appointment: Appointment,
  { reason, ...fields }: Record<string, unknown> & { reason: string },
): Promise<Answer> {
  const { slot } = appointment;
  return caller.call('/Appointment', {
    body: appointmentBody(appointment, {
      status: 'proposed',
      reason: [{ coding: [{ system: system('eRS-ReviewReason-1'), code: reason }] }],
      ...(slot && { slot: [{ reference: `Slot/${slot.id}` }] }),
      ...fields,
    }),
  });
}

export function read(caller: Caller, ubrn: string): Promise<Answer> {
  return caller.call(`/ReferralRequest/${ubrn}`);
}

export function printPatientLetter(caller: Caller, ubrn: string): Promise<Answer> {
  return caller.call(`/ReferralRequest/${ubrn}/$ers.generatePatientLetter`, { method: 'POST' });
}
