import type { Action } from './domain/action.ts';
import type { Clock } from './domain/instant.ts';
import type { Patient } from './domain/patient.ts';
import { ErsError, type ProblemReason } from './domain/problem.ts';
import { roleAllows } from './domain/role-rules.ts';
import { openClient, type OpenClient } from './ers/open-client.ts';
import { createProxyTransport, type UploadPort } from './ers/proxy-transport.ts';
import type { ErsTransport } from './ers/transport.ts';
import type { ProviderWorklistFlow } from './flows/provider-worklist.ts';
import type { CheckedConfig } from './host/config.ts';
import type { ErsSession, HostSession } from './host/host-adapter.ts';
import type { ProxySession } from './host/proxy-session.ts';
import { watchSession } from './host/session-watch.ts';
import type { Kept } from './journal/kept.ts';
import type { PageJournal } from './journal/page-journal.ts';
import type { PageLocks } from './journal/page-locks.ts';
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

export interface ConnectOptions {
  signal: AbortSignal;
  /** e-RS or the proxy says that the session is gone. */
  onEnded: () => void;
}

export interface Parts extends ConnectOptions {
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
  worklist?: Promise<ProviderWorklistFlow>;
}

/** For what is no patient's: it is asked before any is bound. */
export function clientOf(parts: Parts): OpenClient {
  const { session, host, ports } = parts;
  const { contextId } = host.getContext();
  const transport = transportOf(parts);
  return openClient({ ...ports, dialect: session.dialect, transport, contextId });
}

export function transportOf(parts: Parts): ErsTransport {
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

export function refusal(reason: ProblemReason, { newId }: ConnectPorts): ErsError {
  return new ErsError({ reason, source: 'local', correlationId: newId(), retry: 'never' });
}

/** Whether dialect, role and configuration offer it at all. State is another question. */
export function isOffered(parts: Parts, action: Action): boolean {
  const { role, dialect } = parts.session;
  return (
    role !== undefined &&
    clientOf(parts).facts.can(action) &&
    roleAllows(role, action, dialect) &&
    (parts.config.features?.[action] ?? true)
  );
}
