import * as v from 'valibot';

/** A value, or the JSON path at which the document is not what was promised. Never the value there. */
export type Reading<T> = { ok: true; value: T } | { ok: false; field: string };

export function found<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function unreadableAt(field: string): { ok: false; field: string } {
  return { ok: false, field };
}

/** A reading of what stands at a place in a document: its problem gets the whole path. */
export function within<T>(place: string, reading: Reading<T>): Reading<T> {
  return reading.ok ? reading : unreadableAt(`${place}.${reading.field}`);
}

/** `at` is the path of the document in the one it was taken from. */
export function readAs<const S extends v.GenericSchema>(
  schema: S,
  document: unknown,
  at = '',
): Reading<v.InferOutput<S>> {
  const result = v.safeParse(schema, document, { abortEarly: true });
  return result.success ? found(result.output) : unreadableAt(at + pathOf(result.issues[0], at));
}

/** `entry[3].item.identifier.value`; `(body)` when the document itself is amiss. */
function pathOf(issue: v.BaseIssue<unknown>, at: string): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return at ? path.join('') : path.join('').replace(/^\./, '') || '(body)';
}
