import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitFrame } from '../../host-adapters/window/await-frame.ts';
import {
  greetHost,
  type GreetOptions,
  type Greeted,
} from '../../host-adapters/window/greet-host.ts';
import { isConcreteOrigin } from '../../host-adapters/window/hello.ts';
import { deliver, fakeWindow, pageWithFrame, seen } from './fake-windows.ts';

const HOST = 'https://host.example.nhs.uk';
const FRAME = 'https://ers.example.nhs.uk';

let signal: AbortController;
let opened: MessagePort[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  signal = new AbortController();
  opened = [];
});

afterEach(() => {
  signal.abort();
  for (const port of opened) port.close();
  vi.useRealTimers();
});

type Page = ReturnType<typeof pageWithFrame>;

function listening(page: Page, used = new Set<string>()) {
  const problems: string[] = [];
  const ports: string[] = [];
  const stop = awaitFrame({
    self: page.host.self,
    frame: () => page.frameInHost,
    origin: FRAME,
    used,
    onPort(port, nonce) {
      opened.push(port);
      ports.push(nonce);
    },
    onProblem: ({ code }) => problems.push(code),
  });
  signal.signal.addEventListener('abort', stop);
  return { problems, ports, used };
}

function greeting(page: Page, over: Partial<GreetOptions> = {}): Promise<Greeted | string> {
  const options = { self: page.frame.self, allowedHostOrigins: [HOST], signal: signal.signal };
  return Promise.resolve()
    .then(() => greetHost({ ...options, ...over }))
    .then((greeted) => {
      opened.push(greeted.port);
      return greeted;
    })
    .catch((error: unknown) => (error as { code: string }).code);
}

const hello = (over: object = {}) => ({ ers: 'hello', protocol: '1', nonce: 'n-1', ...over });
const welcome = (nonce: string, over: object = {}) => ({
  ers: 'welcome',
  protocol: '1',
  nonce,
  ...over,
});

/** The nonce that the frame sends to its host, as that host's own scripts would see it. */
async function nonceOf({ host }: Page): Promise<string> {
  return new Promise((resolve) => {
    host.self.addEventListener(
      'message',
      ({ data }) => resolve((data as { nonce: string }).nonce),
      {
        once: true,
      },
    );
  });
}

describe('the handshake', () => {
  it('ends in a port at both sides, for the one origin of each', async () => {
    const page = pageWithFrame();
    const { ports, problems } = listening(page);
    const greeted = await greeting(page);
    expect(greeted).toMatchObject({ origin: HOST, nonce: ports[0] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(problems).toEqual([]);
  });

  it('waits for a host that listens later than the frame says hello', async () => {
    const page = pageWithFrame();
    const greeted = greeting(page);
    await vi.advanceTimersByTimeAsync(3_000);
    listening(page);
    await vi.advanceTimersByTimeAsync(200);
    expect(await greeted).toMatchObject({ origin: HOST });
  });

  it('hears nothing any more once it is over, at either side', async () => {
    const page = pageWithFrame();
    const { ports } = listening(page);
    await greeting(page);
    const again = { data: hello({ nonce: 'n-2' }), origin: FRAME, source: () => page.frameInHost };
    deliver(page.host, again);
    expect(ports).toHaveLength(1);
  });

  it('without a host ends for the frame after five seconds', async () => {
    const given = greeting(pageWithFrame());
    await vi.advanceTimersByTimeAsync(4_999);
    expect(await Promise.race([given, Promise.resolve('still waiting')])).toBe('still waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await given).toBe('handshake-timeout');
  });

  it('without a frame is told to the host after five seconds, and a late frame is still heard', async () => {
    const page = pageWithFrame();
    const { problems, ports } = listening(page);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(problems).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(problems).toEqual(['handshake-timeout']);
    await greeting(page);
    expect(ports).toHaveLength(1);
  });
});

describe('P18: the host hears one frame of one origin', () => {
  const sibling = { postMessage: () => undefined };
  it.each<[string, { origin?: string; source?: 'sibling'; data?: object }, string[]]>([
    ['a sibling frame', { source: 'sibling' }, []],
    ['a sibling frame of the right origin', { source: 'sibling', origin: FRAME }, []],
    ['a look-alike origin', { origin: `${FRAME}.evil.test` }, ['origin-refused']],
    ['the same name over http', { origin: 'http://ers.example.nhs.uk' }, ['origin-refused']],
    ['an opaque origin', { origin: 'null' }, ['origin-refused']],
    ['no origin', { origin: '' }, ['origin-refused']],
    ['another version', { data: hello({ protocol: '2' }) }, ['version-mismatch']],
    ['no nonce', { data: { ers: 'hello', protocol: '1' } }, []],
    ['another kind of message', { data: { type: 'init' } }, []],
  ])(
    'nothing is handed over to %s',
    (_who, { origin = FRAME, source, data = hello() }, expected) => {
      const page = pageWithFrame();
      const { problems, ports } = listening(page);
      const from = source ? sibling : page.frameInHost;
      deliver(page.host, { data, origin, source: () => from });
      deliver(page.host, { data, origin, source: () => from });
      expect(ports).toEqual([]);
      expect(problems).toEqual(expected);
    },
  );

  it('F33: a hello that was answered before is not answered again', () => {
    const page = pageWithFrame();
    const { ports } = listening(page, new Set(['n-1']));
    deliver(page.host, { data: hello(), origin: FRAME, source: () => page.frameInHost });
    expect(ports).toEqual([]);
  });

  it('tells a frame of another version which one it speaks', async () => {
    const page = pageWithFrame();
    listening(page);
    const told: unknown[] = [];
    page.frame.self.addEventListener('message', ({ data }) => told.push(data));
    const data = hello({ protocol: '2' });
    deliver(page.host, { data, origin: FRAME, source: () => page.frameInHost });
    await Promise.resolve();
    expect(told).toEqual([
      { ers: 'refused', code: 'version-mismatch', protocol: '1', nonce: 'n-1' },
    ]);
  });

  it.each(['null', '*', '', 'ers.example.nhs.uk', `${FRAME}/`, 'file://', 'data:text/html,x'])(
    'takes no frame of %j',
    (origin) => {
      const page = pageWithFrame();
      expect(isConcreteOrigin(origin)).toBe(false);
      expect(() =>
        awaitFrame({
          self: page.host.self,
          frame: () => page.frameInHost,
          origin,
          used: new Set(),
          onPort: () => undefined,
          onProblem: () => undefined,
        }),
      ).toThrow(expect.objectContaining({ code: 'origin-refused' }));
    },
  );
});

describe('P18: the frame hears the window around it, of a listed origin', () => {
  const sibling = { postMessage: () => undefined };
  it.each<[string, { origin?: string; source?: 'sibling'; over?: object; ports?: number }]>([
    ['a sibling frame', { source: 'sibling' }],
    ['a look-alike origin', { origin: `${HOST}.evil.test` }],
    ['an opaque origin', { origin: 'null' }],
    ['another nonce', { over: { nonce: 'guessed' } }],
    ['no port', { ports: 0 }],
    ['two ports', { ports: 2 }],
    ['another message', { over: { ers: 'hello' } }],
  ])('no welcome counts that has %s', async (_what, { origin = HOST, source, over, ports = 1 }) => {
    const page = pageWithFrame();
    const nonce = nonceOf(page);
    const greeted = greeting(page);
    const from = source ? sibling : page.hostInFrame;
    const channels = Array.from({ length: ports }, () => new MessageChannel());
    opened.push(...channels.flatMap(({ port1, port2 }) => [port1, port2]));
    deliver(page.frame, {
      data: welcome(await nonce, over),
      origin,
      source: () => from,
      ports: channels.map(({ port1 }) => port1),
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await greeted).toBe('handshake-timeout');
  });

  it.each([
    ['refuses the frame', { ers: 'refused', code: 'version-mismatch' }],
    ['speaks another version', { protocol: '2' }],
  ])('says so when the host %s', async (_what, over) => {
    const page = pageWithFrame();
    const nonce = nonceOf(page);
    const greeted = greeting(page);
    const data = welcome(await nonce, over);
    deliver(page.frame, { data, origin: HOST, source: () => page.hostInFrame });
    expect(await greeted).toBe('version-mismatch');
  });

  it.each([
    ['an origin that is not listed', ['https://other.example.nhs.uk']],
    ['an empty list', []],
    ['a list of what is no origin', ['*', 'null', HOST.replace('https:', '')]],
  ])('is refused at once inside %s', async (_what, allowedHostOrigins) => {
    expect(await greeting(pageWithFrame(), { allowedHostOrigins })).toBe('origin-refused');
  });

  it('greets listed origins only, so that an opener of another one learns no nonce', async () => {
    const frame = fakeWindow(FRAME);
    const evil = fakeWindow('https://evil.test');
    const heard: unknown[] = [];
    evil.self.addEventListener('message', ({ data }) => heard.push(data));
    const opener = seen(evil, frame, () => opener);
    Object.assign(frame.self, { opener });
    const greeted = greeting({ ...pageWithFrame(), frame });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await greeted).toBe('handshake-timeout');
    expect(heard).toEqual([]);
  });

  it('shows nothing on its own, without a page around it', async () => {
    const frame = fakeWindow(FRAME);
    expect(await greeting({ ...pageWithFrame(), frame })).toBe('unsupported');
  });
});
