import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { lastSegment } from '../../fhir/codings.ts';
import { parseReference } from '../../fhir/references.ts';
import { found, unreadableAt, within, type Reading } from './reading.ts';
import { anyNumberOf, anything, object, one, resourceOf, text, type Shape } from './shape.ts';
import { reference } from './values.ts';
import { peopleColumns, peopleShape, type PeopleColumns } from './worklist-columns.ts';

const listShape = resourceOf('List', {
  contained: peopleShape,
  entry: anyNumberOf(
    object({
      item: reference,
      extension: one(object({ url: text, extension: anything })),
    }),
  ),
});

/** What the columns of a list are read as, by the name of its rows in lower case. */
export type RowShapes<Row> = (people: PeopleColumns) => Readonly<Record<string, Shape<Row>>>;

const ROW_NAME = /^Extension-eRS-(\w+)-WorkListItem-1$/i;

/** The rows of a worklist in the order of e-RS, which pages none and leaves nobody out. */
export function readWorklist<Row>(
  body: unknown,
  type: 'ReferralRequest' | 'CommunicationRequest',
  shapesFor: RowShapes<Row>,
): Reading<(Row & { ubrn: Ubrn })[]> {
  const outer = listShape(body);
  if (!outer.ok) return outer;
  const shapes = shapesFor(peopleColumns(outer.value.contained));
  const rows: (Row & { ubrn: Ubrn })[] = [];
  for (const [index, { item, extension }] of outer.value.entry.entries()) {
    const target = parseReference(item);
    const ubrn = target?.type === type ? parseUbrn(target.id) : undefined;
    if (!ubrn) return unreadableAt(`entry[${index}].item.reference`);
    const key = ROW_NAME.exec(lastSegment(extension.url))?.[1]?.toLowerCase() ?? '';
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const place = `entry[${index}].extension[0]`;
    if (!shape) return unreadableAt(`${place}.url`);
    const row = shape(extension.extension);
    if (!row.ok) return within(`${place}.extension`, row);
    rows.push({ ...row.value, ubrn });
  }
  return found(rows);
}
