import { randomBytes } from 'node:crypto';
import { sha256 } from './keys.ts';
import type { Store } from './store.ts';

const TICKET_LIFE_MS = 60_000;

/** One-use launch tickets: the host's server gets one, the page redeems it. */
export interface Tickets {
  issue(sealedSession: string): Promise<string>;
  /** What the ticket was issued for, once and within 60 seconds. */
  redeem(ticket: string): Promise<string | undefined>;
}

export function createTickets(store: Store): Tickets {
  const keyOf = (ticket: string): string => `ticket:${sha256(ticket)}`;
  return {
    async issue(sealedSession) {
      const ticket = randomBytes(32).toString('base64url');
      await store.update<string>(keyOf(ticket), TICKET_LIFE_MS, () => sealedSession);
      return ticket;
    },
    async redeem(ticket) {
      const { before } = await store.update<string>(keyOf(ticket), 0, () => undefined);
      return before;
    },
  };
}
