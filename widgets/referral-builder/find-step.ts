import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDay, clinicalMoment, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { compareTable } from './compare-table.ts';
import { criteriaForm } from './criteria-form.ts';
import { openingPart, openReferralField } from './open-referral.ts';
import { call, type Screen } from './screen.ts';
import { searchResults } from './search-results.ts';
import { shortlistTray } from './shortlist-tray.ts';
import { ubrnTogether } from './words.ts';

/** Step 1: find services and shortlist them. */
export function findStep(screen: Screen): TemplateResult {
  const { search, errors, shortlist } = screen.flow.find.state;
  if (screen.memory.comparing && shortlist.length > 0) return compareTable(screen);
  const searched = search.status === 'found' || search.status === 'searching';
  const folded = searched && errors.length === 0 && !screen.memory.changingSearch;
  const opening = openingPart(screen);
  if (screen.flow.state.opened.status === 'opening')
    return html`<div class="step">${opening}</div>`;
  return html`${madeMessage(screen)}${draftMessage(screen)}${notKeptMessage(screen)}
    ${opening === nothing ? nothing : html`<div class="step">${opening}</div>`}
    <div class="find ${folded ? 'find--folded' : ''}">
      <div class="find__criteria">${criteriaForm(screen)} ${openReferralField(screen)}</div>
      ${searchResults(screen)} ${shortlistTray(screen)}
    </div>`;
}

/** A referral may have been made while another patient was open, or just before this one. */
function madeMessage({ flow }: Screen): TemplateResult | typeof nothing {
  const { madeEarlier } = flow.state;
  if (madeEarlier.length === 0) return nothing;
  return html`<div class="step">
    ${message({
      kind: 'warn',
      title:
        madeEarlier.length === 1
          ? 'A referral for this patient was made here already'
          : `${madeEarlier.length} referrals for this patient were made here already`,
      content: html`<ul class="ui-plain-list">
        ${madeEarlier.map(
          ({ ubrn, sentAt }) =>
            html`<li>
              ${clinicalMoment(sentAt)}, UBRN ${ubrnTogether(ubrn)}
              ${button({
                label: 'Open it',
                about: formatUbrn(ubrn),
                kind: 'link',
                onPress: () => void flow.actions.open(ubrn),
              })}
            </li>`,
        )}
      </ul>`,
    })}
  </div>`;
}

function draftMessage(screen: Screen): TemplateResult | typeof nothing {
  const { resumed } = screen.flow.state;
  if (!resumed || screen.memory.carriedOn) return nothing;
  const day = clinicalDay(ukDayOf(resumed.savedAt));
  return html`<div class="step">
    ${message({
      kind: 'info',
      title: 'We kept your unfinished referral',
      content: `You left it on ${day} at ${ukTime(resumed.savedAt)}. Your search, shortlist and
        choices are here. Nothing was sent. Facts of e-RS are read again.${lostWords(screen)}`,
    })}
    ${buttonRow(
      button({ label: 'Carry on', onPress: () => carryOn(screen) }),
      button({
        label: 'Discard the draft',
        kind: 'link',
        onPress: call(screen.flow.actions.discardDraft),
      }),
    )}
  </div>`;
}

function notKeptMessage({ flow }: Screen): TemplateResult | typeof nothing {
  if (!flow.state.draftNotKept) return nothing;
  return html`<div class="step">
    ${message({
      kind: 'warn',
      title: 'Your work cannot be saved on this computer',
      content: 'Keep this page open until you finish. You can still create and book.',
    })}
  </div>`;
}

function lostWords({ flow }: Screen): string {
  const { lost = [] } = flow.find.state;
  if (lost.length === 0) return '';
  return ` ${counted(lost.length, 'shortlisted service')} ${lost.length === 1 ? 'is' : 'are'} no
    longer offered, and off the shortlist.`;
}

function carryOn(screen: Screen): void {
  screen.remember({ carriedOn: true });
  if (screen.flow.find.state.search.status === 'untouched') {
    void screen.flow.find.actions.search();
  }
  screen.focus('[data-focus-heading]');
}
