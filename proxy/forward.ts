import { Agent, DecoratorHandler, type Dispatcher } from 'undici';
import { millisecondsOf, type Clock, type Instant } from '../src/domain/instant.ts';
import { startDeadline } from './deadline.ts';

/** Each kind has connections of its own, so that slow bookings leave reads usable. */
export type CallKind = 'read' | 'write' | 'upload';

export interface UpstreamRequest {
  kind: CallKind;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, beginning with `/`; from the dialect's table, never from a browser. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  /** Reads only: a write is never given up because somebody went away. */
  signal?: AbortSignal | undefined;
  /** When the browser's call came in: its time counts from then. */
  since?: Instant | undefined;
}

export interface UpstreamAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array<ArrayBuffer>;
}

/** `not-sent` is proof that e-RS has seen nothing of it; `unanswered` leaves open what happened. */
export type Forwarded =
  | { state: 'answered'; answer: UpstreamAnswer }
  | { state: 'not-sent'; reason: 'ers-unreachable' | 'too-many-requests' }
  | { state: 'unanswered'; reason: 'no-answer' | 'timed-out' };

export interface UpstreamOptions {
  /** e-RS's base URL, without a slash at its end. */
  base: string;
  clock: Clock;
  readMs?: number | undefined;
  writeMs?: number | undefined;
  tls?: { cert: string; key: string; ca?: string | undefined } | undefined;
}

/** architecture.md §9: PAS 120 < gateway 180 < this 190 < balancer 200 < browser 210 seconds. */
const WRITE_MS = 190_000;
const READ_MS = 30_000;
const LARGEST_ANSWER = 20 * 1024 * 1024;

/** One connection for each write: none is lost to a kept one that e-RS was about to close. */
const CONNECTIONS: Record<CallKind, Agent.Options> = {
  read: { connections: 128 },
  write: { connections: 256, pipelining: 0 },
  upload: { connections: 16, pipelining: 0 },
};

/** The way to e-RS. */
export class Upstream {
  private readonly origin: string;
  private readonly prefix: string;
  private readonly agents: Record<CallKind, Agent>;

  constructor(private readonly options: UpstreamOptions) {
    const { origin, pathname } = new URL(options.base);
    this.origin = origin;
    this.prefix = pathname.replace(/\/$/, '');
    this.agents = {
      read: openAgent('read', options),
      write: openAgent('write', options),
      upload: openAgent('upload', options),
    };
  }

  /** Sends once and never rejects. */
  async send(request: UpstreamRequest): Promise<Forwarded> {
    const deadline = startDeadline(this.options.clock, this.timeLeft(request));
    const signals = [deadline.signal, ...(request.signal ? [request.signal] : [])];
    const departure = { left: false };
    try {
      const answer = await this.exchange(request, AbortSignal.any(signals), departure);
      return { state: 'answered', answer };
    } catch {
      if (!departure.left) return { state: 'not-sent', reason: 'ers-unreachable' };
      return { state: 'unanswered', reason: deadline.signal.aborted ? 'timed-out' : 'no-answer' };
    } finally {
      deadline.cancel();
    }
  }

  private timeLeft({ kind, since }: UpstreamRequest): number {
    const { clock, readMs = READ_MS, writeMs = WRITE_MS } = this.options;
    const spent = since ? millisecondsOf(clock.now()) - millisecondsOf(since) : 0;
    return Math.max(0, (kind === 'read' ? readMs : writeMs) - spent);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.agents).map((agent) => agent.close()));
  }

  private async exchange(
    { kind, method, path, headers, body }: UpstreamRequest,
    signal: AbortSignal,
    departure: { left: boolean },
  ): Promise<UpstreamAnswer> {
    const agent = this.agents[kind].compose(noticeStart(() => (departure.left = true)));
    const target = below(this.origin, this.prefix, path);
    const options = {
      origin: this.origin,
      path: target,
      method,
      headers,
      body: body ?? null,
      signal,
    };
    const { statusCode, headers: raw, body: stream } = await agent.request(options);
    const bytes = new Uint8Array(await stream.arrayBuffer());
    return { status: statusCode, headers: plain(raw), body: bytes };
  }
}

function openAgent(kind: CallKind, { tls, writeMs = WRITE_MS }: UpstreamOptions): Agent {
  return new Agent({
    ...CONNECTIONS[kind],
    maxResponseSize: LARGEST_ANSWER,
    headersTimeout: writeMs + 5_000,
    bodyTimeout: writeMs + 5_000,
    ...(tls && { connect: { ...tls } }),
  });
}

/** undici calls onRequestStart on a connected socket, just before the first byte is written. */
function noticeStart(onStart: () => void): Dispatcher.DispatcherComposeInterceptor {
  class StartNotice extends DecoratorHandler implements Dispatcher.DispatchHandler {
    onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
      onStart();
      const inherited: Dispatcher.DispatchHandler = DecoratorHandler.prototype;
      inherited.onRequestStart?.call(this, controller, context);
    }
  }
  return (dispatch) => (options, handler) => dispatch(options, new StartNotice(handler));
}

/** The last word on where a call goes, whatever the table said. */
function below(origin: string, prefix: string, path: string): string {
  const url = new URL(`${origin}${prefix}${path}`);
  if (url.origin !== origin || !url.pathname.startsWith(`${prefix}/`)) {
    throw new Error('A path left the base URL of e-RS.');
  }
  return `${url.pathname}${url.search}`;
}

function plain(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value;
  }
  return headers;
}
