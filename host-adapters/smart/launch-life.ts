import type { HostSession, SessionEnd } from '../../src/host/host-adapter.ts';
import { LaunchError } from './launch-problem.ts';
import type { RecordServer } from './record-server.ts';

/** How long a launch lasts. Its token goes with it. */
export interface LaunchLife {
  /** For one connection of widgets. Throws a `LaunchError` once the launch has ended. */
  join(): Pick<HostSession, 'onSessionEnd' | 'disconnect'>;
  end(why: SessionEnd): void;
}

/** It ends when the page says so, when its last connection leaves, and when the page is left. */
export function createLife(
  server: Pick<RecordServer, 'forget'>,
  page: EventTarget = window,
): LaunchLife {
  const listeners = new Set<(why: SessionEnd) => void>();
  const joined = new Set<object>();
  let ended: SessionEnd | undefined;

  function end(why: SessionEnd): void {
    server.forget();
    if (ended) return;
    ended = why;
    for (const tell of [...listeners]) tell(why);
  }

  page.addEventListener('pagehide', () => server.forget());
  page.addEventListener('pageshow', (event) => {
    // Back from the browser's memory: it may show a patient who is open no more.
    if ((event as PageTransitionEvent).persisted) end('disconnected');
  });

  return {
    end,
    join() {
      if (ended) throw new LaunchError('ended');
      const own = new Set<(why: SessionEnd) => void>();
      const leave = (listener: (why: SessionEnd) => void): void => {
        own.delete(listener);
        listeners.delete(listener);
      };
      joined.add(own);
      return {
        onSessionEnd(listener) {
          if (ended) listener(ended);
          own.add(listener);
          listeners.add(listener);
          return () => leave(listener);
        },
        disconnect() {
          for (const listener of [...own]) leave(listener);
          if (joined.delete(own) && joined.size === 0) end('disconnected');
        },
      };
    },
  };
}
