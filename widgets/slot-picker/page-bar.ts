import { html, nothing, type TemplateResult } from 'lit';
import { parseLocalDate, type LocalDate } from '../../src/domain/instant.ts';
import { clinicalDay, clockChangeBetween, ukZone } from '../../src/domain/uk-time.ts';
import { addDays, parseInstant } from '../../src/domain/instant.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { select } from '../../src/ui/select.ts';
import { daysWithSlots, type DayPage, type SlotsInView } from './slot-page.ts';
import { shortDay, together } from './slot-words.ts';

export type Layout = 'week' | 'list';

export interface PageBarOptions {
  view: SlotsInView;
  layout: Layout;
  /** The week has no room below 768 px. */
  canChooseLayout: boolean;
  /** Whether e-RS has more to give than it gave. */
  hasMore: boolean;
  goingTo: { open: boolean; day?: LocalDate | undefined };
  onPage: (direction: -1 | 1) => void;
  onLayout: (layout: Layout) => void;
  onGoingTo: (goingTo: { open: boolean; day?: LocalDate | undefined }) => void;
  onGo: (day: LocalDate) => void;
  /** Whether the letter G on a slot opens it: a single letter is the user's own choice. */
  letterKeys: boolean;
  onLetterKeys: (on: boolean) => void;
}

/** Which days are on screen, and the ways to others. */
export function pageBar(options: PageBarOptions): TemplateResult {
  const { view, goingTo } = options;
  return html`<div class="page-bar">
      <div class="ui-row">
        ${view.inPage[0] && view.inPage[0] === view.shown[0] ? html`<span class="ui-faint">First days with slots</span>` : nothing}
        <h3>${pageWords(view.page)}</h3>
        ${pageButtons(options)}
        ${button({
          id: 'ers-go-to',
          kind: 'link',
          label: goingTo.open ? 'Close' : 'Go to a date',
          about: goingTo.open ? 'Go to a date' : undefined,
          onPress: () => options.onGoingTo({ ...goingTo, open: !goingTo.open }),
        })}
      </div>
      ${options.canChooseLayout ? layouts(options) : nothing}
    </div>
    ${goingTo.open ? goToDate(options) : nothing}`;
}

/** `Mon 19-Oct to Sun 25-Oct-2026`. */
export function pageWords({ from, to }: DayPage): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? shortDay(from) : clinicalDay(from)} to ${clinicalDay(to)}`;
}

function pageButtons({ view, hasMore, onPage }: PageBarOptions): TemplateResult {
  const { all, page } = view;
  const span = page.days.length === 7 ? 'week' : `${page.days.length} days`;
  const [first] = all;
  const last = all.at(-1);
  const later = last && last.day > page.to;
  const none = hasMore ? 'Ask for more slots to go on.' : 'No later slots.';
  return html`${
    first && first.day < page.from
      ? button({ id: 'ers-previous', label: `Previous ${span}`, onPress: () => onPage(-1) })
      : nothing
  }
  ${button({
    id: 'ers-next',
    label: `Next ${span}`,
    onPress: () => onPage(1),
    unavailable: later ? undefined : none,
  })}`;
}

function layouts({ layout, onLayout }: PageBarOptions): TemplateResult {
  const choice = (value: Layout, label: string): TemplateResult =>
    html`<button
      type="button"
      class="segment"
      aria-pressed=${layout === value}
      @click=${() => onLayout(value)}
    >
      ${label}
    </button>`;
  return html`<div class="segments" role="group" aria-label="Show slots as">
    ${choice('week', 'Week')}${choice('list', 'List')}
  </div>`;
}

function goToDate(options: PageBarOptions): TemplateResult {
  const { view, goingTo, onGoingTo, onGo } = options;
  const days = daysWithSlots(view.shown);
  const day = days.find((candidate) => candidate === goingTo.day) ?? days[0];
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onGoingTo({ open: false });
  };
  return html`<div class="go-to" @keydown=${close}>
    ${select({
      id: 'ers-go-to-day',
      label: 'A day with free slots',
      value: day,
      prompt: days.length === 0 ? 'None' : undefined,
      options: days.map((value) => ({ value, label: clinicalDay(value) })),
      onChange: (value) => onGoingTo({ open: true, day: parseLocalDate(value) }),
    })}
    ${button({ label: 'Go', about: 'to that day', onPress: () => day && onGo(day) })}
    ${checkbox({
      id: 'ers-letter-g',
      label: 'On a slot, the letter G opens this',
      checked: options.letterKeys,
      onChange: options.onLetterKeys,
    })}
  </div>`;
}

/** Said when the days on screen hold a change: a time alone would be ambiguous. */
export function clockChange({ from, to }: DayPage): TemplateResult | typeof nothing {
  const day = clockChangeBetween(from, to);
  const noon = day && parseInstant(`${day}T12:00:00.000Z`);
  if (!day || !noon) return nothing;
  const after = ukZone(noon);
  const [turn, hour, before] =
    after === 'GMT' ? ['back', '02:00', 'BST'] : ['forward', '01:00', 'GMT'];
  return html`<p class="ui-message ui-message--info clock-change">
    <span
      ><strong>Clocks go ${turn} on ${together(clinicalDay(day))} at ${hour}.</strong> Times up to
      ${together(clinicalDay(addDays(day, -1)))} are ${before}. Times from
      ${together(clinicalDay(day))} are ${after}.</span
    >
  </p>`;
}
