import * as v from 'valibot';
import { parseUbrn } from '../src/domain/ubrn.ts';
import type { ErsCall, JsonValue, OperationId } from '../src/ers/transport.ts';
import { notForwarded, type Refusal } from './answers.ts';

const DEEPEST = 64;
const LONGEST_FILE_NAME = 255;
/** A line break in a name would begin a header of its own. */
const CONTROL = /\p{Cc}/u;
const NAMES_NEVER_SENT: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const ShortText = v.pipe(v.string(), v.maxLength(200));
const Json = v.custom<JsonValue>((value) => value !== undefined);

const Shape = v.strictObject({
  operation: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  body: v.optional(Json),
  file: v.optional(
    v.strictObject({ name: v.string(), ubrn: v.optional(v.string()), mediaType: ShortText }),
  ),
  ifMatch: v.optional(ShortText),
  commRuleOrg: v.optional(ShortText),
  accept: v.optional(ShortText),
  contextId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  correlationId: Id,
  idempotencyKey: v.optional(Id),
});

/** Reads the JSON of a call and, for an upload, the file that came beside it. */
export function readErsCall(
  text: string,
  operation: OperationId,
  file: Blob | undefined,
): ErsCall | Refusal {
  const parsed = v.safeParse(Shape, parseJson(text));
  if (!parsed.success) {
    return notForwarded(400, 'bad-request', v.getDotPath(parsed.issues[0]) ?? undefined);
  }
  const { file: head, ...call } = parsed.output;
  if (call.operation !== operation) return notForwarded(400, 'bad-request', 'operation');
  if (Boolean(head) !== Boolean(file)) return notForwarded(400, 'bad-request', 'file');
  if (!head || !file) return { ...call, operation };

  const { name, mediaType } = head;
  if (CONTROL.test(name) || name.length === 0 || name.length > LONGEST_FILE_NAME) {
    return notForwarded(422, 'file-name-refused', 'file.name');
  }
  const ubrn = head.ubrn === undefined ? undefined : parseUbrn(head.ubrn);
  if (ubrn !== head.ubrn) return notForwarded(400, 'bad-request', 'file.ubrn');
  return {
    ...call,
    operation,
    file: { name, ubrn, content: { kind: 'binary', mediaType, blob: file } },
  };
}

/** Undefined for anything that is no JSON, is nested too deep or names what objects inherit. */
export function parseJson(text: string): unknown {
  if (tooDeep(text)) return undefined;
  try {
    return JSON.parse(text, (name, value: unknown) => {
      if (NAMES_NEVER_SENT.has(name)) throw new SyntaxError('refused name');
      return value;
    });
  } catch {
    return undefined;
  }
}

/** Counted on the text, because walking a tree that is too deep is the danger itself. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString && character === '\\') i += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
