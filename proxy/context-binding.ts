import * as v from 'valibot';
import { parseNhsNumber, type NhsNumber } from '../src/domain/nhs-number.ts';
import { parseUbrn, type Ubrn } from '../src/domain/ubrn.ts';
import type { ErsRequest, JsonValue } from '../src/ers/transport.ts';
import { hmac } from './keys.ts';
import type { PatientContext } from './session-store.ts';

/** A referral and whose it is, as an answer of e-RS showed them. */
export interface ReferralPatient {
  ubrn: Ubrn;
  nhsNumber: NhsNumber;
}

const Referral = v.object({
  resourceType: v.picklist(['ReferralRequest', 'CommunicationRequest']),
  id: v.string(),
  subject: v.object({ identifier: v.object({ value: v.string() }) }),
});

const REFERENCE = /(?:Referral|Communication)Request\/(\d{12})(?!\d)/;
/** `att-<UBRN as a number>-<file>` (hscn.md §2, Location of A020). */
const STORED_FILE = /(?:Binary\/|^)att-(\d{1,12})-\d/;

/** Some operations answer with several resources, of which one is the request. */
const Several = v.pipe(
  v.object({ parameter: v.array(v.object({ resource: v.optional(v.unknown()) })) }),
  v.transform(({ parameter }) => parameter.map(({ resource }) => resource)),
);

export function referralPatientOf(body: Uint8Array): ReferralPatient | undefined {
  const answer = parseOrUndefined(Buffer.from(body).toString('utf8'));
  const several = v.safeParse(Several, answer);
  const resources = several.success ? several.output : [answer];
  const referral = resources.find((one) => v.is(Referral, one));
  if (!referral) return undefined;
  const ubrn = parseUbrn(referral.id);
  const nhsNumber = parseNhsNumber(referral.subject.identifier.value);
  return ubrn && nhsNumber && { ubrn, nhsNumber };
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the store keeps of a pair: it tells nobody a UBRN or a patient. */
export function pairOf(
  key: Uint8Array,
  ubrn: string,
  { contextId, nhsNumber }: Pick<PatientContext, 'contextId' | 'nhsNumber'>,
): string {
  return hmac(key, JSON.stringify([contextId, nhsNumber, ubrn]));
}

/** Whether the body names nobody but this patient, and names them where it has to. */
export function isAboutPatient(
  body: JsonValue | undefined,
  patient: NhsNumber,
  mustName: boolean,
): boolean {
  const named = nhsNumbersIn(body);
  return named.every((number) => number === patient) && (named.length > 0 || !mustName);
}

/**
 * Every NHS number of the body: identifiers that say they are one, whatever stands in them, and any
 * other value that reads as one under whatever system, but for a service id and a SNOMED CT code.
 */
function nhsNumbersIn(body: JsonValue | undefined): string[] {
  const found: string[] = [];
  visit(body, (value, owner) => {
    const text = String(value);
    const given = owner?.['system'];
    const system = typeof given === 'string' ? given.toLowerCase() : '';
    const isValue = owner?.['value'] === value;
    if (isValue && system.includes('nhs-number')) found.push(parseNhsNumber(text) ?? text);
    else if (isValue && system.endsWith('/ers-service')) return;
    // Ten-digit SNOMED CT ids that pass Modulus 11 exist: a code is not a patient.
    else if (owner?.['code'] === value && system === 'http://snomed.info/sct') return;
    else if (parseNhsNumber(text)) found.push(parseNhsNumber(text) ?? text);
  });
  return found;
}

/** Every referral that a request names: in its path, beside its file, in references of its body. */
export function ubrnsIn({ params, file, body }: ErsRequest): string[] {
  const found = new Set<string>();
  if (params['ubrn'] !== undefined) found.add(String(params['ubrn']));
  const ofFile = STORED_FILE.exec(String(params['id'] ?? ''))?.[1]?.padStart(12, '0');
  if (ofFile) found.add(ofFile);
  if (file?.ubrn) found.add(file.ubrn);
  visit(body, (value) => {
    const text = String(value);
    const reference = REFERENCE.exec(text)?.[1];
    const stored = STORED_FILE.exec(text)?.[1]?.padStart(12, '0');
    if (reference) found.add(reference);
    if (stored) found.add(stored);
  });
  return [...found];
}

type Owner = Readonly<Record<string, JsonValue | undefined>> | undefined;

/** Depth was limited when the body was read. */
function visit(
  value: JsonValue | undefined,
  see: (value: string | number, owner: Owner) => void,
  owner?: Owner,
): void {
  if (typeof value === 'string' || typeof value === 'number') see(value, owner);
  else if (isList(value)) for (const item of value) visit(item, see);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) visit(member, see, value);
  }
}

/** `Array.isArray` does not know readonly arrays. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
