import type { Action } from './domain/action.ts';
import type { Clock } from './domain/instant.ts';
import type { Patient } from './domain/patient.ts';
import { ErsError, type ProblemReason } from './domain/problem.ts';
import { roleAllows } from './domain/role-rules.ts';
import { actsForProvider, type Clinician, type Role } from './domain/user.ts';
import { openClient, type ErsClientPorts, type OpenClient } from './ers/open-client.ts';
import { createProxyTransport, type UploadPort } from './ers/proxy-transport.ts';
import { TransportError, type ErsTransport } from './ers/transport.ts';
import { bookingVerbs } from './ers/verbs/booking.ts';
import { referringVerbs } from './ers/verbs/referring.ts';
import { createBookSlot } from './flows/book-slot.ts';
import { withClinicianNames } from './flows/clinician-names.ts';
import { createEarlierWrites } from './flows/earlier-writes.ts';
import type { DeskClient, FlowPorts } from './flows/flow-ports.ts';
import type { Flows } from './flows/flows.ts';
import { createReferPatient } from './flows/refer-patient.ts';
import { PLACE_FLOW } from './flows/refer-patient-place.ts';
import { checkConfig, type CheckedConfig, type ErsConfig } from './host/config.ts';
import { guardContext } from './host/context-guard.ts';
import type { ErsSession, HostAdapter, HostSession } from './host/host-adapter.ts';
import { createProxySession, type ProxySession } from './host/proxy-session.ts';
import { watchSession } from './host/session-watch.ts';
import { createMemoryDrafts } from './journal/memory-drafts.ts';
import { createPageLocks, type PageLocks } from './journal/page-locks.ts';
import { createPageJournal, type PageJournal } from './journal/page-journal.ts';
import { notKept, type Kept } from './journal/kept.ts';
import type { DraftPort } from './journal/ports.ts';

/** What the engine needs from where it runs. Nothing else is read from the surroundings. */
export interface ConnectPorts {
  fetch: typeof fetch;
  /** Sends a file with progress, which `fetch` cannot tell. */
  upload: UploadPort;
  clock: Clock;
  /** A fresh UUID. */
  newId: () => string;
  /** From 0 to 1: spreads what is asked again. */
  random: () => number;
  /** Outlives a connection, so that work is still there after signing in again. */
  memory: Memory;
  /** The browser's, where it has them. Without them nothing is kept on this computer. */
  locks: LockManager | undefined;
}

/** The journal and the drafts of one page. Both are keyed by patient; drafts by user too. */
export interface Memory {
  journal: PageJournal;
  drafts: DraftPort;
  /** Which patients this page works on. */
  patients: PageLocks;
}

/** `locks` are the browser's, where it has them. */
export function createMemory(locks?: LockManager): Memory {
  return {
    journal: createPageJournal(),
    drafts: createMemoryDrafts(),
    patients: createPageLocks(locks),
  };
}

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

export interface Connection {
  readonly host: HostSession;
  readonly config: CheckedConfig;
  readonly session: ErsSession;
  /** `onBehalfOf`: SDS user id of one of `cliniciansActedFor`. */
  chooseRole(role: Role, onBehalfOf?: string): Promise<void>;
  /** The role needs a clinician to act for, whom e-RS can be told, and none is chosen. */
  readonly needsClinician: boolean;
  /** Whom the user may act for in this role. Rejects with an `ErsError`. */
  cliniciansActedFor(): Promise<readonly Clinician[]>;
  /**
   * Binds the patient at the proxy before anything can be asked about them, then asks what was sent
   * for them by another page, or by this one before it was loaded again. One page of this browser at
   * a time works on a patient.
   */
  openPatient(options: OpenPatientOptions): Promise<PatientDesk | 'open-elsewhere'>;
  /** After `onEnded`: a new session for the same user, role and patient. Rejects for another user. */
  signInAgain(): Promise<void>;
  end(): Promise<void>;
}

const ACT_FOR: Action = 'act-for-clinician';

export interface ConnectOptions {
  signal: AbortSignal;
  /** e-RS or the proxy says that the session is gone. */
  onEnded: () => void;
}

interface Parts extends ConnectOptions {
  host: HostSession;
  config: CheckedConfig;
  proxy: ProxySession;
  ports: ConnectPorts;
  session: ErsSession;
  /** How often the user has signed in on this connection. */
  signIns: { count: number };
  /** Where work outlives the page; undefined where the configuration, the host or the browser has none. */
  kept?: Kept | undefined;
  bound?: { contextId: string; patient: Patient };
  /** Ends the desk opened last: there is one at a time. */
  life?: AbortController;
}

/**
 * Composition root: host + configuration → session, client, journal, flows. Rejects with
 * `ConfigError`, `HostError` or `ErsError`.
 */
export async function connect(
  { adapter, config: given }: { adapter: HostAdapter; config: ErsConfig },
  ports: ConnectPorts,
  options: ConnectOptions,
): Promise<Connection> {
  const config = checkConfig(given);
  const host = await adapter.connect({ signal: options.signal });
  const proxy = createProxySession({ base: config.proxyBase, ...ports });
  const session = await startSession(host, proxy, ports);
  if (config.dialect && config.dialect !== session.dialect)
    throw refusal('dialect-mismatch', ports);
  const kept = await openKept({ host, config, ports, session });
  const parts: Parts = {
    ...options,
    host,
    config,
    proxy,
    ports,
    session,
    signIns: { count: 1 },
    kept,
  };
  return connectionOf(parts);
}

function connectionOf(parts: Parts): Connection {
  const { host, config, proxy, ports, kept } = parts;
  return {
    host,
    config,
    get session() {
      return parts.session;
    },
    async chooseRole(role, onBehalfOf) {
      parts.session = await proxy.chooseRole(role, onBehalfOf);
    },
    get needsClinician() {
      const { role, onBehalfOf } = parts.session;
      return !!role && actsForProvider(role) && !onBehalfOf && clientOf(parts).facts.can(ACT_FOR);
    },
    cliniciansActedFor: () => cliniciansOf(parts),
    openPatient: (opening) => openPatient(parts, opening),
    signInAgain: () => signInAgain(parts),
    end() {
      // With the keeper goes the key.
      ports.memory.journal.keepIn(undefined);
      kept?.close();
      return proxy.end();
    },
  };
}

async function cliniciansOf(parts: Parts): Promise<readonly Clinician[]> {
  const [{ directoryVerbs }, { cliniciansActedFor }] = await Promise.all([
    import('./ers/verbs/directory.ts'),
    import('./flows/clinicians-acted-for.ts'),
  ]);
  const { host: lookUps, ports, signal } = parts;
  const client = directoryVerbs(clientOf(parts).calls);
  return cliniciansActedFor({ ...ports, signal, client, lookUps });
}

/**
 * Loaded only where the deployer has decided for it. Where the host gives no key, or the browser no
 * store, work lasts as long as the page, and each draft says so.
 */
async function openKept({
  host,
  config,
  ports,
  session,
}: Pick<Parts, 'host' | 'config' | 'ports' | 'session'>): Promise<Kept | undefined> {
  if (config.storage !== 'encrypted') return undefined;
  const { memory, locks, newId } = ports;
  try {
    const storageKey = await host.storageKey?.();
    if (!storageKey || !locks) return notKept(memory.drafts);
    const { odsCode } = host.getContext().organisation;
    const { openKept: open } = await import('./journal/idb/open-kept.ts');
    const owner = { userId: session.user.sdsUserId, odsCode };
    const kept = await open({
      ...ports,
      storageKey,
      owner,
      pageId: newId(),
      drafts: memory.drafts,
      locks,
    });
    memory.journal.keepIn(kept.intents);
    return kept;
  } catch {
    return notKept(memory.drafts);
  }
}

async function startSession(
  host: HostSession,
  proxy: ProxySession,
  ports: ConnectPorts,
): Promise<ErsSession> {
  const resumed = await proxy.resume();
  return resumed && isOf(resumed, host) ? resumed : redeem(host, proxy, ports);
}

/** A session of another user, or in a role of another organisation, is not gone on with. */
function isOf({ user, role }: ErsSession, host: HostSession): boolean {
  const context = host.getContext();
  const sameOrganisation = !role || role.organisation.odsCode === context.organisation.odsCode;
  return user.sdsUserId === context.user.id && sameOrganisation;
}

async function redeem(
  host: HostSession,
  proxy: ProxySession,
  ports: ConnectPorts,
): Promise<ErsSession> {
  const ticket = await host.launchTicket?.().catch(() => undefined);
  if (!ticket) throw refusal('host-failed', ports);
  const session = await proxy.redeem(ticket);
  if (isOf(session, host)) return session;
  throw refusal('user-mismatch', ports);
}

async function signInAgain(parts: Parts): Promise<void> {
  const { host, proxy, ports, session: former, bound } = parts;
  const session = await redeem(host, proxy, ports);
  parts.signIns.count += 1;
  const { role, onBehalfOf } = former;
  parts.session = role ? await proxy.chooseRole(role, onBehalfOf) : session;
  if (bound) await proxy.bindPatient(bound.contextId, bound.patient);
}

async function openPatient(
  parts: Parts,
  { takeOver, ...bound }: OpenPatientOptions,
): Promise<PatientDesk | 'open-elsewhere'> {
  const { session, proxy, config, ports } = parts;
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
  const { client, drafts, earlier } = flowPorts;
  await earlier.ask();
  return {
    flows: {
      referPatient: () => createReferPatient(flowPorts),
      bookSlot: (start) => createBookSlot(flowPorts, start),
    },
    can: (action) =>
      client.can(action) &&
      roleAllows(role, action, client.dialect) &&
      (config.features?.[action] ?? true),
    async discardDrafts() {
      const whose = { userId: session.user.sdsUserId, patient: bound.patient.nhsNumber };
      for (const flow of ['refer-patient', PLACE_FLOW, 'attach-letters'])
        await drafts.discard({ ...whose, flow });
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

function deskClient(ports: ErsClientPorts): DeskClient {
  const { facts, calls } = openClient(ports);
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

function flowPortsFor(parts: Parts, role: Role, life: AbortSignal): FlowPorts {
  const { host, session, config, proxy, ports, kept, bound } = parts;
  if (!bound) throw refusal('context-changed', ports);
  const { clock, newId, random, memory } = ports;
  const { patient } = bound;
  const transport = guardContext(transportOf(parts), {
    isCurrent: () => !life.aborted,
    notSent: () => new TransportError('no-answer', 'no'),
  });
  const drafts = (config.storage === 'host' && host.draftStore) || kept?.drafts || memory.drafts;
  return {
    client: withClinicianNames(
      deskClient({ dialect: session.dialect, transport, clock, newId, random, ...bound }),
      { lookUps: host, clock },
    ),
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

/** For what is no patient's: it is asked before any is bound. */
function clientOf(parts: Parts): OpenClient {
  const { session, host, ports } = parts;
  const { contextId } = host.getContext();
  const transport = transportOf(parts);
  return openClient({ ...ports, dialect: session.dialect, transport, contextId });
}

function transportOf(parts: Parts): ErsTransport {
  const { host, config, proxy, ports, signIns, onEnded } = parts;
  const { fetch, upload } = ports;
  const base = config.proxyBase;
  const transport =
    host.transport ?? createProxyTransport({ base, fetch, upload, csrf: () => proxy.csrf() });
  return watchSession(transport, {
    sessionNumber: () => signIns.count,
    onEnded,
    endsByBare403: () => parts.session.dialect === 'hscn',
  });
}

function refusal(reason: ProblemReason, { newId }: ConnectPorts): ErsError {
  return new ErsError({ reason, source: 'local', correlationId: newId(), retry: 'never' });
}
