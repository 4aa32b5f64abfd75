import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SHORTLIST_LIMIT, wayToBook, type Service } from '../../src/domain/service.ts';
import { button } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { isSentInDoubt } from './create-doubt.ts';
import { partHeading, type Screen } from './screen.ts';
import { distanceWords, waitWords, wayWords } from './words.ts';

const NEXT = {
  booked: 'You book at step\u00a04.',
  later: 'You send it for triage at step\u00a04.',
  'at-once': 'You send it for triage at step\u00a02, as you create it.',
};

const NOTHING_SENT = 'Nothing is sent yet.';

/** The third column: what is on the shortlist, in the patient's order. */
export function shortlistTray(screen: Screen): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  const isUnsent = !isSentInDoubt(screen);
  return html`<section class="tray" aria-label="Shortlist">
    <div class="tray__list">
      ${partHeading(screen, 'Shortlist', 'shortlist-heading')}
      <p class="ui-faint">
        ${shortlist.length} of ${SHORTLIST_LIMIT} services. The patient chooses from this list.
      </p>
      ${shortlist.length === 0 ? nothing : shortlistItems(screen)}
      ${shortlist.length > 1 ? compareButton(screen) : nothing}
      ${message({
        kind: 'info',
        title: isUnsent ? NOTHING_SENT : 'A shortlist does not book or refer.',
        content: `${isUnsent ? 'A shortlist does not book or refer. ' : ''}${NEXT[screen.flow.create.state.triage ?? 'booked']}`,
        level: 4,
      })}
    </div>
    <div class="tray__foot ${shortlist.length > 0 ? 'tray__foot--stays' : 'tray__foot--empty'}">
      <div class="tray__count">
        <strong>Shortlist: ${shortlist.length} of ${SHORTLIST_LIMIT}</strong>
        ${button({ label: 'See the shortlist', kind: 'link', onPress: () => screen.focus('#shortlist-heading') })}
        ${isUnsent ? html`<span class="ui-faint tray__calm">${NOTHING_SENT}</span>` : nothing}
      </div>
      ${checkButton(screen)}
    </div>
  </section>`;
}

function compareButton(screen: Screen): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  const open = (): void => {
    screen.remember({ comparing: true });
    screen.focus('[data-focus-heading]');
  };
  return html`<div class="tray__compare">
    ${button({ id: 'compare', label: `Compare ${counted(shortlist.length, 'service')}`, onPress: open })}
  </div>`;
}

/** The one primary action of the step, with what still stands in its way. */
export function checkButton(screen: Screen): TemplateResult {
  return button({
    id: 'check',
    kind: 'primary',
    label: 'Check this referral',
    unavailable: whyNotCheck(screen),
    onPress: () => screen.flow.actions.goTo('check'),
  });
}

function whyNotCheck({ flow, session }: Screen): string | undefined {
  const { shortlist, stale, vanished, search } = flow.find.state;
  if (!session.can('create-referral')) {
    return 'Not available for your role. A referring clinician or their admin can refer.';
  }
  if (shortlist.length === 0) return 'Not available yet: tick at least 1 service.';
  if (search.status === 'searching') return 'Not available yet: e-RS is still searching.';
  if (stale) return 'Not available yet: your search has changed. Search again.';
  if (search.status !== 'found') return 'Not available yet: search again first.';
  if (vanished.length === 0) return undefined;
  return `Not available yet: remove ${counted(vanished.length, 'service')} not in the last search.`;
}

function shortlistItems(screen: Screen): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  return html`<ol class="ui-plain-list tray__items">
    ${repeat(
      shortlist,
      ({ id }) => id,
      (service, index) => trayItem(screen, service, index),
    )}
  </ol>`;
}

function trayItem(screen: Screen, service: Service, index: number): TemplateResult {
  const gone = screen.flow.find.state.vanished.includes(service.id);
  return html`<li class="tray__item">
    <strong class="tray__number">${index + 1}</strong>
    <div>
      <div>${service.name}</div>
      <div class="ui-faint">${inShort(service)}</div>
      ${gone ? html`<div class="ui-error">Not in the last search</div>` : nothing}
      ${orderButtons(screen, service, 'tray')}
    </div>
  </li>`;
}

/** `Book here now. 11 days, 3 miles`. */
export function inShort(service: Service): TemplateResult {
  const way =
    wayToBook(service) === 'triage' ? 'Triage' : `${wayWords(service)}. ${waitWords(service.wait)}`;
  return html`${way}, <span class="ui-number">${distanceWords(service.distance)}</span>`;
}

/** Move up, move down and remove, for one service; the first and the last say that they are. */
export function orderButtons(screen: Screen, service: Service, place: string): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  const index = shortlist.findIndex(({ id }) => id === service.id);
  const last = shortlist.length - 1;
  return html`<div class="ui-row">
    ${index > 0 ? moveButton(screen, { service, place, by: -1 }) : nothing}
    ${index < last ? moveButton(screen, { service, place, by: 1 }) : nothing}
    ${button({
      id: `${place}-remove-${service.id}`,
      label: 'Remove',
      about: service.name,
      kind: 'link',
      onPress: () => remove(screen, service, place),
    })}
  </div>`;
}

interface Move {
  service: Service;
  place: string;
  by: -1 | 1;
}

function moveButton(screen: Screen, { service, place, by }: Move): TemplateResult {
  const way = by < 0 ? 'up' : 'down';
  return button({
    id: `${place}-${way}-${service.id}`,
    label: `Move ${way}`,
    about: service.name,
    kind: 'link',
    onPress: () => {
      screen.flow.find.actions.move(service.id, by);
      const { shortlist } = screen.flow.find.state;
      const position = shortlist.findIndex(({ id }) => id === service.id);
      screen.say(`${service.name} is now ${ordinal(position, shortlist.length)}`);
      const atEnd = position === 0 || position === shortlist.length - 1;
      const still = atEnd ? (position === 0 ? 'down' : 'up') : way;
      screen.focus(`#${place}-${still}-${CSS.escape(service.id)}`);
    },
  });
}

function ordinal(position: number, length: number): string {
  if (position === 0) return `first of ${length}`;
  return position === length - 1 ? `last of ${length}` : `number ${position + 1} of ${length}`;
}

function remove(screen: Screen, service: Service, place: string): void {
  const { shortlist } = screen.flow.find.state;
  const index = shortlist.findIndex(({ id }) => id === service.id);
  const next = shortlist[index + 1] ?? shortlist[index - 1];
  screen.flow.find.actions.toggle(service.id);
  screen.say(`${service.name} removed. ${counted(shortlist.length - 1, 'service')} left`);
  screen.focus(next ? `#${place}-remove-${CSS.escape(next.id)}` : '#shortlist-heading');
}
