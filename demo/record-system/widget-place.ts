import type { InPageHost } from '../../entries/host-adapters/in-page.ts';
import { mountErsFrame } from '../../entries/host-adapters/window.ts';
import '../../entries/index.ts';
import { clockStartingAt } from '../../entries/widgets/session.ts';

/** A widget by the page of the record system on which it stands. */
export type WidgetPage = 'referrals' | 'record' | 'advice' | 'lists';

/** Where the widgets are shown: the host does the same with them in either place. */
export interface WidgetPlace {
  /** Their events come here. */
  element: HTMLElement;
  setHost(host: InPageHost): void;
  openReferral(ubrn?: string): void;
  hasUnsavedInput(): boolean;
  /** Puts the one of a page on the screen, instead of what is in `main`. */
  show(main: HTMLElement, page: WidgetPage): void;
  focus(main: HTMLElement): void;
  /** Takes them off it; what is typed and under way stays. */
  hide(): void;
}

function widgetBox(): HTMLElement {
  const box = document.createElement('div');
  box.className = 'widget';
  return box;
}

/** In the page itself, which bundles them. */
export function placeInPage({ proxyBase, now }: { proxyBase: string; now: string }): WidgetPlace {
  const element = widgetBox();
  const session = document.createElement('ers-session');
  const builder = document.createElement('ers-referral-builder');
  const widgets: Readonly<Record<WidgetPage, HTMLElement>> = {
    referrals: builder,
    record: document.createElement('ers-referral-record'),
    advice: document.createElement('ers-advice-thread'),
    lists: document.createElement('ers-worklist'),
  };
  session.append(...Object.values(widgets));
  session.clock = clockStartingAt(now);
  session.config = { schema: '1', proxyBase, banner: 'always', storage: 'encrypted' };
  element.append(session);
  return {
    element,
    setHost(host) {
      session.host = host;
    },
    openReferral(ubrn) {
      if (ubrn) builder.setAttribute('ubrn', ubrn);
      else builder.removeAttribute('ubrn');
    },
    hasUnsavedInput: () => session.hasUnsavedInput(),
    show(main, page) {
      for (const [name, widget] of Object.entries(widgets)) widget.hidden = name !== page;
      main.replaceChildren(element);
    },
    focus: (main) => main.focus(),
    hide: () => undefined,
  };
}

/** In a frame of an origin of their own, which a page that takes it out of itself would end. */
export function placeInFrame(origin: string, body: HTMLElement): WidgetPlace {
  const element = widgetBox();
  let frame: ReturnType<typeof mountErsFrame> | undefined;
  const waiting: { ubrn?: string | undefined } = {};
  element.hidden = true;
  body.append(element);
  return {
    element,
    setHost(host) {
      if (frame) frame.setHost(host);
      else frame = mountErsFrame({ container: element, origin, host });
      if (waiting.ubrn) frame.openReferral(waiting.ubrn);
      waiting.ubrn = undefined;
    },
    openReferral(ubrn) {
      if (frame) frame.openReferral(ubrn);
      else waiting.ubrn = ubrn;
    },
    hasUnsavedInput: () => frame?.hasUnsavedInput() ?? false,
    show(main) {
      main.replaceChildren();
      element.hidden = false;
    },
    focus: () => frame?.focus(),
    hide() {
      element.hidden = true;
    },
  };
}
