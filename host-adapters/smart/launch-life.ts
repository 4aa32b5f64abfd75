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
  /** Of each connection, those who want to hear of the end. */
  const joined = new Set<Set<(why: SessionEnd) => void>>();
  let ended: SessionEnd | undefined;

  function end(why: SessionEnd): void {
    server.forget();
    if (ended) return;
    ended = why;
    for (const tell of [...joined].flatMap((listeners) => [...listeners])) tell(why);
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
      const listeners = new Set<(why: SessionEnd) => void>();
      joined.add(listeners);
      return {
        onSessionEnd(listener) {
          if (ended) listener(ended);
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        disconnect() {
          if (joined.delete(listeners) && joined.size === 0) end('disconnected');
        },
      };
    },
  };
}
