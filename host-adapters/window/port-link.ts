import { expose, wrap } from 'comlink';
import * as v from 'valibot';
import { HostError } from '../../src/host/host-adapter.ts';
import { errorFrom, wordsOf, WireError } from './wire-errors.ts';
import { guardPort } from './guard.ts';
import type { Answers, ArgumentsOf, Method, MethodMap, ResultOf } from './method-map.ts';
import { Text } from './wire-values.ts';

/** The context that a message was sent in. */
export interface Epoch {
  contextId: string;
  seq: number;
}

export function isSameEpoch(one: Epoch, other: Epoch): boolean {
  return one.contextId === other.contextId && one.seq === other.seq;
}

export interface LinkOptions<Ours extends MethodMap, Theirs extends MethodMap> {
  port: MessagePort;
  /** Of the handshake that gave the port: a message with another one is of another link. */
  nonce: string;
  ours: Ours;
  answers: Answers<Ours>;
  theirs: Theirs;
  epoch(): Epoch;
  /** Whether a call that was made in that context may be answered now. */
  admits(epoch: Epoch): boolean;
  /** The other side is done, or went away without a word. Not told of a `close` of our own. */
  onEnd(how: 'released' | 'lost'): void;
}

/** One end of a port: typed calls to the other side, and answers to its calls. */
export interface PortLink<Theirs extends MethodMap> {
  /**
   * Rejects with what the other side threw, by name and code, or with a `HostError`: `link-lost`,
   * `no-answer`, `call-refused`, `context-passed`. It never hangs.
   */
  call<Name extends keyof Theirs & string>(
    name: Name,
    ...given: ArgumentsOf<Theirs[Name]>
  ): Promise<ResultOf<Theirs[Name]>>;
  close(): void;
  /** The same within this very task, for a page that is being left. */
  leave(): void;
}

const Envelope = v.object({
  link: Text,
  /** Rises with each message, so that none counts twice. */
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  contextId: Text,
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  arguments: v.array(v.unknown()),
});

type Envelope = v.InferOutput<typeof Envelope>;

const Answer = v.variant('ok', [
  v.object({ link: Text, number: v.number(), ok: v.literal(true), value: v.unknown() }),
  v.object({ link: Text, number: v.number(), ok: v.literal(false), error: WireError }),
]);

type Answer = v.InferOutput<typeof Answer>;
type Remote = Record<string, (envelope: Envelope) => Promise<unknown>>;

export function createPortLink<Ours extends MethodMap, Theirs extends MethodMap>(
  options: LinkOptions<Ours, Theirs>,
): PortLink<Theirs> {
  const { port, nonce, ours, theirs, onEnd } = options;
  const guarded = guardPort(port, new Set(Object.keys(ours)));
  const ended = new AbortController();
  const end = (how: 'released' | 'lost'): void => {
    if (ended.signal.aborted) return;
    ended.abort(gone());
    port.close();
    onEnd(how);
  };
  const release = (): void => {
    port.postMessage({ id: nonce, type: 'RELEASE' });
    port.close();
  };
  expose(answering(options, ended.signal), guarded.calls);
  const remote = wrap(guarded.answers) as unknown as Remote;
  guarded.onRelease(() => end('released'));
  // Few browsers tell it; elsewhere the next beat that is missing does.
  port.addEventListener('close', () => end('lost'));
  const send = sending(options, remote, ended.signal);
  return {
    async call(name, ...given) {
      const method = methodOf(theirs, name);
      const value = await send(name, method, given);
      return checked(method.result, value);
    },
    close() {
      if (ended.signal.aborted) return;
      ended.abort(gone());
      // After this task: an answer that is under way to the call that led here still leaves.
      setTimeout(release);
    },
    leave() {
      ended.abort(gone());
      release();
    },
  };
}

/** Calls out: each is numbered, answered within its limit, and rejected once the port is closed. */
function sending<Ours extends MethodMap, Theirs extends MethodMap>(
  { nonce, epoch }: LinkOptions<Ours, Theirs>,
  remote: Remote,
  ended: AbortSignal,
) {
  const sent = { number: 0 };
  return async (name: string, method: Method, given: unknown[]): Promise<unknown> => {
    ended.throwIfAborted();
    sent.number += 1;
    const { number } = sent;
    const { contextId, seq } = epoch();
    const envelope = { link: nonce, number, contextId, seq, arguments: given };
    const call = remote[name];
    if (!call) throw refused();
    const answer = await withinLimit(call(envelope), method.limitMs, ended);
    const read = v.safeParse(Answer, answer);
    if (!read.success || read.output.link !== nonce || read.output.number !== number)
      throw refused();
    if (!read.output.ok) throw errorFrom(read.output.error);
    return read.output.value;
  };
}

/** Calls in: of this link, newer than the last, of the context that is open, with readable arguments. */
function answering<Ours extends MethodMap, Theirs extends MethodMap>(
  options: LinkOptions<Ours, Theirs>,
  ended: AbortSignal,
): Record<string, (given: unknown) => Promise<Answer | undefined>> {
  const heard = { number: 0 };
  const { nonce, ours } = options;
  const answer = async (name: string, given: unknown): Promise<Answer | undefined> => {
    // The other side is about to hear that the port is closed: no other answer is true.
    if (ended.aborted) return new Promise(() => {});
    const read = v.safeParse(Envelope, given);
    // Nothing that is not of this link, or was heard before, is answered in a way that helps it.
    if (!read.success || read.output.link !== nonce) return undefined;
    const { output: envelope } = read;
    if (envelope.number <= heard.number) return undefined;
    heard.number = envelope.number;
    const told = { link: nonce, number: envelope.number };
    try {
      return { ...told, ok: true, value: await perform(options, name, envelope) };
    } catch (error) {
      return { ...told, ok: false, error: wordsOf(error) };
    }
  };
  const exposed = Object.create(null) as Record<
    string,
    (given: unknown) => ReturnType<typeof answer>
  >;
  for (const name of Object.keys(ours)) exposed[name] = (given) => answer(name, given);
  return exposed;
}

async function perform<Ours extends MethodMap, Theirs extends MethodMap>(
  { ours, answers, admits }: LinkOptions<Ours, Theirs>,
  name: string,
  envelope: Envelope,
): Promise<unknown> {
  const method = methodOf(ours, name);
  if (!method.anyContext && !admits(envelope))
    throw new HostError('context-passed', 'Another context is open.');
  const given = checked(method.arguments, envelope.arguments);
  const answer = answers[name] as (...args: unknown[]) => unknown;
  return checked(method.result, await answer(...given));
}

function methodOf(map: MethodMap, name: string): Method {
  const method = Object.hasOwn(map, name) ? map[name] : undefined;
  if (!method) throw refused();
  return method;
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  throw refused();
}

function gone(): HostError {
  return new HostError('link-lost', 'The link between the page and its frame is closed.');
}

function refused(): HostError {
  return new HostError('call-refused', 'The call, or its answer, was not readable.');
}

function withinLimit<T>(answer: Promise<T>, limitMs: number, ended: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = (why: unknown): void => {
      clearTimeout(late);
      ended.removeEventListener('abort', onEnd);
      reject(why);
    };
    const onEnd = (): void => giveUp(ended.reason);
    const late = setTimeout(
      () => giveUp(new HostError('no-answer', `No answer within ${limitMs / 1000} seconds.`)),
      limitMs,
    );
    ended.addEventListener('abort', onEnd);
    answer.then((value) => {
      resolve(value);
      giveUp(undefined);
    }, giveUp);
  });
}
