import { html, nothing, type TemplateResult } from 'lit';
import type { ListSize } from '../../src/domain/worklist-size.ts';
import { button } from '../../src/ui/button.ts';
import type { ListView } from './list-view.ts';
import { countedRows, LIST_NAMES, momentWords } from './list-words.ts';

/** Title, exact total, when it came, the lists to choose from, and how near the list is to the limit. */
export function listHead(view: ListView): TemplateResult {
  return html`<div class="head">
      <h2 class="ui-h2 head__title" tabindex="-1" data-focus-heading>
        ${LIST_NAMES[view.state.list]}
        <span class="head__total">${totalWords(view)}</span>
      </h2>
      <div class="head__age">${age(view)}</div>
    </div>
    <div class="under-head">${lists(view)} ${meter(view.state.loaded?.size)}</div>`;
}

/** A count only of what e-RS has just given: of a list that did not load none is known. */
function totalWords({ state: { load, loaded, list } }: ListView): string {
  const isCounted =
    load.status === 'loaded' || load.status === 'loading' || load.status === 'stopped';
  return loaded && isCounted ? countedRows(list, loaded.rows.length) : 'Count not known';
}

function age({ state: { loaded, isStale, load }, now, act, whyNotAsk }: ListView) {
  if (!loaded) return nothing;
  return html`<span
      >${isStale ? 'Last loaded' : 'Refreshed'}
      <strong>${momentWords(loaded.at, now)}</strong></span
    >
    ${button({
      label: 'Refresh',
      busy: load.status === 'loading' ? 'Loading…' : undefined,
      unavailable: whyNotAsk,
      onPress: () => act.load(),
    })}`;
}

function lists({ lists: offered, state, act }: ListView): TemplateResult | typeof nothing {
  if (offered.length < 2) return nothing;
  return html`<nav class="tabs" aria-label="Lists">
    ${offered.map(
      (list) =>
        html`<button
          type="button"
          class="tab"
          aria-current=${list === state.list ? 'true' : nothing}
          @click=${() => act.choose(list)}
        >
          ${LIST_NAMES[list]}
        </button>`,
    )}
  </nav>`;
}

const MEGABYTE = 1_024 * 1_024;

const ADVICE: Readonly<Record<ListSize['level'], string>> = {
  normal: '',
  plan: 'Plan to add a filter.',
  'filter-now': 'Add a filter now. This list is close to the limit.',
};

/** Bytes of the last answer; the marks stand at 7 and 9 MB. */
function meter(size: ListSize | undefined): TemplateResult | typeof nothing {
  if (!size) return nothing;
  const { bytes, isEstimate, limitBytes, level } = size;
  const part = Math.min(100, (bytes / limitBytes) * 100);
  const shown = bytes < MEGABYTE / 10 ? 'less than 0.1' : (bytes / MEGABYTE).toFixed(1);
  return html`<div class="meter">
    <span
      >List size ${isEstimate && bytes >= MEGABYTE / 10 ? 'about ' : ''}<strong>${shown} MB</strong>
      of ${Math.round(limitBytes / MEGABYTE)} MB. ${ADVICE[level]}</span
    >
    <svg class="meter__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="meter__part" width=${part} height="10"></rect>
      <path class="meter__marks" d="M70 0v10M90 0v10"></path>
    </svg>
  </div>`;
}
