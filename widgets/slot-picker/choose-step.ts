import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../src/domain/slot.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import { asOf } from '../../src/ui/as-of.ts';
import { button } from '../../src/ui/button.ts';
import { emptyPart } from '../../src/ui/empty.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { bookingArea } from './booking-area.ts';
import { filterBar, type FilterBarOptions } from './filter-bar.ts';
import { clockChange, pageBar, type PageBarOptions } from './page-bar.ts';
import { bookableServices, isOnlyTriage, type PickerView } from './picker-view.ts';
import { ruleOrganisationLine } from './referral-line.ts';
import { deferralLine, serviceNotes } from './service-notes.ts';
import { NO_FILTERS } from './slot-filters.ts';
import { slotGrid, type SlotsOptions } from './slot-grid.ts';
import { slotList } from './slot-list.ts';
import { givenUntil } from './slot-page.ts';
import { clinicianName, serviceName, slotInLine, together } from './slot-words.ts';

interface ChooseOptions {
  picker: PickerView;
  slots: SlotsOptions;
  filters: FilterBarOptions;
  page: PageBarOptions;
  onCheckAgain: () => void;
  onStop: () => void;
  onChooseEarliest: (slot: Slot) => void;
}

/** The slots to choose from, and the commit area last. */
export function chooseStep(options: ChooseOptions): TemplateResult {
  const { picker, slots, filters, page } = options;
  if (isOnlyTriage(picker.state)) return triageStep(picker);
  return html`<section class="step" aria-label="Choose a slot">
      ${head(options)} ${warnings(picker)}
      ${slots.view.all.length > 0 ? filterBar(filters) : nothing}
      ${
        slots.view.all.length > 0
          ? html`<div class="slots">
              ${pageBar(page)} ${clockChange(slots.view.page)} ${freeSlots(options)}
            </div>`
          : nothing
      }
      <div class="notes">
        ${serviceNotes(picker)} ${deferralLine(picker)} ${ruleOrganisationLine(picker.state)}
      </div>
    </section>
    ${bookingArea(picker)}`;
}

/** There is no slot to choose. */
function triageStep(picker: PickerView): TemplateResult {
  return html`<section class="step" aria-label="Send for triage">
    <div class="head"><h2 tabindex="-1" data-focus-heading>Send for triage</h2></div>
    ${warnings(picker)}
    <div class="notes">${serviceNotes(picker)}</div>
  </section>`;
}

function head(options: ChooseOptions): TemplateResult {
  return html`<div class="head">
    <h2 tabindex="-1" data-focus-heading>Choose a slot</h2>
    ${age(options)} ${reading(options)} ${earliest(options)}
  </div>`;
}

/** What must be known before a choice. */
function warnings({ lost, state }: PickerView): TemplateResult | typeof nothing {
  const withProvider = state.referral?.state.code === 'AWAITING_PROVIDER';
  if (!lost && !withProvider) return nothing;
  return html`<div class="notes">
    ${
      lost
        ? message({
            kind: 'warn',
            level: 3,
            title: 'The slot that you had chosen is no longer free. Nothing is booked',
            content: html`${slotInLine(lost)}. Choose another.`,
          })
        : nothing
    }
    ${
      withProvider
        ? message({
            kind: 'warn',
            level: 3,
            title: 'This referral is with the provider already, deferred or in triage',
            content: 'e-RS does not say which over this connection. It may refuse a booking.',
          })
        : nothing
    }
  </div>`;
}

function earliest({ slots, onChooseEarliest }: ChooseOptions): TemplateResult | typeof nothing {
  const first = slots.view.earliest;
  if (!first) return nothing;
  const { slot, service } = first;
  return html`<p class="earliest">
    Earliest: <strong>${together(clinicalMoment(slot.start))}</strong>, ${serviceName(service)},
    ${clinicianName(slot.clinician)}
    ${button({
      kind: 'link',
      id: 'ers-choose-earliest',
      label: 'Choose it',
      about: 'the earliest slot',
      onPress: () => onChooseEarliest(slot),
    })}
  </p>`;
}

/** As old as the oldest answer on screen. */
function age({ picker, slots, onCheckAgain }: ChooseOptions): TemplateResult | typeof nothing {
  const { slotsAt, now, state } = picker;
  const services = bookableServices(state);
  const checking = services.some(({ load }) => load.status === 'loading');
  const until = services.flatMap((service) => givenUntil(service) ?? []).sort()[0];
  if (!slotsAt) return nothing;
  return html`<div class="head__age">
    ${asOf({ what: 'Slots', at: slotsAt, now, onCheckAgain, busy: checking, until })}
    ${
      slots.view.all.length > 0
        ? html`<div class="ui-hint">A slot is not held for you until it is booked.</div>`
        : nothing
    }
  </div>`;
}

/** That slots are being asked for, or that the user has stopped it. */
function reading({ picker, onStop }: ChooseOptions): TemplateResult | typeof nothing {
  const { state, elapsedSeconds } = picker;
  const loads = state.services.map(({ load }) => load);
  if (loads.some(({ status }) => status === 'loading')) {
    return html`<p class="reading">
      Asking e-RS for free slots: ${lengthOfTime(elapsedSeconds)} so far.
      ${stopButton({ what: 'asking for slots', onPress: onStop })}
    </p>`;
  }
  return loads.some((load) => 'isStopped' in load)
    ? html`<p class="reading">You stopped asking again. The slots are as they were before.</p>`
    : nothing;
}

function freeSlots({ slots, filters, page }: ChooseOptions): TemplateResult {
  const { view } = slots;
  if (view.shown.length === 0)
    return emptyPart({
      title: 'Your filters hide every slot',
      text: 'There are free slots, but none that you want to see.',
      action: button({
        label: 'Show all slots',
        onPress: () => filters.onChange(NO_FILTERS),
      }),
    });
  const moves =
    page.layout === 'week'
      ? 'Arrow keys go from slot to slot, Page Up and Page Down to other days, Enter chooses.'
      : 'Up and down arrows go from slot to slot, Page Up and Page Down from day to day, Enter chooses.';
  return html`${page.layout === 'week' ? slotGrid(slots) : slotList(slots)}
    ${view.inPage.length === 0 && page.layout === 'list' ? html`<p>None to show in these days.</p>` : nothing}
    <p class="ui-hidden" id="ers-slot-keys">
      ${moves}${page.letterKeys ? ' G goes to a date.' : nothing}
    </p>`;
}
