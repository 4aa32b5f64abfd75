import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Service } from '../../src/domain/service.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { counted } from '../../src/ui/format.ts';
import { FURTHER_FIELDS, KEY_FIELDS, SAFETY_FIELDS, type ServiceField } from './service-facts.ts';
import { checkButton, orderButtons } from './shortlist-tray.ts';
import { stepHeading, type Screen } from './screen.ts';
import { criteriaWords, NONE_GIVEN } from './words.ts';

const FIELDS: readonly ServiceField[] = [...KEY_FIELDS, ...SAFETY_FIELDS, ...FURTHER_FIELDS];

/** One row a field, one column a service. A plain table: it has no keys of its own. */
export function compareTable(screen: Screen): TemplateResult {
  const { shortlist, search } = screen.flow.find.state;
  const back = (): void => {
    screen.remember({ comparing: false });
    screen.focus('#compare');
  };
  return html`<section class="step">
    <div class="compare__head">
      <div>
        ${stepHeading(screen, `Compare ${counted(shortlist.length, 'shortlisted service')}`)}
        <p class="ui-faint">Text is shown as each service wrote it. ${searchedFor(screen)}</p>
      </div>
      ${checkbox({
        id: 'only-differences',
        label: 'Show only what differs',
        checked: screen.memory.onlyDifferences,
        onChange: (onlyDifferences) => screen.remember({ onlyDifferences }),
      })}
    </div>
    ${table(screen)}
    <div class="ui-row compare__foot">
      ${button({
        label:
          search.status === 'found'
            ? `Back to ${counted(search.services.length, 'service')}`
            : 'Back',
        kind: 'link',
        onPress: back,
      })}
      ${checkButton(screen)}
    </div>
  </section>`;
}

function searchedFor({ flow }: Screen): string {
  const { search } = flow.find.state;
  return search.status === 'found'
    ? `Searched at ${ukTime(search.at)} for ${criteriaWords(search.criteria)}.`
    : '';
}

function table(screen: Screen): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  const { onlyDifferences } = screen.memory;
  const shown = FIELDS.filter(
    ({ say }) => !onlyDifferences || new Set(shortlist.map(say)).size > 1,
  );
  return html`<div class="compare__scroll" role="region" aria-label="Comparison" tabindex="0">
    <table class="compare" .style=${`--ers-compared: ${shortlist.length}`}>
      <caption class="ui-hidden">
        Shortlisted services side by side
      </caption>
      <thead>
        <tr>
          <td></td>
          ${shortlist.map(({ name }, index) => html`<th scope="col">${index + 1}. ${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map((field) => row(field, shortlist))}
        <tr>
          <th scope="row">Patient order</th>
          ${repeat(
            shortlist,
            ({ id }) => id,
            (service) => html`<td>${orderButtons(screen, service, 'compare')}</td>`,
          )}
        </tr>
      </tbody>
    </table>
  </div>`;
}

function row(
  { label, say, strong, alert }: ServiceField,
  services: readonly Service[],
): TemplateResult {
  return html`<tr>
    <th scope="row">${label}</th>
    ${services.map((service) => {
      const text = say(service);
      const look =
        alert && text !== NONE_GIVEN ? 'compare__alert' : strong ? 'compare__strong' : '';
      return html`<td><div class=${look}>${text}</div></td>`;
    })}
  </tr>`;
}
