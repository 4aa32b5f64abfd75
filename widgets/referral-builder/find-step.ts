import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import { compareTable } from './compare-table.ts';
import { criteriaForm } from './criteria-form.ts';
import { doubtsOf } from './create-doubt.ts';
import { createOutcome } from './create-outcome.ts';
import { draftNotices } from './draft-notices.ts';
import { earlierNotices } from './earlier-notices.ts';
import { openingPart, openReferralField } from './open-referral.ts';
import type { Screen } from './screen.ts';
import { searchResults } from './search-results.ts';
import { shortlistTray } from './shortlist-tray.ts';

/** Step 1: find services and shortlist them. */
export function findStep(screen: Screen): TemplateResult {
  if (isShowingLost(screen)) return lostStep(screen);
  const { search, errors, shortlist } = screen.flow.find.state;
  if (screen.memory.comparing && shortlist.length > 0) return compareTable(screen);
  const searched = search.status === 'found' || search.status === 'searching';
  const folded = searched && errors.length === 0 && !screen.memory.changingSearch;
  const opening = openingPart(screen);
  if (screen.flow.state.opened.status === 'opening')
    return html`<div class="step">${opening}</div>`;
  const notices = [...earlierNotices(screen), ...draftNotices(screen)].filter(
    (notice) => notice !== nothing,
  );
  return html`${opening === nothing ? nothing : html`<div class="step opening">${opening}</div>`}
    ${notices.length > 0 ? html`<div class="step">${notices}</div>` : nothing}
    <div class="find ${folded ? 'find--folded' : ''}">
      <div class="find__criteria">${criteriaForm(screen)} ${openReferralField(screen)}</div>
      ${searchResults(screen)} ${shortlistTray(screen)}
    </div>`;
}

function isShowingLost({ flow, memory }: Screen): boolean {
  return memory.showingLost && doubtsOf(flow.create.state.phase).length > 0;
}

function lostStep(screen: Screen): TemplateResult {
  const back = (): void => {
    screen.remember({ showingLost: false });
    screen.focus('[data-focus-heading]');
  };
  return html`<div class="step step--outcome">
    ${createOutcome(screen, screen.flow.create.state.phase)}
    <div>${button({ label: 'Back to the search', kind: 'link', onPress: back })}</div>
  </div>`;
}
