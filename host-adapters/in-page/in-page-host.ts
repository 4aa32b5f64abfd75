import type { ErsTransport } from '../../src/ers/transport.ts';
import { instantOf, type Instant } from '../../src/domain/instant.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import { kindOfChange } from '../../src/host/context-change.ts';
import {
  HostError,
  type ContextChange,
  type ContextReply,
  type HostAdapter,
  type HostLookUps,
  type HostSession,
  type LaunchContext,
  type SessionEnd,
  type WriteBackRequest,
  type WriteBackResult,
} from '../../src/host/host-adapter.ts';
import { readLaunchContext, type LaunchInput } from '../../src/host/launch-context.ts';

export interface InPageHostOptions extends HostLookUps {
  context: LaunchInput;
  /** Asks the host's own server for the proxy's one-use ticket. Never a token. */
  launchTicket(): Promise<string>;
  /** The host's time; that of this computer unless given. */
  now?: () => Instant;
  /**
   * Where the page itself carries the calls of e-RS, over a connection of its own; else they go to the
   * proxy that the configuration names. The session, its roles and its end are the proxy's either way.
   */
  transport?: ErsTransport;
  draftStore?: HostSession['draftStore'];
  storageKey?(): Promise<CryptoKey>;
  writeBack?(request: WriteBackRequest): Promise<WriteBackResult>;
  /** Opens another record: of a row of a list, or of the patient whom the user goes back to. */
  openPatient?(nhsNumber: NhsNumber): Promise<void>;
  /** Closes the record that is open, when the user goes back to a list. */
  closePatient?(): Promise<void>;
}

/** A host in the same page as the widgets: the supplier bundles and pins them. */
export interface InPageHost extends HostAdapter {
  /**
   * Another patient, user or organisation is open now. Listeners have blanked the former patient
   * when this returns; the replies say whether unsent work stood in the way (`conflict`).
   */
  setContext(next: LaunchInput): Promise<readonly ContextReply[]>;
  /** The user logged out, the card was taken, or the host's session ended. */
  endSession(why: SessionEnd): void;
}

type ChangeListener = (change: ContextChange) => ContextReply | Promise<ContextReply>;

export function createInPageHost(options: InPageHostOptions): InPageHost {
  const { context, now = browserNow, ...offers } = options;
  const stamp = contextStamps(now);
  const page: OpenPage = { current: stamp(context), changes: new Set(), ends: new Set() };
  return {
    id: 'in-page',
    protocol: '1',
    async connect() {
      const { ended } = page;
      if (ended) throw new HostError('session-ended', `The host session has ended: ${ended}`);
      return sessionOf(page, offers);
    },
    setContext(next) {
      const former = page.current;
      const current = stamp(next);
      page.current = current;
      const { seq } = current;
      const change: ContextChange = { seq, kind: kindOfChange(former, current), next: current };
      // Called in this very task, before any await, so that the former patient is gone from the
      // screen when the host goes on.
      return Promise.all([...page.changes].map(async (listener) => listener(change)));
    },
    endSession(why) {
      page.ended = why;
      for (const listener of [...page.ends]) listener(why);
    },
  };
}

/** What is open in the host's page, and who wants to hear of it. */
interface OpenPage {
  current: LaunchContext;
  ended?: SessionEnd;
  changes: Set<ChangeListener>;
  ends: Set<(why: SessionEnd) => void>;
}

/** One for each connection: when one leaves, another still hears. */
function sessionOf(
  page: OpenPage,
  offers: Omit<InPageHostOptions, 'context' | 'now'>,
): HostSession {
  const leaves = new Set<() => void>();
  const listen = <Listener>(listeners: Set<Listener>, listener: Listener): (() => void) => {
    listeners.add(listener);
    const leave = (): void => void listeners.delete(listener);
    leaves.add(leave);
    return leave;
  };
  return {
    ...offers,
    getContext: () => page.current,
    onContextChange: (listener) => listen(page.changes, listener),
    onSessionEnd(listener) {
      if (page.ended) listener(page.ended);
      return listen(page.ends, listener);
    },
    disconnect: () => leaves.forEach((leave) => leave()),
  };
}

function contextStamps(now: () => Instant): (input: LaunchInput) => LaunchContext {
  let seq = 0;
  return (input) => {
    seq += 1;
    return readLaunchContext(input, { contextId: crypto.randomUUID(), seq, issuedAt: now() });
  };
}

function browserNow(): Instant {
  return instantOf(Date.now());
}
