import { LaunchError } from './launch-problem.ts';

/** What a launch needs of the page it runs in. */
export interface SmartBrowser {
  address(): URL;
  /** Shows another address without loading it. */
  showAddress(address: URL): void;
  go(address: string): void;
  /** Throws where the browser denies storage. */
  sessionStorage(): Storage;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
}

export const thisBrowser: SmartBrowser = {
  address: () => new URL(location.href),
  showAddress: (address) => history.replaceState(null, '', address.href),
  go: (address) => location.assign(address),
  sessionStorage: () => sessionStorage,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
};

const PROBE = 'ers-smart probe';

/** Denied in a frame of another site where third-party storage is blocked. */
export function openStore(browser: SmartBrowser, popOut?: string): Storage {
  try {
    const store = browser.sessionStorage();
    store.setItem(PROBE, PROBE);
    store.removeItem(PROBE);
    return store;
  } catch {
    throw new LaunchError('storage-blocked', popOut);
  }
}
