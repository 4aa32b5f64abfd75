import type { ErsTransport } from '../ers/transport.ts';

/** Tells when an answer shows that the session is gone. Nobody signs in again by themselves. */
export function watchSession(transport: ErsTransport, onEnded: () => void): ErsTransport {
  return {
    async request(call, options) {
      const answer = await transport.request(call, options);
      if (answer.status === 401) onEnded();
      return answer;
    },
  };
}
