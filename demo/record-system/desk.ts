import { patientOf } from './record-patient.ts';
import type { InPageHostOptions } from '../../entries/host-adapters/in-page.ts';
import type { RecordPatient } from './record-system.ts';

/** Who works at a desk of a record system, and on whom. */
export interface Desk {
  user: { id: string; name: string };
  organisation: { odsCode: string; name: string };
  patients: RecordPatient[];
  /** The training system's own time, when it was asked. */
  now: string;
  proxyBase: string;
  /** Where the widgets have a page of their own. */
  frameOrigin?: string;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** The page's end of its own server: no token and no credential of the host comes here. */
export function deskServer(base = '/') {
  return {
    desk: () => ask<Desk>(`${base}desk`),
    launchTicket: async () =>
      (await ask<{ ticket: string }>(`${base}launch-ticket`, { method: 'POST' })).ticket,
    /** What the widgets keep on this computer is sealed with it; the page cannot read it out again. */
    async storageKey(): Promise<CryptoKey> {
      const { key } = await ask<{ key: string }>(`${base}storage-key`, { method: 'POST' });
      const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
      return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
    },
    ...lookUpsOf(base),
  };
}

type LookUps = Pick<
  InPageHostOptions,
  'findClinicalTerms' | 'findClinicians' | 'resolvePractitioners' | 'resolvePatients' | 'isDeceased'
>;

type Resolved = Awaited<ReturnType<Required<LookUps>['resolvePatients']>>;
type ResolvedPatient = Resolved extends ReadonlyMap<infer Key, infer Value> ? [Key, Value] : never;

function lookUpsOf(base: string): Required<LookUps> {
  return {
    findClinicalTerms: (text, signal) =>
      ask(`${base}look-up/clinical-terms?${new URLSearchParams({ text })}`, { signal }),
    findClinicians: (text, kind, signal) =>
      ask(`${base}look-up/clinicians?${new URLSearchParams({ text, kind })}`, { signal }),
    async resolvePractitioners(ids, signal) {
      const query = new URLSearchParams(ids.map((id) => ['id', id]));
      const named = await ask<[string, string][]>(`${base}look-up/practitioners?${query}`, {
        signal,
      });
      return new Map(named);
    },
    resolvePatients: async (nhsNumbers, signal) =>
      new Map(await post<ResolvedPatient[]>(`${base}look-up/patients`, nhsNumbers, signal)),
    isDeceased: async (nhsNumber, signal) =>
      (await post<{ deceased: boolean }>(`${base}look-up/death`, nhsNumber, signal)).deceased,
  };
}

/** An NHS number is never in an address. */
function post<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
}

function bare(nhsNumber: string): string {
  return nhsNumber.replaceAll(' ', '');
}

/** What the widgets are told of who is at the desk, and whose record is open. */
export function launchOf({ user, organisation }: Desk, record: RecordPatient | undefined) {
  const patient = record && patientOf(record);
  return { patient, user, organisation, needPatientBanner: false };
}

export function recordWith(nhsNumber: string, { patients }: Desk): RecordPatient | undefined {
  return patients.find((patient) => bare(patient.nhsNumber) === nhsNumber);
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}
