import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { LoadedList } from '../../src/flows/provider-worklist.ts';
import { codedWords } from '../../src/ui/referral-words.ts';

/** A code of e-RS with its name. */
export interface NamedCode {
  code: string;
  name: string;
}

/** Values that a filter is chosen from. */
export interface FoundValues {
  services: readonly NamedCode[];
  specialties: readonly NamedCode[];
  clinicians: readonly NamedCode[];
}

export const NOTHING_FOUND: FoundValues = { services: [], specialties: [], clinicians: [] };

/**
 * What the rows of a load have. A value that was filtered by hides all others, so those that an
 * earlier load has shown stay.
 */
export function foundValues(before: FoundValues, { rows, filter }: LoadedList): FoundValues {
  return {
    services: filter.serviceId ? before.services : distinct(rows, serviceOf),
    specialties: filter.specialty ? before.specialties : distinct(rows, specialtyOf),
    clinicians: filter.clinician ? before.clinicians : distinct(rows, clinicianOf),
  };
}

type Value = { code: string; name?: string | undefined } | undefined;

function serviceOf(row: DeskRow): Value {
  const service = 'service' in row ? row.service : undefined;
  return service && { code: service.id, name: service.name };
}

function specialtyOf(row: DeskRow): Value {
  return 'specialty' in row
    ? { code: row.specialty.code, name: codedWords(row.specialty) }
    : undefined;
}

function clinicianOf(row: DeskRow): Value {
  const clinician = 'namedClinician' in row ? row.namedClinician : undefined;
  return clinician && { code: clinician.sdsUserId, name: clinician.name };
}

function distinct(rows: readonly DeskRow[], valueOf: (row: DeskRow) => Value): NamedCode[] {
  const values = new Map<string, NamedCode>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value && !values.has(value.code))
      values.set(value.code, { code: value.code, name: value.name ?? value.code });
  }
  return [...values.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
