/** What takes the place of the facts of the sample's own e-RS; all else stays as the sample has it. */
export interface Seeded {
  patient?: string;
  /** For every user id in the sample but the next. */
  clinician?: string;
  /** For the clinician whom an admin names as referring. */
  referrer?: string;
  /** For the services in the order in which the sample names them. */
  services?: readonly string[];
  organisation?: string;
  specialty?: string;
  clinicType?: string;
  term?: string;
  postcode?: string;
  /** For the files in the order in which the sample names them: `Binary/…`. */
  files?: readonly string[];
  /** For the request in a versioned reference. */
  request?: { ubrn: string; version: number };
  /** For `Slot/…`, and the times of the appointment. */
  slot?: { id: string; start: string; end: string };
  /** For the id of the resource. */
  id?: string;
  /** For an instant that must be recent. */
  instant?: string;
}

type Held = Record<string, unknown>;

/** How far the walk has come in the lists that go by order. */
type Filling = Seeded & { places: { services: number; files: number } };

function next(filling: Filling, kind: 'services' | 'files'): string | undefined {
  const place = filling.places[kind]++;
  return filling[kind]?.[place] ?? filling[kind]?.at(-1);
}

/** By the end of the system beside it: the seeded value or code. */
const bySystem: readonly [string, 'value' | 'code', (filling: Filling) => string | undefined][] = [
  ['/nhs-number', 'value', ({ patient }) => patient],
  ['/sds-user-id', 'value', ({ clinician }) => clinician],
  ['/ers-service', 'value', (filling) => next(filling, 'services')],
  ['/Organization', 'value', ({ organisation }) => organisation],
  ['/ods-organization-code', 'value', ({ organisation }) => organisation],
  ['/SPECIALTY', 'code', ({ specialty }) => specialty],
  ['/eRS-ClinicType-1', 'code', ({ clinicType }) => clinicType],
  ['/snomed.info/sct', 'code', ({ term }) => term],
];

function text(value: string, filling: Filling): string {
  const { request, slot } = filling;
  if (value.startsWith('Binary/')) return next(filling, 'files') ?? value;
  if (value.startsWith('Slot/') && slot) return `Slot/${slot.id}`;
  if (!request) return value;
  const versioned = /^(\w+)\/\d{12}\/_history\/\d+$/.exec(value)?.[1];
  return versioned ? `${versioned}/${request.ubrn}/_history/${request.version}` : value;
}

function replacedFields(held: Held, filling: Filling): Held {
  const { system, name, start } = held;
  const { instant, postcode, slot } = filling;
  const rule = bySystem.find(([end]) => typeof system === 'string' && system.endsWith(end));
  const own = rule && held[rule[1]] !== null ? rule[2](filling) : undefined;
  return {
    ...(rule && own !== undefined && { [rule[1]]: own }),
    ...(name === 'postcode' && postcode && { valueString: postcode }),
    ...('valueInstant' in held && instant && { valueInstant: instant }),
    ...(start !== undefined && slot && { start: slot.start, end: slot.end }),
  };
}

function walk(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') return text(value, filling);
  if (Array.isArray(value)) return value.map((one) => walk(one, filling));
  if (typeof value !== 'object' || value === null) return value;
  const held: Held = { ...value, ...replacedFields(value as Held, filling) };
  const referring = held['name'] === 'referringClinician' && filling.referrer;
  const within = referring ? { ...filling, clinician: referring } : filling;
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, walk(one, within)]));
}

/**
 * An official sample with the facts of the seed in it: ids, places, codes of the directory, times
 * and references, and nothing of its structure.
 */
export function adapted(sample: unknown, seeded: Seeded): Held {
  const body = walk(sample, { ...seeded, places: { services: 0, files: 0 } }) as Held;
  return seeded.id && 'id' in body ? { ...body, id: seeded.id } : body;
}
