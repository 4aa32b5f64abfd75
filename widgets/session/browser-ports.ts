import { createMemory, type ConnectPorts } from '../../src/connect.ts';
import type { Clock } from '../../src/domain/instant.ts';
import { uploadWithProgress } from './upload-with-progress.ts';

/** Of the page: a session element that is made anew still knows what was sent and typed. */
const memory = createMemory(locksOf(navigator));

/** The browser's own network and ids: with the clock, all that the engine needs from outside. */
export function browserPorts(clock: Clock): ConnectPorts {
  return {
    fetch: (...request) => globalThis.fetch(...request),
    upload: uploadWithProgress,
    clock,
    newId: () => crypto.randomUUID(),
    random: () => Math.random(),
    memory,
    locks: locksOf(navigator),
  };
}

/** There are none where the page is no secure context. */
function locksOf(browser: Partial<Navigator>): LockManager | undefined {
  return browser.locks;
}
