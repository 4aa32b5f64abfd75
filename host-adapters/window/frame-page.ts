import type { ErsConfig } from '../../src/host/config.ts';
import type { HostAdapter } from '../../src/host/host-adapter.ts';
import { focused, focusEdge, watchEdges } from './frame-edges.ts';
import { loadSettings, type FrameSettings } from './frame-settings.ts';
import { RELAYED_EVENTS } from './method-map.ts';
import { createWindowHost, type FrameShell, type WindowHost } from './window-host.ts';

/** `<ers-session>`, as far as the frame's page knows it. */
export interface FrameSession extends HTMLElement {
  host: HostAdapter | undefined;
  config: ErsConfig | undefined;
  hasUnsavedInput(): boolean;
}

/** What one word of the settings stands for. */
export interface FrameWidgets {
  /** All of them, in their order. */
  elements: readonly HTMLElement[];
  /** The one that takes a `ubrn`. */
  ofReferral: HTMLElement;
}

export interface FrameParts {
  /** The place for the widgets. */
  main: HTMLElement;
  /** Makes a session that runs by the given time, where there is one. */
  session(trainingTime: string | undefined): FrameSession;
  /** Makes widgets, by their word. */
  widgets: Readonly<Record<string, () => Promise<FrameWidgets>>>;
}

/** Shows the widgets of the settings to the host around this page. */
export async function startFrame(parts: FrameParts): Promise<void> {
  const { main, widgets, session: makeSession } = parts;
  try {
    const settings = await loadSettings(Object.keys(widgets));
    const made = await widgets[settings.widget]?.();
    if (!made) return;
    const session = makeSession(settings.trainingTime);
    session.append(...made.elements);
    connect({ main, session, ofReferral: made.ofReferral }, settings);
  } catch (error) {
    main.append(...notSetUp(error));
  }
}

interface Shown {
  main: HTMLElement;
  session: FrameSession;
  ofReferral: HTMLElement;
}

function connect(shown: Shown, settings: FrameSettings): void {
  const { main, session } = shown;
  let host: WindowHost;
  let waiting = new AbortController();
  const shell: FrameShell = {
    ...coverOf(main),
    focus: (edge) => focusEdge(main, edge),
    openReferral(ubrn) {
      if (ubrn) shown.ofReferral.setAttribute('ubrn', ubrn);
      else shown.ofReferral.removeAttribute('ubrn');
    },
    connected: () => waiting.abort(),
    ended() {
      shell.thaw();
      // Given up where the user connects again by hand.
      waitForHost().catch(() => undefined);
    },
  };
  const newHost = (): WindowHost =>
    createWindowHost({ allowedHostOrigins: settings.allowedHostOrigins, shell });
  const waitForHost = async (): Promise<void> => {
    waiting.abort();
    waiting = new AbortController();
    const next = newHost();
    await next.whenBack(waiting.signal);
    host = next;
    session.host = next;
  };
  host = newHost();
  session.config = settings.config;
  session.host = host;
  main.append(session);
  watchEdges(main, (direction) => host.hostPage.focusExit(direction));
  tellHost(shown, () => host.hostPage);
}

const LOOK_MS = 1_000;

/** Size, events and unsent work, as the host's page cannot look in. */
function tellHost({ main, session }: Shown, page: () => WindowHost['hostPage']): void {
  new ResizeObserver(() => page().resize(main.getBoundingClientRect().height)).observe(main);
  for (const name of RELAYED_EVENTS) {
    session.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) page().event(name, { ...(event.detail as object) });
    });
  }
  const look = (): void => page().unsaved(session.hasUnsavedInput());
  for (const name of ['input', 'change']) main.addEventListener(name, () => setTimeout(look));
  setInterval(look, LOOK_MS);
}

/** Hides all of the widgets in this task, and gives the focus back where it was. */
function coverOf(main: HTMLElement): Pick<FrameShell, 'freeze' | 'thaw'> {
  const words = sentence('Checking that the same record is still open.');
  words.className = 'frame__checking';
  words.setAttribute('role', 'status');
  let had: HTMLElement | undefined;
  return {
    freeze() {
      had = focused() ?? had;
      main.inert = true;
      main.classList.add('frame--frozen');
      main.after(words);
    },
    thaw() {
      main.inert = false;
      main.classList.remove('frame--frozen');
      words.remove();
      if (!focused()) had?.focus();
      had = undefined;
    },
  };
}

function notSetUp(error: unknown): HTMLElement[] {
  const detail = error instanceof Error ? error.message : 'no detail';
  const words = sentence('e-Referral cannot start here, as this page has not been set up.');
  words.setAttribute('role', 'alert');
  return [words, sentence(`Nothing was sent. Tell your system supplier: ${detail}`)];
}

function sentence(words: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}
