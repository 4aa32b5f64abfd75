type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(element: JsonObject, property: string): string {
  const value = element[property];
  return typeof value === 'string' ? value : '';
}

/** What tells one element of a list from another: an extension's url, a parameter's name … */
function mark(list: string, element: unknown): string {
  if (!isObject(element)) return '';
  if (list === 'extension') return text(element, 'url').split('/').pop() ?? '';
  if (list === 'parameter') return text(element, 'name');
  if (list === 'property') return text(element, 'code');
  return text(element, 'resourceType');
}

function collect(value: unknown, path: string, into: Set<string>): void {
  if (Array.isArray(value)) {
    const list = path.split('.').pop() ?? '';
    if (value.length === 0) into.add(`${path}[]`);
    for (const element of value) collect(element, `${path}[${mark(list, element)}]`, into);
  } else if (isObject(value)) {
    const kind = path.endsWith('.resource') ? `(${text(value, 'resourceType')})` : '';
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}${kind}.${key}`, into);
  } else {
    into.add(path);
  }
}

/** Every path to a value in some bodies, as `contained[Appointment].participant[].actor.display`. */
export function jsonPaths(bodies: readonly unknown[]): Set<string> {
  const paths = new Set<string>();
  for (const body of bodies) collect(body, '', paths);
  return new Set([...paths].map((path) => path.replace(/^\./, '')));
}
