import { tabbableIn } from './tabbable.ts';

/** The frame's element in the host's page, and what becomes of it there. */
export interface MountedFrame {
  /** Undefined for a pop-out, which is a window and no element of this page. */
  element: HTMLIFrameElement | undefined;
  window(): Window | null | undefined;
  /** Out of sight and reach, in this very task, until the frame has taken its content down itself. */
  cover(): void;
  uncover(): void;
  resize(height: number): void;
  /** The focus goes on to what follows, or precedes, the frame in the host's page. */
  passFocus(direction: 'forward' | 'backward'): void;
  takeFocus(): void;
  send(name: string, detail: object): void;
  remove(): void;
}

/** What our widgets need, and no way to move the page around them. */
const SANDBOX = [
  'allow-scripts',
  // Safe on an origin of its own, which the host's page is not of.
  'allow-same-origin',
  'allow-forms',
  'allow-downloads',
  // Letters open in a tab of their own; the browser shows no PDF in one that is still sandboxed.
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  // Printing the confirmation.
  'allow-modals',
].join(' ');

/** Room for a dialog, also while there is little on the screen. */
const LEAST_HEIGHT = 480;
const MOST_HEIGHT = 20_000;

export function makeFrame(src: string, title: string): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.title = title;
  element.setAttribute('sandbox', SANDBOX);
  element.allow = '';
  element.referrerPolicy = 'no-referrer';
  Object.assign(element.style, { display: 'block', width: '100%', border: '0' });
  element.style.minHeight = `${LEAST_HEIGHT}px`;
  element.src = src;
  return element;
}

export function mountedElement(element: HTMLIFrameElement): MountedFrame {
  return {
    element,
    window: () => element.contentWindow,
    cover() {
      element.inert = true;
      element.style.visibility = 'hidden';
    },
    uncover() {
      element.inert = false;
      element.style.visibility = '';
    },
    resize(height) {
      const wanted = Math.min(Math.max(Math.ceil(height), LEAST_HEIGHT), MOST_HEIGHT);
      element.style.height = `${wanted}px`;
    },
    passFocus(direction) {
      neighbourOf(element, direction)?.focus();
    },
    takeFocus: () => element.focus(),
    send: (name, detail) =>
      void element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    remove: () => element.remove(),
  };
}

/** In a window of its own: size, focus and cover are that window's, its events go to `target`. */
export function mountedPopOut(popOut: Window, target: EventTarget): MountedFrame {
  return {
    element: undefined,
    window: () => (popOut.closed ? undefined : popOut),
    cover: () => undefined,
    uncover: () => undefined,
    resize: () => undefined,
    passFocus: () => undefined,
    takeFocus: () => popOut.focus(),
    send: (name, detail) => void target.dispatchEvent(new CustomEvent(name, { detail })),
    remove: () => popOut.close(),
  };
}

function neighbourOf(
  element: HTMLElement,
  direction: 'forward' | 'backward',
): HTMLElement | undefined {
  const follows = direction === 'forward';
  const wanted = follows ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const others = tabbableIn(document.body).filter(
    (other) => other !== element && element.compareDocumentPosition(other) & wanted,
  );
  return follows ? others[0] : others.at(-1);
}
