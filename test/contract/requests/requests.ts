import type { DialectName } from '../../../src/ers/dialects/dialects.ts';
import type { JsonValue, OperationId } from '../../../src/ers/transport.ts';
import { advisingRequests } from './advising.ts';
import { referringRequests } from './referring.ts';
import { reviewingRequests } from './reviewing.ts';
import { shortlistingRequests } from './shortlisting.ts';

/** Turns the body of an official request back into the arguments that build it. */
export type ArgumentsOf = (request: JsonObject, dialect: DialectName) => unknown;

export type JsonObject = { readonly [key: string]: JsonValue | undefined };

const TABLES: readonly Partial<Record<OperationId, ArgumentsOf>>[] = [
  advisingRequests,
  referringRequests,
  reviewingRequests,
  shortlistingRequests,
];

export function argumentsOf(
  interaction: OperationId,
  request: JsonValue,
  dialect: DialectName,
): unknown {
  const table = TABLES.find((one) => one[interaction]);
  const read = table?.[interaction];
  if (!read) throw new Error(`no arguments for requests of ${interaction}`);
  return read(request as JsonObject, dialect);
}
