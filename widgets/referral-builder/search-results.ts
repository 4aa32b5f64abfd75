import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SearchCriteria, SortBy } from '../../src/domain/criteria.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { SearchState } from '../../src/flows/find-services.ts';
import { button } from '../../src/ui/button.ts';
import { emptyPart } from '../../src/ui/empty.ts';
import { counted } from '../../src/ui/format.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { select } from '../../src/ui/select.ts';
import { isSentInDoubt } from './create-doubt.ts';
import { call, stepHeading, type Screen } from './screen.ts';
import { serviceRow } from './service-row.ts';
import { criteriaWords } from './words.ts';

const ORDERS: readonly { value: SortBy; label: string }[] = [
  { value: 'IWT', label: 'Indicative wait' },
  { value: 'DISTANCE', label: 'Distance' },
];

/** The middle column: what e-RS found, as at when. */
export function searchResults(screen: Screen): TemplateResult {
  const { search } = screen.flow.find.state;
  return html`<section class="results" aria-label="Services found">
    ${staleMessage(screen)}${vanishedMessage(screen)}${head(screen, search)}
    ${order(screen, search)}${content(screen, search)}
  </section>`;
}

function head(screen: Screen, search: SearchState): TemplateResult | typeof nothing {
  if (search.status !== 'found') return nothing;
  return html`<div class="results__head">
    ${stepHeading(screen, counted(search.services.length, 'service'))}
    <span class="ui-faint">Searched at ${ukTime(search.at)}</span>
  </div>`;
}

/** It stays while the list is read anew in another order, as it has the focus then. */
function order(screen: Screen, search: SearchState): TemplateResult | typeof nothing {
  const isSorted = search.status === 'searching' && screen.memory.sorting;
  if (search.status !== 'found' && !isSorted) return nothing;
  return html`<div class="results__order">
    <p class="ui-faint">
      ${criteriaWords(search.criteria)}.
      ${button({ label: 'Change the search', kind: 'link', onPress: changeTheSearch(screen) })}
    </p>
    ${select({
      id: 'sortBy',
      label: 'Sort by',
      options: ORDERS,
      value: screen.flow.find.state.draft.sortBy,
      onChange: (by) => void sort(screen, by),
    })}
  </div>`;
}

async function sort({ flow, remember }: Screen, by: SortBy): Promise<void> {
  remember({ sorting: true });
  await flow.find.actions.sortBy(by);
  remember({ sorting: false });
}

function content(screen: Screen, search: SearchState): TemplateResult {
  switch (search.status) {
    case 'untouched':
      return html`<p class="ui-faint results__start">
        Choose what to search for and a priority, then search. The services that e-RS finds are
        listed here.
      </p>`;
    case 'searching':
      return loadingPart({
        what: 'Searching e-RS',
        elapsedSeconds: screen.elapsed,
        note: 'Your search choices stay usable. Change one to start again.',
        stop: { what: 'the search', onPress: screen.flow.find.actions.stopSearch },
      });
    case 'failed':
      return problemPart({
        problem: search.problem,
        safe: isSentInDoubt(screen)
          ? 'There are no results. What you typed is still here.'
          : 'There are no results. Nothing was sent and nothing was lost.',
        action: button({ label: 'Search again', id: 'try-again', onPress: searchAgain(screen) }),
      });
    case 'none-found':
      return noneFound(screen, search);
    case 'found':
      return found(screen, search);
  }
}

function searchAgain(screen: Screen): () => void {
  return call(screen.flow.find.actions.search);
}

function changeTheSearch(screen: Screen): () => void {
  return () => {
    screen.remember({ changingSearch: true });
    screen.focus('.criteria input');
  };
}

function noneFound(
  screen: Screen,
  { criteria, at }: Extract<SearchState, { status: 'none-found' }>,
): TemplateResult {
  return emptyPart({
    title: 'No services found',
    text: html`e-RS has no service for <strong>${criteriaWords(criteria)}</strong>. Searched at
      ${ukTime(at)}.`,
    suggestions: suggestionsFor(criteria),
    action: button({ label: 'Change the search', onPress: changeTheSearch(screen) }),
  });
}

function suggestionsFor(criteria: SearchCriteria): string[] {
  return [
    criteria.distanceLimit !== undefined && 'Widen the distance.',
    criteria.waitLimit !== undefined && 'Leave out the wait limit.',
    criteria.clinicType && 'Try another clinic type, such as “Not otherwise specified”.',
    !criteria.clinicalTerm && 'Search by clinical term instead.',
    criteria.ageAndGenderAppropriate && 'Look at services for other ages and sexes too.',
  ].filter((words) => typeof words === 'string');
}

function found(
  screen: Screen,
  { services }: Extract<SearchState, { status: 'found' }>,
): TemplateResult {
  const { draft } = screen.flow.find.state;
  return html`<ul class="ui-plain-list">
      ${repeat(
        services,
        ({ id }) => id,
        (service) => serviceRow(screen, service),
      )}
    </ul>
    <p class="ui-faint results__end">
      End of list. e-RS may cut a long list: it keeps the services
      ${draft.sortBy === 'IWT' ? 'with the shortest indicative wait' : 'that are nearest'}. Narrow
      your search, or sort by ${draft.sortBy === 'IWT' ? 'distance' : 'indicative wait'}, to see
      others.
    </p>`;
}

function staleMessage(screen: Screen): TemplateResult | typeof nothing {
  const { stale, search, searchStopped } = screen.flow.find.state;
  const again = button({ label: 'Search again', id: 'search-stale', onPress: searchAgain(screen) });
  if (searchStopped) {
    const isBefore = search.status !== 'untouched';
    return stoppedPart(
      'the search',
      html`${isBefore ? 'What is listed is for the search before it. ' : nothing}${again}`,
    );
  }
  if (!stale || search.status === 'searching' || search.status === 'untouched') return nothing;
  return message({
    kind: 'warn',
    title: 'Your search has changed. Search again',
    content: html`What is listed is for the search before the change. ${again}`,
    level: 3,
  });
}

function vanishedMessage({ flow }: Screen): TemplateResult | typeof nothing {
  const { vanished, shortlist } = flow.find.state;
  const gone = shortlist.filter(({ id }) => vanished.includes(id)).map(({ name }) => name);
  if (gone.length === 0) return nothing;
  return message({
    kind: 'warn',
    title: `${gone.length} of ${counted(shortlist.length, 'shortlisted service')} ${
      gone.length === 1 ? 'was' : 'were'
    } not in the last search: ${gone.join('; ')}.`,
    content:
      'e-RS takes only services that the search with the same choices finds. Search as before, or remove what was not found, to go on.',
    level: 3,
  });
}
