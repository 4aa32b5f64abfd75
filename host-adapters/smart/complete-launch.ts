import { ready } from 'fhirclient/lib/smart.js';
import type { SmartConfig } from '../../src/host/smart-config.ts';
import { onlyParameters, RETURN_PARAMETERS } from './launch-address.ts';
import { LaunchError } from './launch-problem.ts';
import { takenRecord } from './launch-records.ts';
import { oauthEnvironment } from './oauth-environment.ts';
import { openStore, type SmartBrowser } from './smart-browser.ts';

/** What the sign-in gave, in memory alone. */
export interface TokenAnswer {
  /** FHIR base of the record system, as it stands on the list of those that may launch. */
  base: string;
  /** As the record system's server answered. Nothing in it has been checked yet. */
  response: Readonly<Record<string, unknown>>;
}

/** Takes the code out of the address and changes it for a token. Rejects with a `LaunchError`. */
export async function completeLaunch(
  { issAllow }: SmartConfig,
  browser: SmartBrowser,
): Promise<TokenAnswer> {
  const asked = browser.address();
  const address = onlyParameters(asked, RETURN_PARAMETERS);
  // Also where the launch failed: a code must not stay in the history.
  browser.showAddress(new URL(asked.pathname, asked.origin));
  if (!address) throw new LaunchError('not-launched');
  const { searchParams } = address;
  const [state, code] = [searchParams.get('state'), searchParams.get('code')];
  const store = openStore(browser);
  const records = state ? takenRecord(store, state, () => browser.now()) : undefined;
  if (searchParams.has('error')) throw new LaunchError('refused');
  if (!state || !code) throw new LaunchError('loaded-again');
  if (!records) throw new LaunchError('used-up');
  // fhirclient puts the code into the body of its request as it stands.
  searchParams.set('code', encodeURIComponent(code));
  const environment = oauthEnvironment({ address, records, go: (to) => browser.go(to) });
  const client = await ready(environment).catch((error: unknown) => {
    throw new LaunchError(wasRefused(error) ? 'used-up' : 'no-answer');
  });
  const { serverUrl, tokenResponse } = client.state;
  if (!issAllow.includes(serverUrl)) throw new LaunchError('other-server');
  return { base: serverUrl.replace(/\/+$/, ''), response: { ...tokenResponse } };
}

function wasRefused(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status < 500;
}
