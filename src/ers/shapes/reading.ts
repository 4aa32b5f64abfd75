/** A value, or the JSON path at which the document is not what was promised. Never the value there. */
export type Reading<T> = { ok: true; value: T } | { ok: false; field: string };

export function found<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** Without a field it is the document itself that is amiss. */
export function unreadableAt(field = ''): { ok: false; field: string } {
  return { ok: false, field };
}

/** A reading of what stands at a place in a document: its problem gets the whole path. */
export function within<T>(place: string, reading: Reading<T>): Reading<T> {
  if (reading.ok) return reading;
  const { field } = reading;
  return unreadableAt(field === '' || field.startsWith('[') ? place + field : `${place}.${field}`);
}
