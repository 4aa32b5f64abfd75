import type { Json } from './hscn-caller.ts';

/** What tells one element of a list from another: an extension's url, a parameter's name … */
function mark(list: string, element: Json): string {
  if (typeof element !== 'object' || element === null) return '';
  if (list === 'extension') return String(element.url).split('/').pop() ?? '';
  if (list === 'parameter') return String(element.name);
  if (list === 'property') return String(element.code);
  return typeof element.resourceType === 'string' ? element.resourceType : '';
}

function collect(value: Json, path: string, into: Set<string>): void {
  if (Array.isArray(value)) {
    const list = path.split('.').pop() ?? '';
    if (value.length === 0) into.add(`${path}[]`);
    for (const element of value) collect(element, `${path}[${mark(list, element)}]`, into);
  } else if (typeof value === 'object' && value !== null) {
    const kind = path.endsWith('.resource') ? `(${value.resourceType})` : '';
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}${kind}.${key}`, into);
  } else {
    into.add(path);
  }
}

/** Every path to a value in some bodies, as `contained[Appointment].participant[].actor.display`. */
export function jsonPaths(bodies: readonly Json[]): Set<string> {
  const paths = new Set<string>();
  for (const body of bodies) collect(body, '', paths);
  return new Set([...paths].map((path) => path.replace(/^\./, '')));
}
