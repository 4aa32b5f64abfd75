import type { Problem } from '../domain/problem.ts';
import { failure, success, type Result } from '../domain/result.ts';
import { roleAllows } from '../domain/role-rules.ts';
import { readProblem, readReferral } from './reading.ts';
import type { ReviewDesk, ReviewReading } from './review-referral-desk.ts';

/**
 * Reads the referral, then what e-RS permits for that version. Where it moved in between, both once
 * more. `undefined` when it was given up.
 */
export async function readForReview(
  desk: ReviewDesk,
  signal: AbortSignal,
): Promise<Result<ReviewReading> | undefined> {
  const first = await readBoth(desk, signal);
  const hasMoved = first?.ok === true && first.value.problem?.reason === 'referral-changed';
  return hasMoved ? readBoth(desk, signal) : first;
}

async function readBoth(
  { ports, start }: ReviewDesk,
  signal: AbortSignal,
): Promise<Result<ReviewReading> | undefined> {
  const { client, role } = ports;
  const read = await readReferral(ports, start.ubrn, signal);
  if (!read?.ok) return read && failure(read.problem);
  const referral = read.value;
  // Over HSCN e-RS tells it to providers alone (interactions.md §10): a referrer would be refused.
  if (!roleAllows(role, 'see-available-actions', client.dialect)) return success({ referral });
  try {
    const { ubrn, version } = referral;
    const available = await client.retrieveAvailableActions({ ubrn, version }, { signal });
    return signal.aborted ? undefined : success({ referral, available });
  } catch (error) {
    const problem: Problem | undefined = signal.aborted ? undefined : readProblem(error, ports);
    return problem && success({ referral, problem });
  }
}
