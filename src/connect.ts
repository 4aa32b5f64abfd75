import type { Action } from './domain/action.ts';
import { actsForProvider, type Clinician, type Role } from './domain/user.ts';
import { openPatient, type OpenPatientOptions, type PatientDesk } from './connect-patient.ts';
import {
  clientOf,
  isOffered,
  refusal,
  type ConnectOptions,
  type ConnectPorts,
  type Parts,
} from './connect-parts.ts';
import type { ProviderWorklistFlow } from './flows/provider-worklist.ts';
import { checkConfig, type CheckedConfig, type ErsConfig } from './host/config.ts';
import type { ErsSession, HostAdapter, HostSession } from './host/host-adapter.ts';
import { createProxySession, type ProxySession } from './host/proxy-session.ts';
import { createMemoryDrafts } from './journal/memory-drafts.ts';
import { notKept, type Kept } from './journal/kept.ts';
import { createPageJournal } from './journal/page-journal.ts';
import { createPageLocks } from './journal/page-locks.ts';
import type { Memory } from './connect-parts.ts';

export type { ConnectPorts, Memory, OpenPatientOptions, PatientDesk };

/** `locks` are the browser's, where it has them. */
export function createMemory(locks?: LockManager): Memory {
  return {
    journal: createPageJournal(),
    drafts: createMemoryDrafts(),
    patients: createPageLocks(locks),
  };
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
  /** No patient is bound from then on, and those bound before are not bound again. */
  leavePatient(): void;
  /** The lists of this session: the same at each call, until the connection ends. */
  openWorklist(): Promise<ProviderWorklistFlow>;
  /** Whether dialect, role and configuration offer it at all. */
  can(action: Action): boolean;
  /** After `onEnded`: a new session for the same user, role and patient. Rejects for another user. */
  signInAgain(): Promise<void>;
  end(): Promise<void>;
}

const ACT_FOR: Action = 'act-for-clinician';

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
    leavePatient() {
      parts.life?.abort();
      delete parts.bound;
    },
    openWorklist() {
      // Its code may not have come: the next call asks for it again.
      parts.worklist ??= openWorklist(parts).catch((error: unknown) => {
        delete parts.worklist;
        throw error;
      });
      return parts.worklist;
    },
    can: (action) => isOffered(parts, action),
    signInAgain: () => signInAgain(parts),
    end() {
      // With the keeper goes the key.
      ports.memory.journal.keepIn(undefined);
      kept?.close();
      return proxy.end();
    },
  };
}

async function openWorklist(parts: Parts): Promise<ProviderWorklistFlow> {
  const [{ createProviderWorklist }, { listingVerbs }, { advisingVerbs }] = await Promise.all([
    import('./flows/provider-worklist.ts'),
    import('./ers/verbs/listing.ts'),
    import('./ers/verbs/advising.ts'),
  ]);
  const { host: lookUps, ports, session, signal } = parts;
  const { role } = session;
  if (!role) throw refusal('forbidden', ports);
  const { facts, calls } = clientOf(parts);
  const client = { ...facts, ...listingVerbs(calls), ...advisingVerbs(calls) };
  const flow = createProviderWorklist({ ...ports, client, lookUps, role });
  signal.addEventListener('abort', () => flow.dispose(), { once: true });
  return flow;
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
