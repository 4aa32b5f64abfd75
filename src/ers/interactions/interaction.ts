import type { Problem } from '../../domain/problem.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { PARAMETER_FORMS } from '../dialects/parameter-forms.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { VERSION } from '../forms.ts';
import type { Reading } from '../shapes/reading.ts';
import type { Shape } from '../shapes/shape.ts';
import type { ErsRequest, ErsResponse, OperationId } from '../transport.ts';
import { firstBroken, type Refusal, type Rule } from './rules.ts';

/** One interaction of e-RS: how it is asked, how its success reads, what its failures mean. */
export interface Interaction<Args, Value> {
  id: OperationId;
  /** Only a `read` may be asked again by itself; a `read-once` is for a person to repeat. */
  kind: 'read' | 'read-once' | 'write';
  /** What it is about, where that is no referral: problems are told in its words. */
  about?: Problem['about'];
  /** What e-RS demands of a request and its schema does not say, in the order of checking. */
  rules?(args: Args, dialect: Dialect): readonly Rule[];
  /** The request, where no rule is broken. */
  build(args: Args, dialect: Dialect): Content;
  /** Reads a 2xx answer, whatever was asked. */
  parse(answer: ErsResponse, dialect: Dialect): Reading<Value>;
  /** How a well-formed answer is not about what was asked. It is then no success. */
  mismatch?(value: Value, args: Args): Mismatch | undefined;
  /** Codes of e-RS, alone or with the field they name, and statuses that mean something else here. */
  failures?: ErrorCodes;
}

/** A request without its operation, which is that of the interaction. */
export type Content = Partial<Omit<ErsRequest, 'operation'>>;

/** Of a referral or a request for advice in the version that was read: the body of its change. */
export function changeOf(
  { ubrn, version }: { ubrn: string; version: string },
  body: Content['body'],
): Content {
  return { params: { ubrn }, ifMatch: version, body };
}

/** Somebody else's data, or another thing than asked for, by the field that tells. */
export type Mismatch = 'wrong-patient' | { field: string };

/** The request of an interaction, or why there is none: not offered, or a rule that it would break. */
export function requestOf<Args, Value>(
  interaction: Interaction<Args, Value>,
  args: Args,
  dialect: Dialect,
): ErsRequest | Refusal {
  if (!dialect.capabilities.has(interaction.id)) return { refused: 'not-offered' };
  try {
    const refusal = firstBroken(interaction.rules?.(args, dialect) ?? []);
    if (refusal) return refusal;
    const content = interaction.build(args, dialect);
    const field = misshapen(content);
    if (field) return { refused: 'field-wrong', field };
    const request = { operation: interaction.id, params: {}, ...content };
    return dialect.route(request) ? request : WRONG;
  } catch {
    // A caller without types left out a part that the types demand.
    return WRONG;
  }
}

const WRONG: Refusal = { refused: 'field-wrong' };

/** The name of a value that could not stand in the address or the version of a request. */
function misshapen(content: Content): string | undefined {
  const { params = {}, ifMatch = '' } = content;
  const isWrong = (name: string): boolean => !PARAMETER_FORMS[name]?.test(String(params[name]));
  const wrongVersion = 'ifMatch' in content && !VERSION.test(ifMatch) ? 'If-Match' : undefined;
  return Object.keys(params).find(isWrong) ?? wrongVersion;
}

/** For an answer whose body is all there is to read. */
export function bodyAs<T>(shape: Shape<T>): (answer: ErsResponse) => Reading<T> {
  return ({ body }) => shape(body);
}
