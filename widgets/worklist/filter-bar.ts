import { html, nothing, type TemplateResult } from 'lit';
import { isReferrerList } from '../../src/domain/provider-desk.ts';
import type { WorklistFilter } from '../../src/domain/worklist-filter.ts';
import { button } from '../../src/ui/button.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { select } from '../../src/ui/select.ts';
import { textField } from '../../src/ui/text-field.ts';
import {
  choicesFor,
  codeIn,
  FILTER_FIELDS,
  NOT_ASSIGNED,
  type FilterChoices,
} from './filter-fields.ts';
import type { FoundValues } from './found-values.ts';
import type { ListView } from './list-view.ts';
import { nounOf } from './list-words.ts';

type Field = (typeof FILTER_FIELDS)[number];

/** What is sent to e-RS with the next load, and the search in what is loaded. */
export function filterBar(view: ListView): TemplateResult {
  const { state, act } = view;
  const isSet = Object.values(state.filter).some((value) => value !== undefined);
  const fields = isReferrerList(state.list) ? [] : FILTER_FIELDS;
  const filters = fields.map(
    (field) => html`<div class="filter">${filterField(view, field)}</div>`,
  );
  return html`<div
    class="filters ${fields.length === 0 ? 'filters--whole' : ''}"
    @keydown=${loadOnEnter(act.load)}
  >
    ${view.room === 'blocks' ? folded(view, filters) : filters}
    <div class="filter filter--load">
      ${loadButton(view)}
      ${isSet ? button({ label: 'Clear filters', kind: 'link', onPress: () => act.clearFilter() }) : nothing}
    </div>
    ${state.loaded ? findField(view) : nothing}
  </div>`;
}

/** Where there is little room the rows come first. What is wrong with a filter opens them. */
function folded({ state, form }: ListView, filters: readonly TemplateResult[]) {
  if (filters.length === 0) return nothing;
  const count = Object.values(state.filter).filter((value) => value !== undefined).length;
  const isWrong = Object.keys(form.errors).length > 0;
  return html`<details class="fold" ?open=${isWrong}>
    <summary>Filters, ${count === 0 ? 'none set' : `${wholeNumber(count)} set`}</summary>
    ${filters}
  </details>`;
}

/** The one button of its name: what else may be pressed to load says why. */
function loadButton({ state, act, whyNotAsk }: ListView): TemplateResult {
  return button({
    label: 'Load list',
    kind: state.load.status === 'not-asked' ? 'primary' : 'secondary',
    busy: state.load.status === 'loading' ? 'Loading…' : undefined,
    unavailable: whyNotAsk,
    onPress: () => act.load(),
  });
}

function filterField(view: ListView, field: Field): TemplateResult {
  const { state, act, found, choices, form } = view;
  const typed = form.typed[field.field];
  const code = codeIn(state.filter, field.field);
  const values = choicesFor(field.field, found, choices);
  const isListed = code === NOT_ASSIGNED || values.some((value) => value.code === code);
  const other = typed ?? (code !== undefined && !isListed ? code : undefined);
  return html`${select({
    id: `filter-${field.field}`,
    label: field.label,
    value: other === undefined ? (code ?? '') : 'type',
    options: [
      { value: '', label: field.all },
      ...(field.field === 'clinician' ? [{ value: NOT_ASSIGNED, label: 'Not assigned' }] : []),
      ...values.map((value) => ({ value: value.code, label: value.name })),
      { value: 'type', label: field.type },
    ],
    onChange: (value) => act.filter(field.field, value === '' ? undefined : value),
  })}
  ${
    other === undefined
      ? nothing
      : textField({
          id: `code-${field.field}`,
          label: field.codeLabel,
          value: other,
          error: form.errors[field.field],
          onInput: (text) => act.type(field.field, text),
        })
  }`;
}

function findField({ state, act }: ListView): TemplateResult {
  const count = state.loaded?.rows.length ?? 0;
  return html`<div class="filter filter--find">
    ${textField({
      id: 'find',
      label: `Find in these ${wholeNumber(count)} by name, number or service`,
      value: state.sought,
      inputMode: 'search',
      onInput: (text) => act.find(text),
    })}
  </div>`;
}

function loadOnEnter(load: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, target } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.id === 'find') return;
    event.preventDefault();
    load();
  };
}

/** `Filtered: location is Wexcombe General Hospital. Other locations are hidden.` */
export function filterWords(
  filter: WorklistFilter,
  {
    list,
    found,
    choices,
  }: { list: ListView['state']['list']; found: FoundValues; choices: FilterChoices },
): { isFiltered: boolean; words: string } {
  const set = FILTER_FIELDS.flatMap((field) => {
    const code = codeIn(filter, field.field);
    return code === undefined ? [] : [{ ...field, code }];
  });
  if (set.length === 0)
    return { isFiltered: false, words: `Showing every ${nounOf(list)} on the list.` };
  const is = set.map(({ field, noun, code }) => {
    const named = choicesFor(field, found, choices).find((value) => value.code === code);
    return code === NOT_ASSIGNED ? 'no clinician is named' : `${noun} is ${named?.name ?? code}`;
  });
  const others = set.map(({ plural }) => plural).join(' and ');
  return { isFiltered: true, words: `${is.join(', ')}. Other ${others} are hidden.` };
}
