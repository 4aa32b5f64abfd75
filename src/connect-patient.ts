import type { Action } from './domain/action.ts';
import type { Patient } from './domain/patient.ts';
import type { Role } from './domain/user.ts';
import { flowsOf, type PatientPorts } from './connect-flows.ts';
import { isOffered, refusal, transportOf, type Parts } from './connect-parts.ts';
import { openClient, type OpenClient } from './ers/open-client.ts';
import { TransportError } from './ers/transport.ts';
import { bookingVerbs } from './ers/verbs/booking.ts';
import { referringVerbs } from './ers/verbs/referring.ts';
import { withClinicianNames } from './flows/clinician-names.ts';
import { createEarlierWrites } from './flows/earlier-writes.ts';
import type { DeskClient } from './flows/flow-ports.ts';
import type { Flows } from './flows/flows.ts';
import { PLACE_FLOW } from './flows/refer-patient-place.ts';
import { guardContext } from './host/context-guard.ts';

/** One patient's desk: the use cases, until `close`. */
export interface PatientDesk {
  flows: Flows;
  can(action: Action): boolean;
  discardDrafts(): Promise<void>;
  /** Aborted when another page of this browser has taken the patient over. */
  readonly taken: AbortSignal;
  /** From then on no answer for this patient reaches a screen. Writes on their way finish. */
  close(): void;
}

export interface OpenPatientOptions {
  contextId: string;
  patient: Patient;
  /** From the page that works on the patient now. */
  takeOver?: boolean | undefined;
}

export async function openPatient(
  parts: Parts,
  { takeOver, ...bound }: OpenPatientOptions,
): Promise<PatientDesk | 'open-elsewhere'> {
  const { session, proxy, ports } = parts;
  const { role } = session;
  if (!role) throw refusal('forbidden', ports);
  // What is asked for the former patient counts no more, also while they were only being opened.
  parts.life?.abort();
  const life = new AbortController();
  Object.assign(parts, { bound, life });
  const lease = await ports.memory.patients.take(await nameOf(parts, bound.patient), { takeOver });
  if (!lease) return 'open-elsewhere';
  life.signal.addEventListener('abort', () => lease.release(), { once: true });
  if (life.signal.aborted) lease.release();
  await proxy.bindPatient(bound.contextId, bound.patient);
  const flowPorts = flowPortsFor({ ...parts, bound }, role, life.signal);
  const { drafts, earlier } = flowPorts;
  await earlier.ask();
  return {
    flows: flowsOf(flowPorts),
    can: (action) => isOffered(parts, action),
    async discardDrafts() {
      const whose = { userId: session.user.sdsUserId, patient: bound.patient.nhsNumber };
      for (const flow of DRAFT_FLOWS) await drafts.discard({ ...whose, flow });
    },
    taken: lease.taken,
    close: () => life.abort(),
  };
}

/** Other pages of this origin can read it: it tells them no number. */
async function nameOf({ session }: Parts, { nhsNumber }: Patient): Promise<string> {
  const text = new TextEncoder().encode(`${session.user.sdsUserId} ${nhsNumber}`);
  // Without a secure context there are no locks either.
  if (!isSecureContext) return 'patient';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return `patient ${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function deskClient({ facts, calls }: OpenClient): DeskClient {
  return {
    ...facts,
    ...referringVerbs(calls),
    ...bookingVerbs(calls),
    // Asked only after an answer was lost.
    async retrieveWorklist(search, options) {
      const { listingVerbs } = await import('./ers/verbs/listing.ts');
      return listingVerbs(calls).retrieveWorklist(search, options);
    },
  };
}

function flowPortsFor(parts: Parts, role: Role, life: AbortSignal): PatientPorts {
  const { host, session, config, proxy, ports, kept, bound } = parts;
  if (!bound) throw refusal('context-changed', ports);
  const { clock, newId, random, memory } = ports;
  const { patient } = bound;
  const transport = guardContext(transportOf(parts), {
    isCurrent: () => !life.aborted,
    notSent: () => new TransportError('no-answer', 'no'),
  });
  const open = openClient({
    dialect: session.dialect,
    transport,
    clock,
    newId,
    random,
    contextId: bound.contextId,
  });
  const drafts = (config.storage === 'host' && host.draftStore) || kept?.drafts || memory.drafts;
  return {
    client: withClinicianNames(deskClient(open), { lookUps: host, clock }),
    calls: open.calls,
    journal: memory.journal,
    earlier: createEarlierWrites({
      ...ports,
      journal: memory.journal,
      patient: patient.nhsNumber,
      listed: () => proxy.unresolved(patient.nhsNumber),
      signal: life,
    }),
    foundOut: (intentId, ubrn) => proxy.foundOut(intentId, ubrn),
    drafts,
    clock,
    newId,
    ...bound,
    user: session.user,
    role,
    lookUps: host,
    writeBack: host.writeBack?.bind(host),
  };
}

const DRAFT_FLOWS = [
  'refer-patient',
  PLACE_FLOW,
  'attach-letters',
  'review-referral',
  'answer-advice',
  'ask-advice',
];
