import { HostError, type HostAdapter, type HostErrorCode } from '../../src/host/host-adapter.ts';
import { FrameBridge } from './frame-bridge.ts';
import { makeFrame, mountedElement, mountedPopOut, type MountedFrame } from './mounted-frame.ts';

export interface MountOptions {
  /** The host, as a page without a frame would give it to `<ers-session>`. */
  host: HostAdapter;
  /** The frame's own origin, `https://ers.example.nhs.uk`: no other page is heard. */
  origin: string;
  /** Where the frame is put; it is made with what it needs and no more. */
  container?: Element;
  /** Address of `ers-frame.html`; on that origin unless told. */
  src?: string;
  /** What a screen reader calls it. */
  title?: string;
  /** Instead of a container: an iframe of your own, sandboxed as README.md says. */
  frame?: HTMLIFrameElement;
  /** Instead of a frame: a window that was opened with `src`; the events go to `target`. */
  popOut?: { window: Window; target: EventTarget };
}

/**
 * The widgets in their frame. Their events happen again on the frame's element, bubbling, with the
 * same names and details. `ers-frame-problem` `{ code }` tells that there is no link, and why; the
 * codes are those of `HostError`. `ers-frame-linked` tells that there is one.
 */
export interface ErsFrame {
  readonly element: HTMLIFrameElement | undefined;
  /** As the frame said last: whether leaving the page would lose something. */
  hasUnsavedInput(): boolean;
  /** Shows a referral by its UBRN; without one, the start of a new one. */
  openReferral(ubrn?: string): void;
  /** Moves the focus into the frame, to its first or last place. */
  focus(edge?: 'start' | 'end'): void;
  /** After the session of the former host has ended: the user is back. */
  setHost(host: HostAdapter): void;
  unmount(): void;
}

/** Puts the widgets' own page into a frame and answers its calls from `host`. */
export function mountErsFrame(options: MountOptions): ErsFrame {
  const mounted = mountedBy(options);
  const bridge = new FrameBridge(mounted, { ...options, self: window });
  const { element } = mounted;
  const onLoad = (): void => bridge.loaded();
  element?.addEventListener('load', onLoad);
  if (options.container && element) options.container.append(element);
  return {
    element,
    hasUnsavedInput: () => bridge.hasUnsavedInput,
    openReferral: (ubrn) => bridge.openReferral(ubrn),
    focus(edge = 'start') {
      mounted.takeFocus();
      bridge.focus(edge);
    },
    setHost: (host) => bridge.setHost(host),
    unmount() {
      element?.removeEventListener('load', onLoad);
      bridge.end();
      if (options.container) mounted.remove();
    },
  };
}

function mountedBy({ origin, container, frame, popOut, ...options }: MountOptions): MountedFrame {
  if (popOut) return mountedPopOut(popOut.window, popOut.target);
  if (frame) return mountedElement(frame);
  if (!container) throw new HostError('unsupported', 'There is no place for the frame.');
  const { src = `${origin}/ers-frame.html`, title = 'e-Referral' } = options;
  return mountedElement(makeFrame(src, title));
}

declare global {
  interface HTMLElementEventMap {
    'ers-frame-problem': CustomEvent<{ code: HostErrorCode }>;
    'ers-frame-linked': CustomEvent<Record<string, never>>;
  }
}
