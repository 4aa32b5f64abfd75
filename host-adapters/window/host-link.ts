import { kindOfChange } from '../../src/host/context-change.ts';
import {
  HostError,
  type ContextChange,
  type ContextReply,
  type HostSession,
  type LaunchContext,
  type SessionEnd,
} from '../../src/host/host-adapter.ts';
import { watchLink, type LinkWatch } from '../../src/host/link-watch.ts';
import type { Greeted } from './greet-host.ts';
import { FRAME_METHODS, HOST_METHODS, type Answers, type FrameMethods } from './method-map.ts';
import type { HostMethods } from './method-map.ts';
import { createPortLink, isSameEpoch, type Epoch, type PortLink } from './port-link.ts';
import { offeredBy, remoteSession, type CallHost, type Listeners } from './remote-session.ts';
import type { FrameShell } from './window-host.ts';

export interface HostLinkPorts {
  self: Window;
  shell: FrameShell;
  greet(signal: AbortSignal, limitMs?: number): Promise<Greeted>;
}

/** How often the frame looks whether a beat is missing, and after how long one is. */
const LOOK_MS = 5_000;
const GAP_MS = 15_000;

const NO_EPOCH: Epoch = { contextId: '', seq: 0 };

/** The frame's end of one session with its host, over as many ports as it takes. */
export class HostLink {
  private port: PortLink<HostMethods>;
  private context: LaunchContext | undefined;
  private lastBeat = Date.now();
  private readonly life = new AbortController();
  private readonly watch: LinkWatch;
  private readonly listeners: Listeners = { changes: new Set(), ends: new Set() };

  constructor(
    private readonly ports: HostLinkPorts,
    greeted: Greeted,
  ) {
    this.port = this.linkOver(greeted);
    this.watch = watchLink({
      current: () => this.current(),
      reread: () => this.reread(),
      freeze: () => ports.shell.freeze(),
      thaw: () => ports.shell.thaw(),
      changed: (next) => void this.changeTo(next),
      lost: () => this.over('disconnected'),
    });
  }

  readonly call: CallHost = (name, ...given) => this.port.call(name, ...given);

  /** The session, once the host has said what is open. */
  async open(signal: AbortSignal): Promise<HostSession> {
    signal.addEventListener('abort', () => this.end(), { once: true });
    try {
      const { offers, context } = await this.port.call('open');
      this.learn(context);
      this.listenToWindow();
      return remoteSession({
        current: () => this.current(),
        listeners: this.listeners,
        offered: offeredBy(offers, this.call),
        disconnect: () => this.end(),
      });
    } catch (error) {
      this.end();
      if (error instanceof HostError && error.code === 'session-ended') this.ports.shell.ended();
      throw error;
    }
  }

  end(): void {
    this.life.abort();
    this.watch.stop();
    this.port.close();
  }

  private linkOver({ port, nonce }: Greeted): PortLink<HostMethods> {
    const link = createPortLink({
      port,
      nonce,
      ours: FRAME_METHODS,
      answers: this.answers(),
      theirs: HOST_METHODS,
      epoch: () => this.context ?? NO_EPOCH,
      // Before the host has said what is open there is nothing that could be of another context.
      admits: (epoch) => !this.context || isSameEpoch(epoch, this.context),
      onEnd: () => this.port === link && this.watch.suspect(),
    });
    return link;
  }

  private answers(): Answers<FrameMethods> {
    const { shell } = this.ports;
    return {
      contextChanged: (change) => this.contextChanged(change),
      sessionEnded: (why) => this.over(why),
      beat: () => this.lookForGap('beat'),
      openReferral: (ubrn) => shell.openReferral(ubrn),
      'ui.focus': ({ edge }) => shell.focus(edge),
    };
  }

  private current(): LaunchContext {
    if (this.context) return this.context;
    throw new HostError('context-missing', 'The host has not said what is open.');
  }

  /** A notice that is older than what is known changes nothing. */
  private async contextChanged({ seq, kind, next }: ContextChange): Promise<ContextReply> {
    if (this.context && seq <= this.context.seq)
      throw new HostError('context-passed', 'A newer context is known.');
    if (!next) throw new HostError('context-missing', 'The notice has no context.');
    return this.tellChange({ seq, kind, next });
  }

  private changeTo(next: LaunchContext): Promise<ContextReply> {
    return this.tellChange({ seq: next.seq, kind: kindOfChange(this.current(), next), next });
  }

  /** All listeners have taken the former context down when this returns its promise. */
  private async tellChange(change: ContextChange & { next: LaunchContext }): Promise<ContextReply> {
    this.context = change.next;
    const replies = await Promise.all(
      [...this.listeners.changes].map(async (tell) => tell(change)),
    );
    return replies.find(({ status }) => status !== 'accepted') ?? { status: 'accepted' };
  }

  /** A change that came while `open` was answered is newer. */
  private learn(context: LaunchContext): void {
    if (!this.context || context.seq > this.context.seq) this.context = context;
  }

  /** Over the port that there is, else over a new one. */
  private async reread(): Promise<LaunchContext> {
    try {
      return await this.port.call('getContext');
    } catch {
      this.port.close();
      this.port = this.linkOver(await this.ports.greet(this.life.signal));
      return (await this.port.call('open')).context;
    }
  }

  private over(why: SessionEnd): void {
    if (this.life.signal.aborted) return;
    const { ends } = this.listeners;
    this.watch.stop();
    for (const tell of [...ends]) tell(why);
    this.ports.shell.ended();
  }

  /** After hibernation a beat may come before the clock is looked at: the gap was there all the same. */
  private lookForGap(beat?: 'beat'): void {
    const now = Date.now();
    const isLate = now - this.lastBeat >= GAP_MS;
    if (isLate || beat) this.lastBeat = now;
    if (isLate) this.watch.suspect();
  }

  private listenToWindow(): void {
    const { self } = this.ports;
    const { signal } = this.life;
    const suspect = (): void => this.watch.suspect();
    self.addEventListener('pageshow', ({ persisted }) => persisted && suspect(), { signal });
    // A page that is only kept for later keeps its port too.
    self.addEventListener('pagehide', ({ persisted }) => !persisted && this.port.leave(), {
      signal,
    });
    self.document.addEventListener(
      'visibilitychange',
      () => self.document.visibilityState === 'visible' && suspect(),
      { signal },
    );
    this.lastBeat = Date.now();
    const looking = setInterval(() => this.lookForGap(), LOOK_MS);
    signal.addEventListener('abort', () => clearInterval(looking), { once: true });
  }
}
