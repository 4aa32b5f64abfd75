import { html, nothing, type TemplateResult } from 'lit';
import { FIRST_ORDER, type Order } from '../../src/domain/worklist-order.ts';
import type { DeskList } from '../../src/domain/provider-desk.ts';
import type { RowPatient } from '../../src/flows/provider-worklist.ts';
import { button } from '../../src/ui/button.ts';
import { counted, wholeNumber } from '../../src/ui/format.ts';
import { select } from '../../src/ui/select.ts';
import { filterWords } from './filter-bar.ts';
import type { ListView } from './list-view.ts';
import { orderWords } from './list-words.ts';

/** Filter and order in words, and how many names there are. */
export function listLine(view: ListView): TemplateResult | typeof nothing {
  const { state, act } = view;
  const { loaded, list, filter } = state;
  if (!loaded) return nothing;
  const { isFiltered, words } = filterWords(loaded.filter, { ...view, list });
  return html`<div class="line">
    <div class="line__words">
      <strong>${isFiltered ? 'Filtered:' : 'Not filtered.'}</strong> ${words}
      ${isSame(filter, loaded.filter) ? nothing : html`<strong class="now">The filter above was changed: press Load list.</strong>`}
      ${NOTES[list] ?? nothing} ${foundWords(view)}
    </div>
    <div class="line__names">${namesWords(state.patients)}</div>
    <div class="line__sort">
      ${select({
        id: 'sort',
        label: 'Sort',
        value: keyOf(state.order),
        options: orders(view).map((order) => ({ value: keyOf(order), label: orderWords(order) })),
        onChange: (key) =>
          act.sort(orders(view).find((order) => keyOf(order) === key) ?? state.order),
      })}
    </div>
  </div>`;
}

/** What the columns hold that is not e-RS's. */
const NOTES: Readonly<Partial<Record<DeskList, string>>> = {
  ADVICE_AND_GUIDANCE_REQUESTS:
    'The clock of 5 working days is counted here from the first question, not by e-RS.',
  APPOINTMENT_SLOT_ISSUES: 'The 180-day limit is counted here, not by e-RS.',
};

function foundWords({ state: { sought, rows, loaded, withoutName } }: ListView) {
  if (sought.trim() === '') return nothing;
  const found = `Found ${wholeNumber(rows.length)} of ${wholeNumber(loaded?.rows.length ?? 0)}.`;
  const maybe =
    withoutName > 0
      ? ` ${counted(withoutName, 'other row')} ${withoutName === 1 ? 'has' : 'have'} no name yet: one of them may be the patient. Find by NHS number or UBRN instead.`
      : '';
  return html`<strong>${found}</strong>${maybe}`;
}

function namesWords(patients: ReadonlyMap<string, RowPatient>): string {
  let known = 0;
  let unavailable = 0;
  for (const { status } of patients.values()) {
    if (status === 'known') known += 1;
    if (status === 'unavailable') unavailable += 1;
  }
  return `Names: ${wholeNumber(known)} found, ${wholeNumber(unavailable)} not available`;
}

const MORE_ORDERS: Readonly<Partial<Record<DeskList, readonly (readonly Order[])[]>>> = {
  REFERRALS_FOR_REVIEW: [
    [{ by: 'clinical-information', isDescending: true }, { by: 'priority' }],
    [{ by: 'appointment' }, { by: 'priority' }],
  ],
  APPOINTMENT_SLOT_ISSUES: [
    [{ by: 'priority' }, { by: 'contact-by' }],
    [{ by: 'received' }, { by: 'priority' }],
  ],
  ADVICE_AND_GUIDANCE_REQUESTS: [[{ by: 'last-updated', isDescending: true }]],
};

/** Those of the list, and the one that the head of a column has made. */
function orders({ state: { list, order } }: ListView): (readonly Order[])[] {
  const named = [FIRST_ORDER[list], ...(MORE_ORDERS[list] ?? []), [{ by: 'patient' } as const]];
  const isNamed = named.some((each) => keyOf(each) === keyOf(order));
  return isNamed ? named : [...named, order];
}

function keyOf(order: readonly Order[]): string {
  return order.map(({ by, isDescending }) => `${by}${isDescending ? '-down' : ''}`).join(' ');
}

function isSame(one: ListView['state']['filter'], other: typeof one): boolean {
  const key = ({ serviceId, specialty, location, clinician }: typeof one): string =>
    JSON.stringify([serviceId, specialty, location, clinician]);
  return key(one) === key(other);
}

/** What is done with the ticked rows together. */
export function selectionBar({ place, act }: ListView): TemplateResult | typeof nothing {
  const { size } = place.selected;
  if (size === 0) return nothing;
  return html`<div class="ui-row selection">
    <strong>${wholeNumber(size)} selected</strong>
    ${button({ label: 'Copy NHS numbers', onPress: () => act.copySelected() })}
    ${button({ label: 'Clear selection', kind: 'link', onPress: () => act.clearSelected() })}
  </div>`;
}
