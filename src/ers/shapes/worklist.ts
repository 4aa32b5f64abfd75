import * as v from 'valibot';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { lastSegment } from '../../fhir/codings.ts';
import { parseReference } from '../../fhir/references.ts';
import { found, readAs, unreadableAt, type Reading } from './reading.ts';
import { maybe } from './values.ts';
import { peopleColumns, peopleShape, type PeopleColumns } from './worklist-columns.ts';

const listShape = v.object({
  resourceType: v.literal('List'),
  contained: peopleShape,
  entry: maybe(
    v.array(
      v.object({
        item: v.object({ reference: v.string() }),
        extension: v.tuple([v.object({ url: v.string(), extension: v.unknown() })]),
      }),
    ),
  ),
});

/** What the columns of a list are read as, by the name of its rows in lower case. */
export type RowShapes<Row> = (
  people: PeopleColumns,
) => Readonly<Record<string, v.GenericSchema<unknown, Row>>>;

const ROW_NAME = /^Extension-eRS-(\w+)-WorkListItem-1$/i;

/** The rows of a worklist in the order of e-RS, which pages none and leaves nobody out. */
export function readWorklist<Row>(
  body: unknown,
  type: 'ReferralRequest' | 'CommunicationRequest',
  shapesFor: RowShapes<Row>,
): Reading<(Row & { ubrn: Ubrn })[]> {
  const outer = readAs(listShape, body);
  if (!outer.ok) return outer;
  const shapes = shapesFor(peopleColumns(outer.value.contained));
  const rows: (Row & { ubrn: Ubrn })[] = [];
  for (const [index, { item, extension }] of (outer.value.entry ?? []).entries()) {
    const target = parseReference(item.reference);
    const ubrn = target?.type === type ? parseUbrn(target.id) : undefined;
    if (!ubrn) return unreadableAt(`entry[${index}].item.reference`);
    const key = ROW_NAME.exec(lastSegment(extension[0].url))?.[1]?.toLowerCase() ?? '';
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const at = `entry[${index}].extension[0]`;
    if (!shape) return unreadableAt(`${at}.url`);
    const row = readAs(shape, extension[0].extension, `${at}.extension`);
    if (!row.ok) return row;
    rows.push({ ...row.value, ubrn });
  }
  return found(rows);
}
