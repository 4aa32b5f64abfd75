import {
  HostError,
  type ContextChange,
  type ContextReply,
  type HostAdapter,
  type HostErrorCode,
  type HostSession,
  type SessionEnd,
} from '../../src/host/host-adapter.ts';
import { awaitFrame } from './await-frame.ts';
import { hostAnswers, type FrameTold } from './host-answers.ts';
import { FRAME_METHODS, HOST_METHODS, type FrameMethods } from './method-map.ts';
import type { MountedFrame } from './mounted-frame.ts';
import { createPortLink, isSameEpoch, type Epoch, type PortLink } from './port-link.ts';

export interface BridgeOptions {
  /** The window of the host's page. */
  self: Window;
  host: HostAdapter;
  /** The frame's own. */
  origin: string;
}

/** One port, and the host's session that answers on it once the frame has asked for it. */
interface Linked {
  link: PortLink<FrameMethods>;
  life: AbortController;
  session?: HostSession;
}

const BEAT_MS = 5_000;
const NO_EPOCH: Epoch = { contextId: '', seq: 0 };

/** Between one frame and the host's page, over as many links as it takes: one at a time. */
export class FrameBridge {
  hasUnsavedInput = false;
  private host: HostAdapter | undefined;
  private linked: Linked | undefined;
  private stopWaiting: (() => void) | undefined;
  /** How often the frame was covered: only the last notice that it answers uncovers it. */
  private covers = 0;
  /** What was to be shown before there was a link. */
  private wanted: { ubrn: string | undefined } | undefined;
  private readonly used = new Set<string>();

  constructor(
    private readonly mounted: MountedFrame,
    private readonly options: BridgeOptions,
  ) {
    this.host = options.host;
    this.await();
  }

  /** After the session of the former host has ended. */
  setHost(host: HostAdapter): void {
    this.unlink();
    this.host = host;
    this.await();
  }

  /** The frame has loaded a page, perhaps not for the first time. */
  loaded(): void {
    if (this.linked) void this.beat(this.linked);
    else this.await();
  }

  openReferral(ubrn: string | undefined): void {
    if (this.linked?.session) this.showReferral(this.linked.link, ubrn);
    else this.wanted = { ubrn };
  }

  focus(edge: 'start' | 'end'): void {
    void this.linked?.link.call('ui.focus', { edge }).catch(() => undefined);
  }

  end(): void {
    this.stopWaiting?.();
    this.host = undefined;
    this.unlink();
  }

  private await(): void {
    this.stopWaiting?.();
    const { host } = this;
    if (!host) return;
    const { self, origin } = this.options;
    this.stopWaiting = awaitFrame({
      self,
      origin,
      used: this.used,
      frame: () => this.mounted.window(),
      onPort: (port, nonce) => this.begin(host, { port, nonce }),
      onProblem: ({ code }) => this.problem(code),
    });
  }

  private begin(host: HostAdapter, { port, nonce }: { port: MessagePort; nonce: string }): void {
    this.unlink();
    const life = new AbortController();
    const told = this.toldBy(life.signal);
    const epoch = (): Epoch =>
      epochOf(this.linked?.life === life ? this.linked.session : undefined);
    const link = createPortLink({
      port,
      nonce,
      ours: HOST_METHODS,
      answers: hostAnswers(this.noticed(host), told, life.signal),
      theirs: FRAME_METHODS,
      epoch,
      admits: (made) => isSameEpoch(made, epoch()),
      onEnd: (how) => this.linkEnded(how),
    });
    const linked: Linked = { link, life };
    this.linked = linked;
    const beating = setInterval(() => void this.beat(linked), BEAT_MS);
    life.signal.addEventListener('abort', () => clearInterval(beating), { once: true });
  }

  /** A host whose session has ended is not asked again: the frame waits for another. */
  private noticed(host: HostAdapter): HostAdapter {
    return {
      id: host.id,
      protocol: host.protocol,
      connect: (options) =>
        host.connect(options).catch((error: unknown) => {
          const isOver = error instanceof HostError && error.code === 'session-ended';
          if (isOver && this.host === host) this.host = undefined;
          throw error;
        }),
    };
  }

  /** What the frame tells over one link counts as long as that link does. */
  private toldBy(life: AbortSignal): FrameTold {
    const { mounted } = this;
    return {
      opened: (session) => this.opened(session, life),
      event: (name, detail) => mounted.send(name, detail),
      unsaved: (isUnsaved) => {
        this.hasUnsavedInput = isUnsaved;
      },
      resize: (height) => mounted.resize(height),
      focusExit: (direction) => mounted.passFocus(direction),
    };
  }

  private opened(session: HostSession, life: AbortSignal): void {
    const { linked } = this;
    if (life.aborted || !linked) {
      session.disconnect();
      throw new HostError('link-lost', 'Another link has taken the place of this one.');
    }
    linked.session = session;
    session.onContextChange((change) => this.pass(linked, change));
    session.onSessionEnd((why) => void this.passEnd(linked, why));
    this.covers += 1;
    this.mounted.uncover();
    this.mounted.send('ers-frame-linked', {});
    if (this.wanted) this.showReferral(linked.link, this.wanted.ubrn);
    this.wanted = undefined;
  }

  private async pass(linked: Linked, change: ContextChange): Promise<ContextReply> {
    const reply = this.covered(() => linked.link.call('contextChanged', change));
    return reply.catch((): ContextReply => {
      if (this.linked === linked) this.linkEnded('lost');
      return { status: 'pending' };
    });
  }

  /** The frame closes the link once it has locked; a new host begins another. */
  private async passEnd(linked: Linked, why: SessionEnd): Promise<void> {
    this.host = undefined;
    await this.covered(() => linked.link.call('sessionEnded', why)).catch(() => undefined);
    if (this.linked === linked) this.unlink();
  }

  /**
   * Covers the frame in the host's own task, as its content goes only when the notice has arrived.
   * Without an answer it stays covered until there is a new link.
   */
  private async covered<T>(notice: () => Promise<T>): Promise<T> {
    this.mounted.cover();
    this.covers += 1;
    const { covers } = this;
    const answer = await notice();
    if (this.covers === covers) this.mounted.uncover();
    return answer;
  }

  private async beat(linked: Linked): Promise<void> {
    try {
      await linked.link.call('beat');
    } catch {
      if (this.linked === linked) this.linkEnded('lost');
    }
  }

  private showReferral(link: Linked['link'], ubrn: string | undefined): void {
    void link.call('openReferral', ubrn).catch(() => undefined);
  }

  private linkEnded(how: 'released' | 'lost'): void {
    this.unlink();
    if (how === 'lost') this.problem('link-lost');
    this.await();
  }

  private unlink(): void {
    const { linked } = this;
    this.linked = undefined;
    linked?.life.abort();
    linked?.session?.disconnect();
    linked?.link.close();
  }

  private problem(code: HostErrorCode): void {
    this.mounted.send('ers-frame-problem', { code });
  }
}

function epochOf(session: HostSession | undefined): Epoch {
  if (!session) return NO_EPOCH;
  const { contextId, seq } = session.getContext();
  return { contextId, seq };
}
