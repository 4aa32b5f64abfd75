import type { Answers, HostMethods } from '../../host-adapters/window/method-map.ts';

/** A window as its own scripts have it: an event target with a place among others. */
export interface FakeWindow {
  self: Window;
  origin: string;
}

/** As one window has another: something to post to, and the source of what comes from it. */
interface Seen {
  postMessage(data: unknown, origin: string, transfer?: Transferable[]): void;
}

export function fakeWindow(origin: string, ancestorOrigins?: readonly string[]): FakeWindow {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const self: EventTarget & { parent?: unknown } = Object.assign(new EventTarget(), {
    location: { ...(ancestorOrigins && { ancestorOrigins }) },
    opener: null,
    document,
  });
  self.parent = self;
  return { self: self as unknown as Window, origin };
}

/** How `viewer` has `target`; what it posts arrives there with `viewer`'s origin and `source`. */
export function seen(target: FakeWindow, viewer: FakeWindow, source: () => Seen): Seen {
  const post = (data: unknown, wanted: string, transfer: Transferable[] = []): void => {
    // The browser delivers to the named origin only.
    if (wanted !== '*' && wanted !== target.origin) return;
    queueMicrotask(() => deliver(target, { data, origin: viewer.origin, source, ports: transfer }));
  };
  return { postMessage: post };
}

interface Delivery {
  data: unknown;
  origin: string;
  source: () => unknown;
  ports?: readonly unknown[];
}

export function deliver({ self }: FakeWindow, { source, ...message }: Delivery): void {
  self.dispatchEvent(
    Object.assign(new Event('message'), { ports: [], ...message, source: source() }),
  );
}

/** A host's page and the frame in it. */
export function pageWithFrame(
  hostOrigin = 'https://host.example.nhs.uk',
  frameOrigin = 'https://ers.example.nhs.uk',
) {
  const host = fakeWindow(hostOrigin);
  const frame = fakeWindow(frameOrigin, [hostOrigin]);
  const frameInHost: Seen = seen(frame, host, () => hostInFrame);
  const hostInFrame: Seen = seen(host, frame, () => frameInHost);
  Object.assign(frame.self, { parent: hostInFrame });
  return { host, frame, frameInHost: frameInHost as Window, hostInFrame: hostInFrame as Window };
}

/** Answers that only note that they were asked. */
export function notingAnswers(): { asked: unknown[][]; answers: Answers<HostMethods> } {
  const asked: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) => {
      asked.push([name, ...given]);
      return undefined;
    };
  const answers = new Proxy({} as Answers<HostMethods>, {
    get: (_target, name) => note(String(name)),
  });
  return { asked, answers };
}

/** Lets messages of ports arrive, however many hops they need. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
