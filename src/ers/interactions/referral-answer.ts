import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Reading } from '../shapes/reading.ts';
import { readReferral } from '../shapes/referral.ts';
import { versionOfETag } from '../shapes/values.ts';
import type { ErsResponse } from '../transport.ts';
import type { Mismatch } from './interaction.ts';

/** A referral that is the whole answer. */
export function parseReferral(
  { body, headers }: ErsResponse,
  { quirks }: Dialect,
): Reading<Referral> {
  return readReferral(body, {
    etag: versionOfETag(headers['etag']),
    derivesState: quirks.derivesReferralState,
  });
}

/** That it is not the one asked for. */
export function isAnother(held: { ubrn: Ubrn }, asked: { ubrn: Ubrn }): Mismatch | undefined {
  return held.ubrn === asked.ubrn ? undefined : { field: 'id' };
}

/** That it is not of the patient for whom it was to be made. */
export function isOfAnother(
  held: { patient: NhsNumber },
  asked: { patient: NhsNumber },
): Mismatch | undefined {
  return held.patient === asked.patient ? undefined : 'wrong-patient';
}

/** How a change of one referral is answered: with the whole of it, in its new version. */
export const CHANGE_OF_REFERRAL = {
  kind: 'write',
  parse: parseReferral,
  mismatch: isAnother,
} as const;
