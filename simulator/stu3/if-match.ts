import { refuse } from '../core/refusal.ts';

/** The version a write was meant for: 412 without it. */
export function ifMatchVersion(request: Request): number {
  const header = request.headers.get('If-Match');
  if (!header) return refuse('PRECONDITION_FAILED', 'If-Match', 'is missing.');
  const version = /^W\/"(\d+)"$/.exec(header)?.[1];
  return version
    ? Number(version)
    : refuse('PRECONDITION_FAILED', 'If-Match', 'is not of the form W/"n".');
}
