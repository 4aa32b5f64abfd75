import { html, type TemplateResult } from 'lit';
import { SHORTLIST_LIMIT, type Service } from '../../src/domain/service.ts';
import {
  shortlistRefusal,
  triageWay,
  type ShortlistRefusal,
} from '../../src/domain/shortlist-rules.ts';
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
      unavailable: checked ? undefined : whyNot(screen, service),
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

const WHY_NOT: Readonly<Record<ShortlistRefusal, string>> = {
  'no-way-to-book': 'Cannot be put on a shortlist: e-RS offers no way to book it.',
  'triage-not-here': 'Cannot be put on a shortlist here. Refer to it in the e-RS application.',
  'triage-goes-alone':
    'Not beside what is ticked: over this connection e-RS takes a triage request only by itself. ' +
    'Remove the rest to tick it.',
  'beside-triage':
    'Not beside the triage service that is ticked: over this connection e-RS takes a triage ' +
    'request only by itself. Remove it to tick another.',
  full: `You have ${SHORTLIST_LIMIT} services, the most that e-RS allows. Remove one to add another.`,
};

function whyNot({ flow, session }: Screen, service: Service): string | undefined {
  const way = triageWay((action) => session.can(action));
  const refusal = shortlistRefusal(service, flow.find.state.shortlist, way);
  return refusal && WHY_NOT[refusal];
}
