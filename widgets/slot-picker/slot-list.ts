import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import { clinicalDay, spokenDay, ukZone } from '../../src/domain/uk-time.ts';
import { counted } from '../../src/ui/format.ts';
import { freeWords, type SlotsOptions } from './slot-grid.ts';
import { slotsOfDays, type PlacedSlot } from './slot-index.ts';
import { daysWithSlots, isDayComplete } from './slot-page.ts';
import { slotButton, slotRun, type StopPlace } from './slot-stop.ts';
import { clinicianName, serviceName, shortDay } from './slot-words.ts';

/** The same slots day by day, each with its service and clinician beside it. */
export function slotList(options: SlotsOptions): TemplateResult {
  return html`<div
    class="list"
    role="group"
    data-slots
    aria-label="Free slots"
    aria-describedby="ers-slot-keys"
    @click=${options.onPress}
    @keydown=${options.onKeydown}
    @focusin=${options.onFocusin}
  >
    ${daysWithSlots(options.view.inPage).map((day, row) =>
      dayOf({ day, slots: slotsOfDays(options.view.inPage, day, day), row }, options),
    )}
  </div>`;
}

interface Day {
  day: LocalDate;
  slots: readonly PlacedSlot[];
  row: number;
}

function dayOf({ day, slots, row }: Day, options: SlotsOptions): TemplateResult {
  const free = freeWords(slots.length, isDayComplete(day, options.services));
  const zone = slots[0] ? ukZone(slots[0].slot.start) : '';
  const { shown, more } = slotRun({
    key: day,
    slots,
    at: { row, column: 0 },
    limit: options.dayLimit,
    expanded: options.expanded,
    each: (placed, place) => listItem(placed, place, options.chosen),
    moreWords: (count) => `Show ${count} more on ${shortDay(day)}`,
  });
  return html`<section aria-label=${spokenDay(day)}>
    <div class="list__day">
      <h3>
        <span aria-hidden="true">${clinicalDay(day)}</span
        ><span class="ui-hidden">${spokenDay(day)}</span>
      </h3>
      <span class="ui-faint">${free}, ${zone}</span>
    </div>
    <ul class="ui-plain-list">
      ${shown}
    </ul>
    ${more === nothing ? nothing : html`<div class="list__more">${more}</div>`}
  </section>`;
}

function listItem(placed: PlacedSlot, place: StopPlace, chosen: Slot | undefined): TemplateResult {
  const { slot, service } = placed;
  const isChosen = slot.id === chosen?.id;
  const far = service.distance === undefined ? '' : counted(service.distance, 'mile');
  return html`<li class="list__slot ${isChosen ? 'list__slot--chosen' : ''}">
    ${slotButton(placed, place, chosen)}
    <div>
      <div><strong>${serviceName(service)}</strong></div>
      <div>${clinicianName(slot.clinician)}</div>
      <div class="ui-faint">${[far, isChosen && 'Chosen'].filter(Boolean).join('. ')}</div>
    </div>
  </li>`;
}
