import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createInPageHost,
  type InPageHost,
  type InPageHostOptions,
} from '../../host-adapters/in-page/in-page-host.ts';
import { FrameBridge } from '../../host-adapters/window/frame-bridge.ts';
import type { MountedFrame } from '../../host-adapters/window/mounted-frame.ts';
import {
  createWindowHost,
  type FrameShell,
  type WindowHost,
} from '../../host-adapters/window/window-host.ts';
import type { ContextReply, HostSession } from '../../src/host/host-adapter.ts';
import { pageWithFrame } from './fake-windows.ts';

const FRAME = 'https://ers.example.nhs.uk';
const HOST = 'https://host.example.nhs.uk';
const desk = { user: { id: '021600550204' }, organisation: { odsCode: 'Y99001' } };
const josephine = { nhsNumber: '999 012 3454', birthDate: '1968-03-14' };
const colin = { nhsNumber: '999 034 8715', birthDate: '1951-11-02' };

type Page = ReturnType<typeof pageWithFrame>;

let page: Page;
let done: string[];
let sent: [string, unknown][];
let bridge: FrameBridge;
let inside: WindowHost;
const leaving: AbortController[] = [];

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'Date'],
  });
  page = pageWithFrame();
  done = [];
  sent = [];
});

afterEach(() => {
  for (const left of leaving.splice(0)) left.abort();
  bridge.end();
  vi.useRealTimers();
});

function hostWith(over: Partial<InPageHostOptions> = {}): InPageHost {
  return createInPageHost({
    context: { ...desk, patient: josephine },
    launchTicket: async () => 'ticket-1',
    ...over,
  });
}

function mounted(): MountedFrame {
  const note = (what: string) => () => void done.push(what);
  return {
    element: undefined,
    window: () => page.frameInHost,
    cover: note('cover'),
    uncover: note('uncover'),
    resize: (height) => void done.push(`resize ${height}`),
    passFocus: (direction) => void done.push(`focus ${direction}`),
    takeFocus: () => undefined,
    send: (name, detail) => void sent.push([name, detail]),
    remove: () => undefined,
  };
}

function shellOf(): FrameShell {
  return {
    freeze: () => void done.push('freeze'),
    thaw: () => void done.push('thaw'),
    focus: (edge) => void done.push(`focus ${edge}`),
    openReferral: (ubrn) => void done.push(`open ${ubrn ?? 'none'}`),
    ended: () => void done.push('ended'),
  };
}

async function connect(host: InPageHost): Promise<HostSession> {
  bridge = new FrameBridge(mounted(), { self: page.host.self, host, origin: FRAME });
  return connectInside();
}

/** As the page in the frame does when it is loaded. */
async function connectInside(): Promise<HostSession> {
  inside = createWindowHost({
    self: page.frame.self,
    allowedHostOrigins: [HOST],
    shell: shellOf(),
  });
  const left = new AbortController();
  leaving.push(left);
  return inside.connect({ signal: left.signal });
}

const noted = (what: string): Promise<unknown> => vi.waitFor(() => expect(done).toContain(what));

describe('a host around the frame', () => {
  it('is to the widgets what it would be in the page', async () => {
    const filed: unknown[] = [];
    const session = await connect(
      hostWith({
        findClinicalTerms: async (text) => [{ code: '80313002', display: text }],
        resolvePractitioners: async (ids) => new Map(ids.map((id) => [id, 'FENWICK, Ruth'])),
        listDocuments: async () => [
          {
            id: 'letter-1',
            name: 'Letter.pdf',
            mediaType: 'application/pdf',
            size: 5,
            read: async () => new Blob(['%PDF-']),
          },
        ],
        async writeBack(request) {
          filed.push([request.ubrn, request.kind, await request.file?.bytes.text()]);
          return { status: 'accepted' };
        },
      }),
    );
    const signal = new AbortController().signal;
    expect(session.getContext()).toMatchObject({ seq: 1, patient: { nhsNumber: '9990123454' } });
    expect(Object.isFrozen(session.getContext())).toBe(true);
    expect(await session.launchTicket?.()).toBe('ticket-1');
    expect(await session.findClinicalTerms?.('palpitations', signal)).toEqual([
      { code: '80313002', display: 'palpitations' },
    ]);
    expect(await session.resolvePractitioners?.(['021600550204'], signal)).toEqual(
      new Map([['021600550204', 'FENWICK, Ruth']]),
    );
    const [letter] = (await session.listDocuments?.(signal)) ?? [];
    const bytes = (await letter?.read()) ?? new Blob();
    expect(await bytes.text()).toBe('%PDF-');
    const ubrn = '000012345678' as never;
    const file = { name: 'Letter.pdf', bytes };
    expect(await session.writeBack?.({ ubrn, kind: 'patient-letter', file })).toEqual({
      status: 'accepted',
    });
    expect(filed).toEqual([[ubrn, 'patient-letter', '%PDF-']]);
  });

  it('offers nothing that the host does not have', async () => {
    const session = await connect(hostWith());
    expect(session.findClinicians).toBeUndefined();
    expect(session.storageKey).toBeUndefined();
    expect(session.writeBack).toBeUndefined();
    expect(session.draftStore).toBeUndefined();
  });

  it('keeps drafts for the frame, also of a patient who is open no more', async () => {
    const rows = new Map<string, unknown>();
    const host = hostWith({
      draftStore: {
        load: async ({ patient }) => rows.get(patient) as undefined,
        save: async ({ patient }, draft) => void rows.set(patient, draft),
        discard: async ({ patient }) => void rows.delete(patient),
      },
    });
    const store = (await connect(host)).draftStore!;
    const key = { userId: '021600550204', patient: '9990123454' as never, flow: 'refer-patient' };
    const draft = { savedAt: '2026-10-16T09:30:00.000Z' as never, content: { words: ['chest'] } };
    void host.setContext({ ...desk, patient: colin });
    await store.save(key, draft);
    expect(await store.load(key)).toEqual(draft);
    await store.discard(key);
    expect(await store.load(key)).toBeUndefined();
  });

  it('that carries calls itself cannot use a frame, and it is said', async () => {
    const host = hostWith();
    const transport = { request: () => new Promise<never>(() => {}) };
    const carrying = {
      ...host,
      connect: async (options: { signal: AbortSignal }) => ({
        ...(await host.connect(options)),
        transport,
      }),
    };
    await expect(connect(carrying)).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('hears the events, the size and the unsent work of the frame', async () => {
    await connect(hostWith());
    inside.hostPage.event('ers-referral-created', { ubrn: '000012345678' });
    inside.hostPage.resize(640);
    inside.hostPage.unsaved(true);
    inside.hostPage.focusExit('forward');
    await noted('focus forward');
    expect(sent).toContainEqual(['ers-referral-created', { ubrn: '000012345678' }]);
    expect(done).toContain('resize 640');
    expect(bridge.hasUnsavedInput).toBe(true);
  });

  it('moves the focus in and opens a referral, asked for before there was a frame', async () => {
    bridge = new FrameBridge(mounted(), { self: page.host.self, host: hostWith(), origin: FRAME });
    bridge.openReferral('000012345678');
    await connectInside();
    bridge.focus('end');
    await noted('focus end');
    expect(done).toContain('open 000012345678');
  });
});

describe('a host that opened the frame as a window of its own', () => {
  it('is the same host, and its window is the only one that is greeted', async () => {
    Object.assign(page.frame.self, {
      parent: page.frame.self,
      opener: page.hostInFrame,
      location: { ancestorOrigins: [] },
    });
    const session = await connect(hostWith());
    expect(session.getContext().patient?.nhsNumber).toBe('9990123454');
    expect(await session.launchTicket?.()).toBe('ticket-1');
  });
});

describe('another patient', () => {
  const replies: ContextReply[] = [
    { status: 'accepted' },
    { status: 'pending' },
    { status: 'conflict', reason: 'unsent-work' },
  ];

  it.each(replies)('is told to the widgets, whose reply $status comes back', async (reply) => {
    const host = hostWith();
    const session = await connect(host);
    const numbers: unknown[] = [];
    session.onContextChange(({ next }) => {
      numbers.push(next?.patient?.nhsNumber, session.getContext().patient?.nhsNumber);
      return reply;
    });
    expect(await host.setContext({ ...desk, patient: colin })).toEqual([reply]);
    expect(numbers).toEqual(['9990348715', '9990348715']);
  });

  it('covers the frame in the task of the change, until the widgets have answered', async () => {
    const host = hostWith();
    const session = await connect(host);
    session.onContextChange(() => {
      done.push('blanked');
      return { status: 'accepted' };
    });
    done.length = 0;
    const replied = host.setContext({ ...desk, patient: colin });
    expect(done).toEqual(['cover']);
    await replied;
    expect(done).toEqual(['cover', 'blanked', 'uncover']);
  });

  it('leaves the frame covered where nobody answers', async () => {
    const host = hostWith();
    await connect(host);
    for (const left of leaving.splice(0)) left.abort();
    done.length = 0;
    expect(await host.setContext({ ...desk, patient: colin })).toEqual([{ status: 'pending' }]);
    expect(done).toEqual(['cover']);
  });

  it('F33: a look-up for the former one is refused', async () => {
    let asked = 0;
    const host = hostWith({
      isDeceased: async () => {
        asked += 1;
        return false;
      },
    });
    const session = await connect(host);
    void host.setContext({ ...desk, patient: colin });
    // Leaves before the notice has arrived.
    const given = session.isDeceased?.('9990123454' as never, new AbortController().signal);
    await expect(given).rejects.toMatchObject({ code: 'context-passed' });
    expect(asked).toBe(0);
  });
});

describe('the end of the session', () => {
  it('is told, and the frame connects to the host that comes next', async () => {
    const host = hostWith();
    const session = await connect(host);
    const ends: string[] = [];
    session.onSessionEnd((why) => {
      ends.push(why);
      session.disconnect();
    });
    host.endSession('card-removed');
    await noted('ended');
    await noted('uncover');
    expect(ends).toEqual(['card-removed']);

    const back = inside.whenBack(new AbortController().signal);
    await vi.advanceTimersByTimeAsync(1_000);
    bridge.setHost(hostWith({ context: { ...desk, patient: colin } }));
    await vi.advanceTimersByTimeAsync(1_000);
    await back;
    const next = await inside.connect({ signal: new AbortController().signal });
    expect(next.getContext().patient?.nhsNumber).toBe('9990348715');
    next.disconnect();
  });

  it('before the frame has connected is said to it, and nothing is tried again by itself', async () => {
    const host = hostWith();
    host.endSession('logout');
    await expect(connect(host)).rejects.toMatchObject({ code: 'session-ended' });
    expect(done).toContain('ended');
  });
});

describe('a link that may have missed something', () => {
  const wake = (): unknown =>
    page.frame.self.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  it('freezes at once and thaws once the host has said that the same is open', async () => {
    await connect(hostWith());
    done.length = 0;
    wake();
    expect(done).toEqual(['freeze']);
    await noted('thaw');
  });

  it('F33: a page out of the browser’s memory hears of the change that it slept through', async () => {
    const host = hostWith();
    const session = await connect(host);
    const heard: unknown[] = [];
    session.onContextChange(({ kind, next }) => {
      heard.push([kind, next?.patient?.nhsNumber]);
      done.push('changed');
      return { status: 'accepted' };
    });
    done.length = 0;
    // The notice goes nowhere, as it would in a page that is not running.
    const { getContext } = session;
    expect(getContext().seq).toBe(1);
    bridge.end();
    bridge = new FrameBridge(mounted(), { self: page.host.self, host, origin: FRAME });
    await host.setContext({ ...desk, patient: colin });
    await noted('thaw');
    expect(heard).toEqual([['patient-open', '9990348715']]);
    expect(done.indexOf('changed')).toBeLessThan(done.indexOf('thaw'));
    expect(done.indexOf('freeze')).toBeLessThan(done.indexOf('changed'));
  });

  it('asks when no beat has come for fifteen seconds', async () => {
    await connect(hostWith());
    done.length = 0;
    // Only the clock moves, as over hibernation: no beat and no timer runs meanwhile.
    vi.setSystemTime(Date.now() + 60_000);
    await vi.advanceTimersToNextTimerAsync();
    await noted('thaw');
    expect(done.filter((what) => what === 'freeze')).toHaveLength(1);
  });

  it('is over when nobody answers: the widgets are told that the connection is lost', async () => {
    const session = await connect(hostWith());
    const ends: string[] = [];
    session.onSessionEnd((why) => ends.push(why));
    vi.useRealTimers();
    vi.useFakeTimers();
    bridge.end();
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await noted('ended');
    expect(ends).toEqual(['disconnected']);
  });
});
