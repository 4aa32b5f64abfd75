import type { HostAdapter } from '../../src/host/host-adapter.ts';
import { greetHost, type Greeted } from './greet-host.ts';
import { HostLink } from './host-link.ts';
import type { ArgumentsOf, HostMethods } from './method-map.ts';

/** What the page that shows the widgets does when the host, or the state of the link, asks for it. */
export interface FrameShell {
  /** Takes the widgets out of sight and reach at once, and loses nothing of them. */
  freeze(): void;
  thaw(): void;
  focus(edge: 'start' | 'end'): void;
  openReferral(ubrn: string | undefined): void;
  /** There is a session with the host: nobody else need be waited for. */
  connected?(): void;
  /** The session with the host is over; a new adapter may wait for another. */
  ended(): void;
}

export interface WindowHostOptions {
  /** Exact origins of the pages that may show the widgets. None: nobody may. */
  allowedHostOrigins: readonly string[];
  shell: FrameShell;
  /** The frame's window. */
  self?: Window;
}

/** What the frame's page tells the host's page. Without a link it is not told. */
export interface HostPage {
  event(...given: ArgumentsOf<HostMethods['event']>): void;
  unsaved(isUnsaved: boolean): void;
  resize(height: number): void;
  focusExit(direction: 'forward' | 'backward'): void;
}

/** A host in the window around the widgets' own page, or in the one that opened it. */
export interface WindowHost extends HostAdapter {
  readonly hostPage: HostPage;
  /** Waits, without an end, until a host answers; the next `connect` goes on with that one. */
  whenBack(signal: AbortSignal): Promise<void>;
}

export function createWindowHost(options: WindowHostOptions): WindowHost {
  const { self = window, allowedHostOrigins, shell } = options;
  const greet = async (signal: AbortSignal, limitMs?: number): Promise<Greeted> =>
    greetHost({ self, allowedHostOrigins, signal, ...(limitMs !== undefined && { limitMs }) });
  let link: HostLink | undefined;
  let waiting: Greeted | undefined;
  const { hostPage, tellAgain } = hostPageOver(() => link);
  return {
    id: 'window',
    protocol: '1',
    async connect({ signal }) {
      link?.end();
      const greeted = waiting ?? (await greet(signal));
      waiting = undefined;
      link = new HostLink({ self, shell, greet }, greeted);
      const session = await link.open(signal);
      tellAgain();
      shell.connected?.();
      return session;
    },
    async whenBack(signal) {
      waiting = await greet(signal, Infinity);
    },
    hostPage,
  };
}

/** Size and unsent work are told again over each new link: the host has to know them as they are. */
function hostPageOver(current: () => HostLink | undefined): {
  hostPage: HostPage;
  tellAgain(): void;
} {
  const said = { height: 0, isUnsaved: false };
  const tell = (say: (link: HostLink) => Promise<unknown>): void => {
    const link = current();
    if (link) void say(link).catch(() => undefined);
  };
  const tellSize = (): void => tell(({ call }) => call('ui.resize', { height: said.height }));
  const tellUnsaved = (): void => tell(({ call }) => call('unsaved', said.isUnsaved));
  return {
    tellAgain() {
      if (said.height > 0) tellSize();
      tellUnsaved();
    },
    hostPage: {
      event: (name, detail) => tell(({ call }) => call('event', name, detail)),
      unsaved(isUnsaved) {
        if (said.isUnsaved === isUnsaved) return;
        said.isUnsaved = isUnsaved;
        tellUnsaved();
      },
      resize(height) {
        said.height = height;
        tellSize();
      },
      focusExit: (direction) => tell(({ call }) => call('ui.focusExit', { direction })),
    },
  };
}
