import type { CallOptions, ErsCall, ErsResponse, ErsTransport } from '../ers/transport.ts';

export interface ContextBinding {
  isCurrent(): boolean;
  /** Says of a write that it never left. */
  notSent(): Error;
}

/**
 * Ties a transport to one patient context. Once that context has passed, a read is refused or its
 * late answer dropped, as it must never show under the next patient. A write on its way is left to
 * finish, so that its outcome reaches the journal of the patient it was for; a new one is refused.
 */
export function guardContext(
  transport: ErsTransport,
  { isCurrent, notSent }: ContextBinding,
): ErsTransport {
  return {
    async request(call: ErsCall, options?: CallOptions): Promise<ErsResponse> {
      const isWrite = call.idempotencyKey !== undefined;
      if (!isCurrent()) throw isWrite ? notSent() : passed();
      const answer = await transport.request(call, options);
      if (!isWrite && !isCurrent()) throw passed();
      return answer;
    },
  };
}

function passed(): DOMException {
  return new DOMException('The patient context has changed', 'AbortError');
}
