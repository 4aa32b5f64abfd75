import * as v from 'valibot';
import { HostError } from '../../src/host/host-adapter.ts';
import { Hello, HANDSHAKE_MS, PROTOCOL, isConcreteOrigin } from './hello.ts';

export interface AwaitOptions {
  /** The window of the host's page. */
  self: Window;
  /** The window of the frame as it is now. */
  frame(): Window | null | undefined;
  /** The one origin that the frame is of. */
  origin: string;
  /** Nonces that were answered before: none counts twice. */
  used: Set<string>;
  onPort(port: MessagePort, nonce: string): void;
  /** Told once for each; waiting goes on, as the frame may be loaded again. */
  onProblem(problem: HostError): void;
}

/**
 * The host's side of the handshake: listens until a frame of that window and origin says hello, and
 * then no longer. The port goes to that origin alone.
 * @returns ends the waiting
 */
export function awaitFrame(options: AwaitOptions): () => void {
  const { self, frame, origin, used, onPort, onProblem } = options;
  if (!isConcreteOrigin(origin)) throw new HostError('origin-refused', 'The frame has no origin.');
  const told = new Set<string>();
  const tell = (problem: HostError): void => {
    if (!told.has(problem.code)) onProblem(problem);
    told.add(problem.code);
  };
  const stop = (): void => {
    clearTimeout(late);
    self.removeEventListener('message', onMessage);
  };
  const onMessage = (event: MessageEvent<unknown>): void => {
    const from = frame();
    if (!from || event.source !== from) return;
    const hello = v.safeParse(Hello, event.data);
    if (!hello.success || used.has(hello.output.nonce)) return;
    if (event.origin !== origin) {
      tell(strange());
      return;
    }
    const { nonce, protocol } = hello.output;
    if (protocol !== PROTOCOL) {
      const refusal = { ers: 'refused', code: 'version-mismatch', protocol: PROTOCOL, nonce };
      from.postMessage(refusal, origin);
      tell(mismatch(protocol));
      return;
    }
    stop();
    used.add(nonce);
    const { port1, port2 } = new MessageChannel();
    onPort(port1, nonce);
    from.postMessage({ ers: 'welcome', protocol: PROTOCOL, nonce }, origin, [port2]);
  };
  const late = setTimeout(() => tell(silent()), HANDSHAKE_MS);
  self.addEventListener('message', onMessage);
  return stop;
}

function strange(): HostError {
  return new HostError('origin-refused', 'The frame holds a page of another origin.');
}

function mismatch(theirs: string): HostError {
  const message = `The frame speaks version ${theirs} of the protocol and this page ${PROTOCOL}.`;
  return new HostError('version-mismatch', message);
}

function silent(): HostError {
  const message = `The frame has not answered for ${HANDSHAKE_MS / 1000} seconds.`;
  return new HostError('handshake-timeout', message);
}
