import type { Endpoint } from 'comlink';

/** Calls that arrive and answers that arrive, apart from each other and cleared of all else. */
export interface GuardedPort {
  /** For comlink's `expose`. */
  calls: Endpoint;
  /** For comlink's `wrap`. */
  answers: Endpoint;
  /** The other side is done with this port. */
  onRelease(listener: () => void): void;
}

type Listener = EventListenerOrEventListenerObject;

const LONGEST_ID = 100;

/**
 * What stands between a port and comlink, which by itself lets whoever holds a port read, set and
 * construct anything that it can reach, up to running code. Only a call of one named method with one
 * plain argument comes through, and a release, and a plain answer; each as a new message. Properties
 * read or set, constructors, further ports and proxies in either direction do not.
 */
export function guardPort(port: MessagePort, methods: ReadonlySet<string>): GuardedPort {
  const calls = oneWay(port);
  const answers = oneWay(port);
  const released = new Set<() => void>();
  port.addEventListener('message', (event) => {
    const message = event.ports.length > 0 ? undefined : readMessage(event.data, methods);
    if (message?.kind === 'call') calls.deliver(message.data);
    if (message?.kind === 'answer') answers.deliver(message.data);
    if (message?.kind === 'release') for (const listener of released) listener();
  });
  return {
    calls: calls.endpoint,
    answers: answers.endpoint,
    onRelease: (listener) => void released.add(listener),
  };
}

type Message =
  { kind: 'call'; data: object } | { kind: 'answer'; data: object } | { kind: 'release' };

/** Undefined for everything that is not one of the three. */
function readMessage(given: unknown, methods: ReadonlySet<string>): Message | undefined {
  if (!isRecord(given)) return undefined;
  const { id, type } = given;
  if (typeof id !== 'string' || id.length === 0 || id.length > LONGEST_ID) return undefined;
  if (type === 'RELEASE') return { kind: 'release' };
  if (type === 'APPLY') return readCall(id, given, methods);
  // What comlink throws or proxies comes as HANDLER: to the caller it is no answer that counts.
  if (type === 'HANDLER') return { kind: 'answer', data: { id, type: 'RAW' } };
  if (type === 'RAW') return { kind: 'answer', data: { id, type, value: given['value'] } };
  return undefined;
}

function readCall(
  id: string,
  { path, argumentList }: Record<string, unknown>,
  methods: ReadonlySet<string>,
): Message | undefined {
  if (!Array.isArray(path) || path.length !== 1) return undefined;
  const name: unknown = path[0];
  if (typeof name !== 'string' || !methods.has(name)) return undefined;
  if (!Array.isArray(argumentList) || argumentList.length !== 1) return undefined;
  const argument: unknown = argumentList[0];
  if (!isRecord(argument) || argument['type'] !== 'RAW') return undefined;
  const plain = { type: 'RAW', value: argument['value'] };
  return { kind: 'call', data: { id, type: 'APPLY', path: [name], argumentList: [plain] } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Half of the port: hears only what is delivered, and sends nothing but plain messages. */
function oneWay(port: MessagePort): { endpoint: Endpoint; deliver(data: object): void } {
  const listeners = new Set<Listener>();
  const endpoint: Endpoint = {
    postMessage: (message: unknown) => port.postMessage(message),
    addEventListener: (_type: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => void listeners.delete(listener),
    start: () => port.start(),
  };
  return {
    endpoint,
    deliver(data) {
      const event = new MessageEvent('message', { data });
      for (const listener of [...listeners]) {
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      }
    },
  };
}
