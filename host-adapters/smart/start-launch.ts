import { authorize } from 'fhirclient/lib/smart.js';
import { checkSmartConfig } from '../../src/host/config.ts';
import type { SmartConfig } from '../../src/host/smart-config.ts';
import { LAUNCH_PARAMETERS, onlyParameters } from './launch-address.ts';
import { LaunchError } from './launch-problem.ts';
import { keptRecords } from './launch-records.ts';
import { oauthEnvironment } from './oauth-environment.ts';
import { openStore, thisBrowser, type SmartBrowser } from './smart-browser.ts';

export interface SmartLaunchOptions {
  smart: SmartConfig;
  /** Of the page that calls `createSmartHost`; same origin, registered with the record system. */
  redirectUri: string;
  browser?: SmartBrowser | undefined;
}

/**
 * For the page that a record system opens with `iss` and `launch` in its address: goes on to the
 * sign-in of that record system. Rejects with `ConfigError` or `LaunchError`; a record system that
 * is not on the list is never contacted.
 */
export async function startSmartLaunch(options: SmartLaunchOptions): Promise<void> {
  const { redirectUri, browser = thisBrowser } = options;
  const { issAllow, clientId, scope } = checkSmartConfig(options.smart);
  const address = onlyParameters(browser.address(), LAUNCH_PARAMETERS);
  const iss = address?.searchParams.get('iss');
  if (!address || !iss || !address.searchParams.has('launch')) {
    throw new LaunchError('not-launched');
  }
  browser.showAddress(address);
  if (!issAllow.includes(iss)) throw new LaunchError('other-server');
  const store = openStore(browser, address.href);
  const records = keptRecords(store, () => browser.now());
  const environment = oauthEnvironment({ address, records, go: (to) => browser.go(to) });
  const common = {
    clientId,
    scope,
    redirectUri: new URL(redirectUri, address).href,
    pkceMode: 'required' as const,
    completeInTarget: true,
    // fhirclient's own comes from Math.random.
    stateKey: crypto.randomUUID(),
  };
  const allowed = issAllow.map((issMatch) => ({ ...common, issMatch }));
  await authorize(environment, allowed).catch((error: unknown) => {
    const isPkce = error instanceof Error && error.message.includes('PKCE');
    throw new LaunchError(isPkce ? 'no-pkce' : 'no-answer');
  });
}
