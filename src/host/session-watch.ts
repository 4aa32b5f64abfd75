import type { ErsResponse, ErsTransport } from '../ers/transport.ts';

/** Tells when an answer shows that the session is gone. Nobody signs in again by themselves. */
export function watchSession(transport: ErsTransport, onEnded: () => void): ErsTransport {
  return {
    async request(call, options) {
      const answer = await transport.request(call, options);
      if (saysEnded(answer)) onEnded();
      return answer;
    },
  };
}

/** e-RS documents no 401 over HSCN; a 403 that gives no reason means the same (hscn.md §3). */
function saysEnded({ status, body }: ErsResponse): boolean {
  return status === 401 || (status === 403 && body === undefined);
}
