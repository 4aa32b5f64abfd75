import * as v from 'valibot';
import { HostError } from '../../src/host/host-adapter.ts';
import { HelloAnswer, HANDSHAKE_MS, PROTOCOL, isConcreteOrigin } from './hello.ts';

export interface GreetOptions {
  /** The frame's own window. */
  self: Window;
  allowedHostOrigins: readonly string[];
  signal: AbortSignal;
  /** 5 seconds unless told; Infinity waits until the signal is aborted. */
  limitMs?: number;
}

/** What a handshake gives: the port, and the one host that it leads to. */
export interface Greeted {
  port: MessagePort;
  nonce: string;
  origin: string;
}

/** As long as the host does not listen yet, a hello is lost. */
const AGAIN_MS = 200;
/** Where there is no end to the waiting. */
const PATIENT_MS = 1_000;

/**
 * The frame's side of the handshake. The hello goes to the listed origins only, so that no other
 * page learns the nonce; the answer counts from the window around the frame, of a listed origin, with
 * that nonce and version. Rejects with a `HostError`.
 */
export function greetHost(options: GreetOptions): Promise<Greeted> {
  const { self, allowedHostOrigins, signal, limitMs = HANDSHAKE_MS } = options;
  const peer = windowAround(self);
  const origins = reachableOrigins(self, allowedHostOrigins);
  const nonce = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const end = (conclude: () => void): void => {
      stop.abort();
      clearInterval(again);
      clearTimeout(late);
      conclude();
    };
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source !== peer || !origins.includes(event.origin)) return;
      const heard = answerTo(nonce, event);
      if (heard instanceof HostError) end(() => reject(heard));
      else if (heard) end(() => resolve({ port: heard, nonce, origin: event.origin }));
    };
    const sayHello = (): void => {
      const hello = { ers: 'hello', protocol: PROTOCOL, nonce };
      for (const origin of origins) peer.postMessage(hello, origin);
    };
    self.addEventListener('message', onMessage, { signal: stop.signal });
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), stop);
    const again = setInterval(sayHello, Number.isFinite(limitMs) ? AGAIN_MS : PATIENT_MS);
    const late = Number.isFinite(limitMs)
      ? setTimeout(() => end(() => reject(silent())), limitMs)
      : 0;
    if (signal.aborted) end(() => reject(signal.reason));
    else sayHello();
  });
}

function windowAround(self: Window): Window {
  if (self.parent !== self) return self.parent;
  const opener = self.opener as Window | null;
  if (opener) return opener;
  throw new HostError('unsupported', 'This page shows referrals inside a clinical system only.');
}

/** Where the browser says who is around the frame, nobody else is greeted and nothing is waited for. */
function reachableOrigins(self: Window, allowed: readonly string[]): readonly string[] {
  const listed = allowed.filter(isConcreteOrigin);
  const around = (self.location as Partial<Location>).ancestorOrigins?.[0];
  const reachable = around === undefined ? listed : listed.filter((origin) => origin === around);
  if (reachable.length > 0) return reachable;
  const message = 'The page around this one is not one that it may work with.';
  throw new HostError('origin-refused', message);
}

/** Undefined for what is not an answer to this hello. */
function answerTo(
  nonce: string,
  event: MessageEvent<unknown>,
): MessagePort | HostError | undefined {
  const read = v.safeParse(HelloAnswer, event.data);
  if (!read.success || read.output.nonce !== nonce) return undefined;
  const { ers, protocol } = read.output;
  if (ers === 'refused' || protocol !== PROTOCOL) return mismatch(protocol);
  const [port, ...others] = event.ports;
  return port && others.length === 0 ? port : undefined;
}

function mismatch(theirs: string): HostError {
  const message = `The page speaks version ${theirs} of the protocol and this frame ${PROTOCOL}.`;
  return new HostError('version-mismatch', message);
}

function silent(): HostError {
  const message = `The clinical system around this page has not answered for ${HANDSHAKE_MS / 1000} seconds.`;
  return new HostError('handshake-timeout', message);
}
