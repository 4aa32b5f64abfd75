import type { Referral } from '../../domain/referral.ts';
import type { Result } from '../../domain/result.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { readReferral } from '../shapes/referral.ts';
import { versionOfETag } from '../shapes/values.ts';
import type { ErsResponse } from '../transport.ts';
import { resultOf, type Mismatch, type ReadingContext } from './interaction.ts';

/** A referral that is the whole answer. */
export function parseReferral(
  answer: ErsResponse,
  { dialect, origin }: ReadingContext,
): Result<Referral> {
  const reading = readReferral(answer.body, {
    etag: versionOfETag(answer.headers['etag']),
    derivesState: dialect.quirks.derivesReferralState,
  });
  return resultOf(reading, answer, origin);
}

/** That the referral is the one asked for. */
export function isAnother(referral: Referral, { ubrn }: { ubrn: Ubrn }): Mismatch | undefined {
  return referral.ubrn === ubrn ? undefined : { field: 'id' };
}
