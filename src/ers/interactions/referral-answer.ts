import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Result } from '../../domain/result.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { problemOfShape, problemOfWrongPatient, type ProblemOrigin } from '../problems.ts';
import { readReferral } from '../shapes/referral.ts';
import { versionOfETag } from '../shapes/values.ts';
import type { ErsResponse } from '../transport.ts';
import { resultOf } from './interaction.ts';

interface Expected {
  dialect: Dialect;
  origin: ProblemOrigin;
  /** The referral asked for, where it had a UBRN. */
  ubrn?: Ubrn;
  /** The patient asked for, where the request named one. */
  patient?: NhsNumber;
}

/** A referral in an answer: that of the UBRN and the patient asked for, or a problem. */
export function parseReferral(
  answer: ErsResponse,
  { dialect, origin, ubrn, patient }: Expected,
): Result<Referral> {
  const reading = readReferral(answer.body, {
    etag: versionOfETag(answer.headers['etag']),
    derivesState: dialect.quirks.derivesReferralState,
  });
  const result = resultOf(reading, answer, origin);
  if (!result.ok) return result;
  if (patient && result.value.patient !== patient) {
    return { ok: false, problem: problemOfWrongPatient(answer, origin) };
  }
  if (ubrn && result.value.ubrn !== ubrn) {
    return { ok: false, problem: problemOfShape(answer, 'id', origin) };
  }
  return result;
}
