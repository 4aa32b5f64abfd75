import type { ErsResponse, ErsTransport } from '../ers/transport.ts';

export interface SessionWatch {
  /** Whether e-RS ends a session by a 403 without a reason, as over HSCN (hscn.md §3). */
  endsByBare403: () => boolean;
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
  { sessionNumber, onEnded, endsByBare403 }: SessionWatch,
): ErsTransport {
  return {
    async request(call, options) {
      const asked = sessionNumber();
      const answer = await transport.request(call, options);
      if (saysEnded(answer, endsByBare403()) && asked === sessionNumber()) onEnded();
      return answer;
    },
  };
}

function saysEnded({ status, body }: ErsResponse, byBare403: boolean): boolean {
  return status === 401 || (byBare403 && status === 403 && body === undefined);
}
