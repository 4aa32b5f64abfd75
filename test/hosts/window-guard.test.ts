import { expose, wrap } from 'comlink';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FRAME_METHODS, HOST_METHODS } from '../../host-adapters/window/method-map.ts';
import { createPortLink } from '../../host-adapters/window/port-link.ts';
import { notingAnswers, settled } from './fake-windows.ts';

const NONCE = 'nonce-of-this-link';

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The host's end of a port, and the other end in the hands of somebody else. */
function attacked() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const { asked, answers } = notingAnswers();
  createPortLink({
    port: port1,
    nonce: NONCE,
    ours: HOST_METHODS,
    answers,
    theirs: FRAME_METHODS,
    epoch: () => ({ contextId: 'c', seq: 1 }),
    admits: () => true,
    onEnd: () => undefined,
  });
  const heard: unknown[] = [];
  port2.addEventListener('message', ({ data }) => heard.push(data));
  port2.start();
  return { port: port2, asked, heard };
}

const raw = (value: unknown) => ({ type: 'RAW', value });
const envelope = (over: object = {}) => ({
  link: NONCE,
  number: 1,
  contextId: 'c',
  seq: 1,
  arguments: ['chest'],
  ...over,
});
const apply = (over: object = {}) => ({
  id: '1',
  type: 'APPLY',
  path: ['findClinicalTerms'],
  argumentList: [raw(envelope())],
  ...over,
});

describe('P18: the guard of the port', () => {
  it('lets a call of the method map through, so that what is refused below is refused by it', async () => {
    const { port, asked } = attacked();
    port.postMessage(apply());
    await settled();
    expect(asked).toEqual([['findClinicalTerms', 'chest']]);
  });

  const link = { value: raw(envelope()) };
  it.each<[string, object]>([
    ['reads a property', { type: 'GET' }],
    ['sets one', { type: 'SET', ...link }],
    ['constructs', { type: 'CONSTRUCT' }],
    ['asks for a port', { type: 'ENDPOINT' }],
    ['has a type of its own', { type: 'EVAL' }],
    ['has no path', { path: [] }],
    ['has a path of two', { path: ['findClinicalTerms', 'call'] }],
    ['names what every object has', { path: ['constructor'] }],
    ['names the prototype', { path: ['__proto__'] }],
    ['names a method of the other side', { path: ['contextChanged'] }],
    ['hands over a proxy', { argumentList: [{ type: 'HANDLER', name: 'proxy', value: {} }] }],
    ['has two arguments', { argumentList: [raw(envelope()), raw(1)] }],
    ['has none', { argumentList: [] }],
    ['has no id', { id: '' }],
    ['has an id that is no text', { id: { toString: 1 } }],
  ])('refuses a message that %s', async (_what, over) => {
    const { port, asked, heard } = attacked();
    port.postMessage(apply(over));
    await settled();
    expect(asked).toEqual([]);
    // No answer either: comlink has not seen it.
    expect(heard).toEqual([]);
  });

  it('refuses a message that brings a port', async () => {
    const { port, asked, heard } = attacked();
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    port.postMessage(apply(), [port2]);
    await settled();
    expect([...asked, ...heard]).toEqual([]);
  });

  it('runs no code, which comlink alone would run', async () => {
    const bare = new MessageChannel();
    ports.push(bare.port1, bare.port2);
    expose(Object.freeze({ hello: () => 'hello' }), bare.port1);
    await runCode(bare.port2);
    expect(globalThis).toHaveProperty('ranOverPort');
    Reflect.deleteProperty(globalThis, 'ranOverPort');

    const { port, asked } = attacked();
    void runCode(port);
    await settled();
    expect(globalThis).not.toHaveProperty('ranOverPort');
    expect(asked).toEqual([]);
  });

  it('answers no argument that the method does not take', async () => {
    const { port, asked, heard } = attacked();
    const wrong = [[], [1], ['a', 'b'], [{}], ['x'.repeat(4_001)]];
    wrong.forEach((given, index) =>
      port.postMessage(
        apply({
          id: String(index + 1),
          argumentList: [raw(envelope({ number: index + 1, arguments: given }))],
        }),
      ),
    );
    await settled();
    expect(asked).toEqual([]);
    expect(heard).toHaveLength(wrong.length);
    expect(heard).toMatchObject(
      wrong.map(() => ({ value: { ok: false, error: { code: 'call-refused' } } })),
    );
  });

  it(
    'has no effect and changes no prototype, whatever 10,000 messages say',
    { timeout: 60_000 },
    async () => {
      const before = prototypes();
      const { port, asked, heard } = attacked();
      for (const message of fc.sample(anyMessage, { numRuns: 10_000, seed: 18 })) {
        try {
          port.postMessage(message);
        } catch {
          // What cannot be cloned cannot be sent by an attacker either.
        }
      }
      await settled();
      await settled();
      expect(asked).toEqual([]);
      expect(heard.filter((answer) => JSON.stringify(answer)?.includes('"ok":true'))).toEqual([]);
      expect(prototypes()).toEqual(before);

      port.postMessage(apply({ id: 'after' }));
      await settled();
      expect(asked).toEqual([['findClinicalTerms', 'chest']]);
    },
  );
});

/** What comlink alone lets whoever holds the port do in the page at its other end. */
async function runCode(port: MessagePort): Promise<void> {
  const remote = wrap(port) as unknown as {
    constructor: { constructor: new (code: string) => Promise<() => Promise<unknown>> };
  };
  const run = await new remote.constructor.constructor('globalThis.ranOverPort = true');
  await run();
}

function prototypes(): PropertyKey[][] {
  return [Object, Array, Function, String, Promise].map(({ prototype }) =>
    Reflect.ownKeys(prototype as object),
  );
}

const names = [...Object.keys(HOST_METHODS), 'constructor', '__proto__', 'toString', 'then', ''];
const segment = fc.oneof(fc.constantFrom(...names), fc.string());
const deep = fc.anything({ maxDepth: 3, withNullPrototype: true, withDate: true });

/** Of no link, of the right one with a wrong part, and of anything at all. */
const anyEnvelope = fc.oneof(
  deep,
  fc.record({
    link: fc.string(),
    number: fc.nat(),
    contextId: fc.string(),
    seq: fc.nat(),
    arguments: fc.array(deep),
  }),
  fc.record({
    link: fc.constant(NONCE),
    number: fc.constantFrom(0, -1, 0.5),
    contextId: deep,
    seq: deep,
    arguments: deep,
  }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"link":"nonce"}')),
);

const anyMessage = fc.oneof(
  deep,
  fc.record(
    {
      id: fc.oneof(fc.string(), deep),
      type: fc.constantFrom('GET', 'SET', 'APPLY', 'CONSTRUCT', 'ENDPOINT', 'RAW', 'HANDLER', 'X'),
      path: fc.oneof(fc.array(segment, { maxLength: 3 }), deep),
      argumentList: fc.array(
        fc.record({
          type: fc.constantFrom('RAW', 'HANDLER'),
          name: fc.constantFrom('proxy', 'throw'),
          value: anyEnvelope,
        }),
        { maxLength: 2 },
      ),
      value: deep,
    },
    { requiredKeys: [] },
  ),
);
