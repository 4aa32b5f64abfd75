/** The platform's gateway passes no larger answer on; of HSCN nothing is known. */
const MOST_BYTES = 10 * 1_024 * 1_024;

/** True for an answer whose body is too large for a gateway with the documented limit. */
export function isOverLimit(answer: Response): boolean {
  return Number(answer.headers.get('Content-Length') ?? 0) > MOST_BYTES;
}
