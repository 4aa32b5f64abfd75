import type { Core } from './core.ts';
import type { SmartcardUser } from './model.ts';

const form = /^DEMO-CIS2-TOKEN-(\d+)(?:\.([\w-]+))?$/;

/** A token from a log-in that was not strong enough for e-RS. */
const WEAK = 'AAL1';

/**
 * Whose access token it is on the API platform: `DEMO-CIS2-TOKEN-n` is the user of smartcard n, and
 * so is every `DEMO-CIS2-TOKEN-n.x`, the token after a renewal.
 */
export function userOfAccessToken(core: Core, token: string): SmartcardUser | undefined {
  const number = form.exec(token)?.[1];
  if (!number || core.endedTokens.has(token)) return undefined;
  return core.directory.smartcards.get(`DEMO-SMARTCARD-TOKEN-${number}`);
}

export function isWeakToken(token: string): boolean {
  return form.exec(token)?.[2] === WEAK;
}

/** The host has to renew it. */
export function endAccessToken(core: Core, token: string): void {
  core.endedTokens.add(token);
}
