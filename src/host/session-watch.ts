import type { ErsResponse, ErsTransport } from '../ers/transport.ts';

export interface SessionWatch {
  /** Counts the sessions of this connection: another one after each signing in. */
  sessionNumber: () => number;
  onEnded: () => void;
}

/**
 * Tells when an answer shows that the session is gone. Nobody signs in again by themselves. An answer
 * to a question of an earlier session tells nothing of this one.
 */
export function watchSession(
  transport: ErsTransport,
  { sessionNumber, onEnded }: SessionWatch,
): ErsTransport {
  return {
    async request(call, options) {
      const asked = sessionNumber();
      const answer = await transport.request(call, options);
      if (saysEnded(answer) && asked === sessionNumber()) onEnded();
      return answer;
    },
  };
}

/** e-RS documents no 401 over HSCN; a 403 that gives no reason means the same (hscn.md §3). */
function saysEnded({ status, body }: ErsResponse): boolean {
  return status === 401 || (status === 403 && body === undefined);
}
