import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import { spokenDay } from '../../src/domain/uk-time.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import type { SlotsInView } from './slot-page.ts';
import { isDayComplete } from './slot-page.ts';
import type { PlacedSlot } from './slot-index.ts';
import { cellKey, serviceRows, type ServiceRows, type SlotRow } from './slot-rows.ts';
import { slotButton, slotRun } from './slot-stop.ts';
import { serviceFacts, serviceName, shortDay } from './slot-words.ts';

/** Slots of one cell; a seventh starts "+2 more". */
const CELL_LIMIT = 6;

export interface SlotsOptions {
  view: SlotsInView;
  /** Those that can have slots, in the patient's order. */
  services: readonly ServiceSlots[];
  chosen?: Slot | undefined;
  /** Cells and days whose slots are all shown. */
  expanded: ReadonlySet<string>;
  /** How many slots of a day the list shows before "Show 2 more". */
  dayLimit: number;
  /** One listener for every slot: `data-slot`, `data-more` or `data-day` says what was pressed. */
  onPress: (event: Event) => void;
  onKeydown: (event: KeyboardEvent) => void;
  onFocusin: (event: FocusEvent) => void;
}

/** The week: a row a clinician, a column a day. Only what is on screen is in the page. */
export function slotGrid(options: SlotsOptions): TemplateResult {
  const { view, services } = options;
  const withSlots = services.filter(({ slots }) => slots.length > 0);
  const groups = serviceRows(withSlots, { inPage: view.inPage, days: view.page.days });
  const starts = rowStarts(groups);
  return html`<table
    class="grid"
    role="grid"
    data-slots
    aria-label="Free slots"
    aria-describedby="ers-slot-keys"
    @click=${options.onPress}
    @keydown=${options.onKeydown}
    @focusin=${options.onFocusin}
  >
    <thead>
      <tr>
        <th scope="col" class="grid__corner">Service and clinician</th>
        ${view.page.days.map((day) => dayHead(day, options))}
      </tr>
    </thead>
    ${groups.map((group, index) => serviceGroup(group, starts[index] ?? 0, options))}
  </table>`;
}

/** The number of each group's first row, as ↑↓ go on from one group to the next. */
function rowStarts(groups: readonly ServiceRows[]): number[] {
  let next = 0;
  return groups.map(({ rows }) => {
    const start = next;
    next += Math.max(1, rows.length);
    return start;
  });
}

function dayHead(day: LocalDate, { view, services }: SlotsOptions): TemplateResult {
  const free = view.inPage.filter((placed) => placed.day === day).length;
  return html`<th scope="col">
    <span aria-hidden="true">${shortDay(day)}</span><span class="ui-hidden">${spokenDay(day)}</span>
    <span class="grid__free">${freeWords(free, isDayComplete(day, services))}</span>
  </th>`;
}

/** "None free" is said only of a day for which every service has answered. */
export function freeWords(free: number, complete: boolean): string {
  if (complete) return free === 0 ? 'None free' : `${free} free`;
  return free === 0 ? 'Not known' : `${free} free so far`;
}

function serviceGroup(
  { service, rows }: ServiceRows,
  start: number,
  options: SlotsOptions,
): TemplateResult {
  const width = options.view.page.days.length + 1;
  return html`<tbody>
    <tr class="grid__service">
      <th scope="rowgroup" colspan=${width}>
        <span>${serviceName(service)}</span>
        <span class="grid__facts">${serviceFacts(service)}</span>
      </th>
    </tr>
    ${
      rows.length > 0
        ? rows.map((row, index) => clinicianRow(row, start + index, options))
        : noneRow(service, start, options)
    }
  </tbody>`;
}

function noneRow(service: ServiceSlots, row: number, { view }: SlotsOptions): TemplateResult {
  const next = view.shown.find(
    (placed) => placed.slot.serviceId === service.serviceId && placed.day > view.page.to,
  );
  return html`<tr>
    <td colspan=${view.page.days.length + 1}>
      <span class="ui-faint">None to show in these days.</span>
      ${
        next
          ? html`<button
              type="button"
              class="ui-button ui-button--link"
              data-key="next ${service.serviceId}"
              data-row=${row}
              data-column="0"
              data-day=${next.day}
            >
              Next on ${shortDay(next.day)}<span class="ui-hidden">
                at ${serviceName(service)}</span
              >
            </button>`
          : nothing
      }
    </td>
  </tr>`;
}

function clinicianRow(row: SlotRow, index: number, options: SlotsOptions): TemplateResult {
  return html`<tr>
    <th scope="row">${row.clinician}</th>
    ${row.cells.map((cell, column) => cellOf(cell, { row: index, column }, options))}
  </tr>`;
}

function cellOf(
  slots: readonly PlacedSlot[],
  at: { row: number; column: number },
  { expanded, chosen }: SlotsOptions,
): TemplateResult {
  const [start] = slots;
  if (!start) return html`<td class="grid__none"><span aria-hidden="true">–</span></td>`;
  const { shown, more } = slotRun({
    key: cellKey(start),
    slots,
    at,
    limit: CELL_LIMIT,
    expanded,
    each: (placed, place) => slotButton(placed, place, chosen),
    moreWords: (count) => `+${count} more`,
  });
  return html`<td>
    <div class="grid__cell">${shown} ${more}</div>
  </td>`;
}
