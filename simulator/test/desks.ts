import type { Dialect } from '../core/model.ts';
import type { Simulator } from '../simulator.ts';
import type { Answer, Caller, Parameter } from './hscn-caller.ts';
import {
  book,
  coding,
  createBody,
  criteria,
  firstSlot,
  letter,
  link,
  logIn,
  newSimulator,
  shortlist,
  specialty,
  upload,
} from './hscn-caller.ts';
import { signIn } from './platform-caller.ts';

/** A referrer and the clinician of a provider, at one simulator, through one dialect. */
export interface Desks {
  simulator: Simulator;
  referrer: Caller;
  provider: Caller;
}

export const dialects: readonly Dialect[] = ['hscn', 'api-platform'];

const clinician = { businessFunction: 'SERVICE_PROVIDER_CLINICIAN', orgIdentifier: 'XN1' };

export async function openDesks(dialect: Dialect): Promise<Desks> {
  const simulator = newSimulator();
  if (dialect === 'api-platform') {
    const provider = signIn({ simulator, token: 'DEMO-CIS2-TOKEN-3', ...clinician });
    return { simulator, referrer: signIn({ simulator }), provider };
  }
  const provider = await logIn({ simulator, token: 'DEMO-SMARTCARD-TOKEN-3', ...clinician });
  return { simulator, referrer: await logIn({ simulator }), provider };
}

/** The triage service of the provider's own organisation. */
export const triageService = '70363';
/** One that gives advice, too. */
export const adviceService = '70131';

export const kneeCriteria = (): Parameter[] =>
  criteria([specialty('ORTHOPAEDICS'), coding('clinicType', 'eRS-ClinicType-1', 'KNEE')]);
export const acneCriteria = (): Parameter[] =>
  criteria([specialty('DERMATOLOGY'), coding('clinicType', 'eRS-ClinicType-1', 'ACNE')]);

export function parametersOf(profile: string, parameter: Parameter[]) {
  const url = `https://fhir.nhs.uk/STU3/StructureDefinition/${profile}`;
  return { resourceType: 'Parameters', meta: { profile: [url] }, parameter };
}

export const text = (name: string, valueString: string): Parameter => ({ name, valueString });
export const priority = (name: string, code: string): Parameter =>
  coding(name, 'eRS-Priority-1', code);

/** A reason out of one of e-RS's own lists. */
export const reason = (name: string, list: string, code: string): Parameter => ({
  name,
  valueCoding: { system: `https://ers.example/STU3/CodeSystem/${list}`, code },
});

export interface Operation {
  name: string;
  version?: number;
  body?: unknown;
}

/** An operation on a request of either kind, at the version given. */
export function operate(
  caller: Caller,
  resource: 'ReferralRequest' | 'CommunicationRequest',
  { ubrn, name, version, body }: Operation & { ubrn: string },
): Promise<Answer> {
  return caller.call(`/${resource}/${ubrn}/$ers.${name}`, {
    method: 'POST',
    body,
    headers: version === undefined ? {} : { 'If-Match': `W/"${version}"` },
  });
}

export function versionOf({ simulator }: Caller, ubrn: string): number {
  const { core } = simulator;
  return (core.referrals.get(ubrn) ?? core.advice.get(ubrn))?.version ?? 0;
}

export async function uploaded(caller: Caller, ubrn: string, name: string): Promise<string> {
  return (await upload(caller, { ubrn, name })).headers.get('Location') ?? '';
}

export async function addLetter(caller: Caller, ubrn: string, name = 'letter.pdf') {
  const letters = [letter(await uploaded(caller, ubrn, name))];
  const answer = await link(caller, { ubrn, version: versionOf(caller, ubrn), letters });
  if (answer.status !== 200) throw new Error(`Not linked: ${answer.diagnostics}`);
}

/** Booked into the first slot of 70002, a letter attached: waiting for the review. */
export async function bookedForReview({ referrer }: Desks): Promise<string> {
  const created = await referrer.call('/ReferralRequest/$ers.createReferral', {
    body: createBody(['70002']),
  });
  const ubrn = created.body.id;
  await addLetter(referrer, ubrn);
  const slot = await firstSlot(referrer, true);
  const booked = await book(referrer, { ubrn, version: versionOf(referrer, ubrn), slot });
  if (booked.status !== 201) throw new Error(`Not booked: ${booked.diagnostics}`);
  return ubrn;
}

export function triageBody(extra: Parameter[] = []) {
  const { parameter } = createBody(
    [triageService],
    [{ name: 'shortlist', resource: shortlist([triageService], kneeCriteria()) }, ...extra],
  );
  return parametersOf('eRS-CreateReferralAndSendForTriage-Parameters-1', parameter);
}

/** Sent for triage by A021, with a letter. */
export async function awaitingTriage({ referrer }: Desks): Promise<string> {
  const path = '/ReferralRequest/$ers.createReferralAndSendForTriage';
  const created = await referrer.call(path, { body: triageBody() });
  if (created.status !== 201) throw new Error(`Not created: ${created.diagnostics}`);
  await addLetter(referrer, created.body.id);
  return created.body.id;
}

export function providerFile(name: string, type: string, url: string): Parameter {
  const { resource } = letter(url) as unknown as { resource: object };
  const system = 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-AttachmentType-1';
  return { name, resource: { ...resource, type: { coding: [{ system, code: type }] } } };
}

export function fetchList(caller: Caller, list: string, extra: Parameter[] = []): Promise<Answer> {
  const advice = list === 'ADVICE_AND_GUIDANCE_REQUESTS';
  const selector = advice ? 'eRS-CommunicationListSelector-1' : 'eRS-ReferralListSelector-1';
  const system = `https://fhir.nhs.uk/STU3/CodeSystem/${selector}`;
  const listType = { name: 'listType', valueCodeableConcept: { coding: [{ system, code: list }] } };
  const resource = advice ? 'CommunicationRequest' : 'ReferralRequest';
  return caller.call(`/${resource}/$ers.fetchworklist`, {
    body: parametersOf('eRS-FetchWorklist-Parameters-1', [listType, ...extra]),
  });
}

/** The UBRNs on a list of the caller. */
export async function listed(caller: Caller, list: string): Promise<string[]> {
  const { body } = await fetchList(caller, list);
  return body.entry.map(({ item }) => item.reference.split('/')[1] ?? '');
}

export async function actionsFor(caller: Caller, ubrn: string): Promise<string[]> {
  const focus = `ReferralRequest/${ubrn}/_history/${versionOf(caller, ubrn)}`;
  const query = new URLSearchParams({ focus, intent: 'proposal', status: 'ready' });
  const { body } = await caller.call(`/Task?${query}`);
  const tasks = body.entry as unknown as { resource: { code: { coding: { code: string }[] } } }[];
  return tasks.map(({ resource }) => resource.code.coding[0]?.code ?? '');
}

/** All that a refused request may not have changed. */
export function holdings({ core }: Simulator): string {
  const published = [...core.slots.values()].flat();
  const slots = published.filter(({ status }) => status !== 'free');
  const links = [...core.referrals.values(), ...core.advice.values()];
  return JSON.stringify([links, slots]);
}
