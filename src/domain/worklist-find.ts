import type { DeskRow, NamedPatients } from './provider-desk.ts';
import type { Clinician } from './user.ts';

export interface Found {
  /** In the order in which they stood. */
  rows: readonly DeskRow[];
  /**
   * Rows that are not among them and whose patient has no name yet: one of them may be who is sought.
   * To be said beside the result, as a row that is hidden is a risk.
   */
  withoutName: number;
}

/**
 * The rows in which every word stands: of the patient's name as far as it is known, NHS number, UBRN,
 * service, specialty, clinic type, clinician or referrer. Numbers are found however they are spaced. Nothing
 * sought finds all.
 */
export function findRows(
  rows: readonly DeskRow[],
  text: string,
  named: NamedPatients = new Map(),
): Found {
  const words = wordsOf(text);
  if (words.length === 0) return { rows, withoutName: 0 };
  const found = rows.filter((row) => {
    const content = plain(contentOf(row, named));
    return words.every((word) => content.includes(word));
  });
  const isFound = new Set(found);
  const withoutName = rows.filter((row) => !isFound.has(row) && !named.has(row.patient)).length;
  return { rows: found, withoutName };
}

/** `999 012 3454` is one word; a hyphen in a name is not one of a number. */
function wordsOf(text: string): string[] {
  const joined = plain(text).replace(/(?<=\d)[\s-]+(?=\d)/g, '');
  return joined.split(/[\s,]+/).filter(Boolean);
}

/** Without accents and capitals: `Inês` is found as `ines`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function contentOf(row: DeskRow, named: NamedPatients): string {
  const { family, given, title } = named.get(row.patient)?.name ?? {};
  const words = [family, given, title, row.ubrn, row.patient, ...whereOf(row), ...peopleOf(row)];
  return words.filter(Boolean).join('\n');
}

function whereOf(row: DeskRow): (string | undefined)[] {
  if ('clinicalContext' in row) return [row.clinicalContext];
  const { specialty, service } = row;
  return [specialty.display, specialty.code, service?.name, service?.id];
}

function peopleOf(row: DeskRow): (string | undefined)[] {
  const people: (Clinician | undefined)[] = [];
  if ('namedClinician' in row) people.push(row.namedClinician);
  if ('allocatedClinician' in row) people.push(row.allocatedClinician);
  if ('referrer' in row) people.push(row.referrer);
  return people.flatMap((person) => [person?.name, person?.sdsUserId]);
}
