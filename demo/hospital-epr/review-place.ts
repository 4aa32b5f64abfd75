import type { InPageHost } from '../../entries/host-adapters/in-page.ts';
import { mountErsFrame } from '../../entries/host-adapters/window.ts';
import type { Desk } from '../record-system/desk.ts';

/** Where lists, record and advice are shown: the record system does the same with them in either. */
export interface ReviewPlace {
  setHost(host: InPageHost): void;
  hasUnsavedInput(): boolean;
}

/** On the widgets' own page, of another origin. */
export function reviewInFrame(container: HTMLElement, { frameOrigin = '' }: Desk): ReviewPlace {
  let frame: ReturnType<typeof mountErsFrame> | undefined;
  return {
    setHost(host) {
      if (frame) frame.setHost(host);
      else frame = mountErsFrame({ container, origin: frameOrigin, host });
    },
    hasUnsavedInput: () => frame?.hasUnsavedInput() ?? false,
  };
}

/** In the page itself, which loads them only here. */
export async function reviewInPage(
  container: HTMLElement,
  { proxyBase, now }: Desk,
): Promise<ReviewPlace> {
  await import('../../entries/index.ts');
  const { clockStartingAt } = await import('../../entries/widgets/session.ts');
  const session = document.createElement('ers-session');
  session.append(
    document.createElement('ers-worklist'),
    document.createElement('ers-referral-record'),
    document.createElement('ers-advice-thread'),
  );
  session.clock = clockStartingAt(now);
  session.config = { schema: '1', proxyBase, banner: 'always', storage: 'encrypted' };
  container.append(session);
  return {
    setHost(host) {
      session.host = host;
    },
    hasUnsavedInput: () => session.hasUnsavedInput(),
  };
}
