import { parseSdsUserId } from '../../src/domain/user.ts';
import type { WorklistFilter } from '../../src/domain/worklist-filter.ts';
import type { FoundValues, NamedCode } from './found-values.ts';

export type FilterField = keyof WorklistFilter;

/** What a host knows of its own to filter by. */
export interface FilterChoices {
  services?: readonly NamedCode[] | undefined;
  specialties?: readonly NamedCode[] | undefined;
  /** ODS codes. */
  locations?: readonly NamedCode[] | undefined;
  /** SDS user ids. */
  clinicians?: readonly NamedCode[] | undefined;
}

/** What was typed where a value is on no list, and what is wrong with it. */
export interface FilterForm {
  typed: Readonly<Partial<Record<FilterField, string | undefined>>>;
  errors: Readonly<Partial<Record<FilterField, string>>>;
}

export const EMPTY_FORM: FilterForm = { typed: {}, errors: {} };

interface FieldWords {
  field: FilterField;
  label: string;
  /** Where nothing is filtered by it. */
  all: string;
  /** What a sentence calls it, and those that it hides. */
  noun: string;
  plural: string;
  codeLabel: string;
  /** The way to type one that is not listed. */
  type: string;
  wrong: string;
  parse: (text: string) => string | undefined;
}

const matching = (form: RegExp) => (text: string) => {
  const code = text.trim();
  return form.test(code) ? code : undefined;
};

export const FILTER_FIELDS: readonly FieldWords[] = [
  {
    field: 'serviceId',
    label: 'Service',
    all: 'All my services',
    noun: 'service',
    plural: 'services',
    codeLabel: 'Service number',
    type: 'Type a service number',
    wrong: 'Type the number that e-RS gives the service, in digits',
    parse: matching(/^\d{1,18}$/),
  },
  {
    field: 'specialty',
    label: 'Specialty',
    all: 'All specialties',
    noun: 'specialty',
    plural: 'specialties',
    codeLabel: 'Specialty code',
    type: 'Type a specialty code',
    wrong: 'Type the code that e-RS gives the specialty, without spaces',
    parse: matching(/^\S+$/),
  },
  {
    field: 'location',
    label: 'Location',
    all: 'All locations',
    noun: 'location',
    plural: 'locations',
    codeLabel: 'ODS code of the location',
    type: 'Type an ODS code',
    wrong: 'Type an ODS code: letters and digits, such as RWX01',
    parse: (text) => matching(/^[A-Z0-9]{1,12}$/)(text.toUpperCase()),
  },
  {
    field: 'clinician',
    label: 'Clinician assigned',
    all: 'Anyone or nobody',
    noun: 'named clinician',
    plural: 'clinicians',
    codeLabel: 'SDS user ID of the clinician',
    type: 'Type an SDS user ID',
    wrong: 'Type the 12 digits of the SDS user ID',
    parse: parseSdsUserId,
  },
];

export const NOT_ASSIGNED = 'NOT_ASSIGNED';

/** What is filtered by, as a code. */
export function codeIn(filter: WorklistFilter, field: FilterField): string | undefined {
  const value = filter[field];
  return typeof value === 'object' ? value.sdsUserId : value;
}

/** The filter that a code, or its absence, makes. */
export function filterBy(field: FilterField, code: string | undefined): WorklistFilter {
  if (field !== 'clinician' || code === undefined || code === NOT_ASSIGNED)
    return { [field]: code };
  return { clinician: { sdsUserId: code } };
}

/** The host's values first, then those that were found. */
export function choicesFor(
  field: FilterField,
  found: FoundValues,
  choices: FilterChoices,
): NamedCode[] {
  const [given, seen] = valuesOf(field, found, choices);
  const known = new Set(given.map(({ code }) => code));
  return [...given, ...seen.filter(({ code }) => !known.has(code))];
}

type Values = readonly NamedCode[];

function valuesOf(
  field: FilterField,
  { services, specialties, clinicians }: FoundValues,
  choices: FilterChoices,
): [given: Values, seen: Values] {
  const none: Values = [];
  switch (field) {
    case 'serviceId':
      return [choices.services ?? none, services];
    case 'specialty':
      return [choices.specialties ?? none, specialties];
    case 'location':
      return [choices.locations ?? none, none];
    case 'clinician':
      return [choices.clinicians ?? none, clinicians];
  }
}

/** What is wrong with what was typed. */
export function errorsIn({ typed }: FilterForm): FilterForm['errors'] {
  const wrong = FILTER_FIELDS.filter(({ field, parse }) => {
    const text = typed[field];
    return text !== undefined && parse(text) === undefined;
  });
  return Object.fromEntries(wrong.map(({ field, wrong: words }) => [field, words]));
}
