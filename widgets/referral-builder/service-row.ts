import { html, type TemplateResult } from 'lit';
import { SHORTLIST_LIMIT, wayToBook, type Service } from '../../src/domain/service.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { factList } from '../../src/ui/facts.ts';
import { factsOf, KEY_FIELDS, SAFETY_FIELDS } from './service-facts.ts';
import type { Screen } from './screen.ts';
import { listNames } from './words.ts';

/** One found service: everything it says about itself, and a tick that puts it on the shortlist. */
export function serviceRow(screen: Screen, service: Service): TemplateResult {
  const { state, actions } = screen.flow.find;
  const checked = state.shortlist.some(({ id }) => id === service.id);
  return html`<li class="service">
    ${checkbox({
      id: `service-${service.id}`,
      label: html`<span class="service__name ui-h3" role="heading" aria-level=${screen.level + 1}
        >${service.name}</span
      >`,
      checked,
      unavailable: whyNot(service, checked, state.shortlist.length),
      onChange: () => actions.toggle(service.id),
    })}
    <div class="service__facts">
      <div class="ui-faint">${placeOf(service, screen)}</div>
      ${factList({ facts: factsOf(service, KEY_FIELDS), layout: 'columns' })}
      ${factList({ facts: factsOf(service, SAFETY_FIELDS) })}
    </div>
  </li>`;
}

function placeOf({ location, specialty }: Service, { flow }: Screen): string {
  return `${location.name}. ${listNames(flow.find.state.lists)(specialty)}`;
}

/** Why a service cannot be ticked. Over HSCN e-RS takes triage only in a request of its own. */
function whyNot(service: Service, checked: boolean, length: number): string | undefined {
  const way = wayToBook(service);
  if (way === 'triage') {
    return (
      'Cannot be put on a shortlist here: over this connection e-RS takes a triage request only ' +
      'by itself. Refer to it in the e-RS application.'
    );
  }
  if (way === 'not-bookable') {
    return 'Cannot be put on a shortlist: e-RS offers no way to book it.';
  }
  return !checked && length >= SHORTLIST_LIMIT
    ? `You have ${SHORTLIST_LIMIT} services, the most that e-RS allows. Remove one to add another.`
    : undefined;
}
