import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/domain/problem.ts';
import type { ListLoad, LoadedList } from '../../src/flows/provider-worklist.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { emptyPart } from '../../src/ui/empty.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { loadingPart, stopButton, stoppedPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart, problemReferences } from '../../src/ui/problem.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { filterWords } from './filter-bar.ts';
import type { ListView } from './list-view.ts';
import { ageWords, countedRows, LIST_NAMES, momentWords, nounOf } from './list-words.ts';

/** What the newest load came to, above whatever rows there are. */
export function loadState(view: ListView): TemplateResult | typeof nothing {
  const { load, loaded } = view.state;
  switch (load.status) {
    case 'not-asked':
      return notAsked();
    case 'loading':
      return loaded ? loadingAgain(view) : firstLoading(view);
    case 'stopped':
      return stoppedPart('loading the list', tryAgain(view));
    case 'failed':
      return failed(view, load.problem);
    case 'too-large':
      return tooLarge(view, load);
    case 'loaded':
      return nothing;
  }
}

function notAsked(): TemplateResult {
  return message({
    kind: 'info',
    title: 'This list is not loaded',
    content: 'Nothing was asked of e-RS yet, so nothing is known of what waits. Press Load list.',
    takesFocus: true,
  });
}

function firstLoading({ state, elapsedSeconds, act }: ListView): TemplateResult {
  return loadingPart({
    what: `Loading ${LIST_NAMES[state.list].toLowerCase()}`,
    elapsedSeconds,
    note: 'e-RS sends the whole list at once. A long one takes a while.',
    stop: { what: 'loading the list', onPress: () => act.stop() },
  });
}

function loadingAgain({ elapsedSeconds, state, now, act }: ListView): TemplateResult {
  const at = state.loaded?.at ?? now;
  return html`<div class="again" aria-busy="true">
    <span
      ><strong>Loading the list again.</strong> ${lengthOfTime(elapsedSeconds)} so far. Showing the
      list from ${momentWords(at, now)}.</span
    >
    ${stopButton({ what: 'loading the list', onPress: () => act.stop() })}
  </div>`;
}

function failed(view: ListView, problem: Problem): TemplateResult {
  const { state } = view;
  return html`${problemPart({
    problem,
    title: problem.reason === 'session-ended' ? undefined : 'The list did not load',
    safe: `There may be ${nounOf(state.list)}s waiting.`,
    action: buttonRow(tryAgain(view), html`<span>or use the e-RS application</span>`),
  })}
  ${stale(view)}`;
}

function tooLarge(
  view: ListView,
  { problem, isCertain }: Extract<ListLoad, { status: 'too-large' }>,
): TemplateResult {
  const { list } = view.state;
  return html`<section class="ui-stack">
      ${message({
        kind: 'error',
        title: isCertain
          ? 'This list is too large to load'
          : 'The list did not load, most likely because it is too large',
        content: `e-RS sends no list above 10 MB. There may be ${nounOf(list)}s waiting: no rows are shown because e-RS sent none.`,
        takesFocus: true,
      })}
      <p>Choose a filter above and press Load list, or use the e-RS application.</p>
      ${factList({ facts: problemReferences(problem), layout: 'ids' })}
    </section>
    ${stale(view)}`;
}

function tryAgain({ act, whyNotAsk }: ListView): TemplateResult {
  return button({ label: 'Try again', unavailable: whyNotAsk, onPress: () => act.load() });
}

/** What is still on screen of an earlier load. */
function stale({ state: { loaded, isStale }, now }: ListView): TemplateResult | typeof nothing {
  if (!loaded || !isStale) return nothing;
  return html`<p class="stale-words">
    <strong
      >Showing the list from ${momentWords(loaded.at, now)}. It is ${ageWords(loaded.at, now)}
      old.</strong
    >
    You cannot act on it until it reloads.
  </p>`;
}

/** Why there are no rows, in words; nothing where there are. */
export function noRows(view: ListView): TemplateResult | typeof nothing {
  const { loaded, rows } = view.state;
  if (!loaded || rows.length > 0) return nothing;
  return loaded.rows.length === 0 ? emptyList(view, loaded) : noneFound(view, loaded);
}

function emptyList(view: ListView, { at, filter }: LoadedList): TemplateResult {
  const { list } = view.state;
  const { isFiltered, words } = filterWords(filter, { ...view, list });
  const answered = `e-RS answered at ${ukTime(at)} with an empty list.`;
  if (!isFiltered)
    return emptyPart({
      title: EMPTY[list] ?? 'There is nothing on this list',
      text: `${answered} Not filtered: this is the whole list.`,
    });
  return emptyPart({
    title: `No ${nounOf(list)}s match these filters`,
    text: `${answered} Filtered: ${words}`,
    action: button({
      label: 'Clear filters and load',
      unavailable: view.whyNotAsk,
      onPress: () => view.act.clearFilterAndLoad(),
    }),
  });
}

const EMPTY: Readonly<Partial<Record<string, string>>> = {
  REFERRALS_FOR_REVIEW: 'There is nothing to review',
  APPOINTMENT_SLOT_ISSUES: 'There are no slot issues',
  ADVICE_AND_GUIDANCE_REQUESTS: 'There are no requests for advice',
  LETTERS_OUTSTANDING: 'There is no letter missing',
};

function noneFound({ state, act }: ListView, { rows }: LoadedList): TemplateResult {
  const all = countedRows(state.list, rows.length);
  if (state.sought.trim() === '')
    return emptyPart({
      title: 'Nothing is new or changed',
      text: `All ${all} of the list are as they were.`,
      action: button({ label: 'Show all rows again', onPress: () => act.showOnlyNews(false) }),
    });
  return emptyPart({
    title: `Nothing was found for “${state.sought.trim()}”`,
    text: `It was looked for in ${all} of the list as it was loaded${state.onlyNews ? ', among what is new or changed' : ''}.`,
    action: button({ label: 'Clear find', onPress: () => act.find('') }),
  });
}
