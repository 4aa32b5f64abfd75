import { html, nothing, type TemplateResult } from 'lit';
import { parseLocalDate } from '../../src/domain/instant.ts';
import { clinicalDay } from '../../src/domain/uk-time.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { fieldGroup } from '../../src/ui/field.ts';
import { counted } from '../../src/ui/format.ts';
import { select, type SelectOption } from '../../src/ui/select.ts';
import { filterCount, TIMES_OF_DAY, type SlotFilters } from './slot-filters.ts';
import type { SlotIndex } from './slot-index.ts';
import { daysWithSlots, type SlotsInView } from './slot-page.ts';
import { clinicianKey, clinicianName, serviceName } from './slot-words.ts';

export interface FilterBarOptions {
  filters: SlotFilters;
  view: SlotsInView;
  services: readonly ServiceSlots[];
  /** Little room: closed until asked for. */
  folded: boolean;
  onChange: (filters: SlotFilters) => void;
}

const EVERY = '';

/** What to see of the slots that e-RS gave. Filtering asks e-RS nothing. */
export function filterBar(options: FilterBarOptions): TemplateResult {
  const { folded, filters } = options;
  if (!folded) return html`<div class="filters">${fields(options)}${showing(options)}</div>`;
  const count = filterCount(filters);
  return html`<details class="filters-fold">
      <summary class="ui-button">Filters: ${count === 0 ? 'none' : `${count} on`}</summary>
      <div class="filters">${fields(options)}</div>
    </details>
    ${showing(options)}`;
}

function fields(options: FilterBarOptions): TemplateResult {
  const { filters, view, services, onChange } = options;
  return html`${select({
    id: 'ers-service',
    label: 'Service',
    value: filters.serviceId ?? EVERY,
    options: [
      { value: EVERY, label: everyService(services) },
      ...services.map((service) => ({ value: service.serviceId, label: serviceName(service) })),
    ],
    onChange: (value) => onChange({ ...filters, serviceId: value || undefined }),
  })}
  ${select({
    id: 'ers-clinician',
    label: 'Clinician',
    value: filters.clinician ?? EVERY,
    options: [{ value: EVERY, label: 'Anyone' }, ...clinicians(view.all)],
    onChange: (value) => onChange({ ...filters, clinician: value || undefined }),
  })}
  ${timesOfDay(options)}
  ${select({
    id: 'ers-on-or-after',
    label: 'On or after',
    value: filters.onOrAfter ?? EVERY,
    options: [
      { value: EVERY, label: 'Any day' },
      ...daysWithSlots(view.all).map((day) => ({ value: day, label: clinicalDay(day) })),
    ],
    onChange: (value) => onChange({ ...filters, onOrAfter: parseLocalDate(value) }),
  })}`;
}

/** A service that has not answered may yet say that it gives no slots. */
function everyService(services: readonly ServiceSlots[]): string {
  const known = services.every(
    ({ wayToBook, load }) => wayToBook === 'book-here' || load.status === 'loaded',
  );
  if (!known) return 'All services';
  return services.length === 1 ? 'All (1 bookable)' : `All ${services.length} bookable`;
}

function timesOfDay({ filters, onChange }: FilterBarOptions): TemplateResult {
  const { hiddenTimes } = filters;
  const boxes = TIMES_OF_DAY.map((time) =>
    checkbox({
      id: `ers-${time.toLowerCase()}`,
      label: time,
      checked: !hiddenTimes.includes(time),
      onChange: (checked) =>
        onChange({
          ...filters,
          hiddenTimes: checked
            ? hiddenTimes.filter((hidden) => hidden !== time)
            : [...hiddenTimes, time],
        }),
    }),
  );
  return fieldGroup(
    { id: 'ers-time-of-day', label: 'Time of day' },
    html`<div class="filters__times">${boxes}</div>`,
  );
}

function clinicians(index: SlotIndex): SelectOption<string>[] {
  const names = new Map(
    index.map(({ slot }) => [clinicianKey(slot), clinicianName(slot.clinician)]),
  );
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

/**
 * Says how much the filters hide, so that "none" is never mistaken for "none free". Never that all
 * are shown: a crowded day or cell is folded.
 */
function showing({ view, filters }: FilterBarOptions): TemplateResult {
  const { inPage, hiddenInPage } = view;
  const inAll = inPage.length + hiddenInPage;
  const text =
    filterCount(filters) === 0
      ? `${counted(inAll, 'free slot')} in these days.`
      : `${inPage.length} of ${counted(inAll, 'free slot')} in these days. Your filters hide ${hiddenInPage}.`;
  return html`<p class="ui-hint filters__showing" role="status">
    ${inAll > 0 || filterCount(filters) > 0 ? text : nothing}
  </p>`;
}
