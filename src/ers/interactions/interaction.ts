import type { ProblemReason } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { problemOfShape, type ProblemOrigin } from '../problems.ts';
import type { Reading } from '../shapes/reading.ts';
import type { ErsRequest, ErsResponse, OperationId } from '../transport.ts';

/** One interaction of e-RS: how it is asked, how its success reads, what its failures mean. */
export interface Interaction<Args, Value> {
  id: OperationId;
  /** Only a `read` may be asked again by itself; a `read-once` is for a person to repeat. */
  kind: 'read' | 'read-once' | 'write';
  /** The request, or why it would break a rule of e-RS. */
  build(args: Args, dialect: Dialect): ErsRequest | Refusal;
  /** Reads a 2xx answer, whatever was asked. */
  parse(answer: ErsResponse, context: ReadingContext): Result<Value>;
  /** How a well-formed answer is not about what was asked. It is then no success. */
  mismatch?(value: Value, args: Args): Mismatch | undefined;
  /** Codes of e-RS, alone or with the field they name, that mean something of their own here. */
  failures: ErrorCodes;
}

export interface ReadingContext {
  dialect: Dialect;
  origin: ProblemOrigin;
}

/** Somebody else's data, or another thing than asked for, by the field that tells. */
export type Mismatch = 'wrong-patient' | { field: string };

/** A request that breaks a rule of e-RS and is not sent. `field` is e-RS's own name for it. */
export interface Refusal {
  refused: ProblemReason;
  field: string;
}

export interface Rule extends Refusal {
  when: boolean;
}

/** The first rule that is broken. */
export function firstBroken(rules: readonly Rule[]): Refusal | undefined {
  const broken = rules.find(({ when }) => when);
  return broken && { refused: broken.refused, field: broken.field };
}

/** Whether a count may be sent; true also of what is not given. */
export function isWhole(count: number | undefined, from = 0): boolean {
  return count === undefined || (Number.isSafeInteger(count) && count >= from);
}

/** Turns a reading into a result: a place that could not be read becomes a problem. */
export function resultOf<T>(
  reading: Reading<T>,
  answer: ErsResponse,
  origin: ProblemOrigin,
): Result<T> {
  return reading.ok
    ? reading
    : { ok: false, problem: problemOfShape(answer, reading.field || '(body)', origin) };
}
