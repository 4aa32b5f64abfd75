/** What is known of a write after it was to be sent. */
export type WriteEvidence =
  | { answer: 'none'; sent: 'no' | 'maybe' }
  | { answer: 'proxy'; mark?: string | undefined }
  | ErsSaid;

interface ErsSaid {
  answer: 'e-rs';
  status: number;
  /** The answer was read to its end and holds the UBRN or id of what was written. */
  identified: boolean;
}

export type WriteOutcome = 'done' | 'not-done' | 'unknown';

/** e-RS has read the request and refused it (hscn.md §6, api-platform.md §4; 429: not processed). */
const REFUSED: ReadonlySet<number> = new Set([
  400, 401, 403, 404, 405, 406, 409, 410, 412, 415, 422, 423, 429,
]);

/**
 * Says whether a write happened, from evidence alone. What is not proof either way is `unknown`:
 * a lost answer, any 5xx, an incomplete 2xx, and an answer of the proxy that does not say in so
 * many words that nothing was forwarded.
 */
export function classifyWrite(evidence: WriteEvidence): WriteOutcome {
  switch (evidence.answer) {
    case 'none':
      return evidence.sent === 'no' ? 'not-done' : 'unknown';
    case 'proxy':
      return evidence.mark === 'not-forwarded' ? 'not-done' : 'unknown';
    case 'e-rs':
      return outcomeOfStatus(evidence);
  }
}

function outcomeOfStatus({ status, identified }: ErsSaid): WriteOutcome {
  if (REFUSED.has(status)) return 'not-done';
  return status >= 200 && status < 300 && identified ? 'done' : 'unknown';
}
