import { html, nothing, type TemplateResult } from 'lit';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { Mark, RowChange, SinceLast } from '../../src/domain/worklist-since.ts';
import type { LoadedList, RowPatient } from '../../src/flows/provider-worklist.ts';
import { button } from '../../src/ui/button.ts';
import { counted, patientName, wholeNumber } from '../../src/ui/format.ts';
import type { ListView } from './list-view.ts';

/** Most rows that are named of those that are gone. */
const MOST_GONE = 100;

/** What differs from the load before. A list that was loaded once has nothing to compare with. */
export function newsBar({ state, act }: ListView): TemplateResult | typeof nothing {
  const { loaded, isStale, onlyNews } = state;
  if (!loaded?.since || isStale) return nothing;
  const { marks, gone } = loaded.since;
  return html`<div class="news">
    <div class="news__counts">
      <strong>Since your last load at ${ukTime(loaded.since.at)}:</strong>
      ${countsOf(loaded.since).join(', ')}.
    </div>
    <div class="ui-row">
      ${
        marks.size === 0
          ? nothing
          : html`${button({
              label: onlyNews
                ? 'Show all rows again'
                : `Show only new and changed (${wholeNumber(marks.size)})`,
              kind: 'link',
              onPress: () => act.showOnlyNews(!onlyNews),
            })}
            ${button({ label: 'Mark all as seen', kind: 'link', onPress: () => act.markAllSeen() })}`
      }
    </div>
    ${gone.length > 0 ? goneRows(gone, state.patients) : nothing}
  </div>`;
}

const LETTERS: readonly RowChange[] = ['clinical-information'];

/** `38 new`, `6 letters changed`; one row may count in two of them. */
function countsOf({ marks, gone }: NonNullable<LoadedList['since']>): string[] {
  const all = [...marks.values()];
  const changed = all.filter((mark) => mark.kind === 'changed');
  const letters = changed.filter((mark) => hasAny(mark, LETTERS)).length;
  const priorities = changed.filter((mark) => hasAny(mark, ['priority'])).length;
  const others = changed.filter((mark) => !hasAny(mark, [...LETTERS, 'priority'])).length;
  const counts = [
    `${wholeNumber(all.length - changed.length)} new`,
    letters > 0 && `${counted(letters, 'letter')} changed`,
    priorities > 0 && `${counted(priorities, 'priority', 'priorities')} changed`,
    others > 0 && `${wholeNumber(others)} changed otherwise`,
    gone.length > 0 && `${wholeNumber(gone.length)} no longer on the list`,
  ].filter((each) => each !== false);
  return all.length + gone.length === 0 ? ['nothing is new or changed'] : counts;
}

function hasAny(mark: Extract<Mark, { kind: 'changed' }>, what: readonly RowChange[]): boolean {
  return mark.what.some((each) => what.includes(each));
}

function goneRows(
  gone: SinceLast['gone'],
  patients: ListView['state']['patients'],
): TemplateResult {
  const rest = gone.length - MOST_GONE;
  return html`<details class="gone">
    <summary>Show the ${wholeNumber(gone.length)} no longer on the list</summary>
    <ul class="ui-list">
      ${gone.slice(0, MOST_GONE).map((row) => html`<li>${goneRow(row, patients.get(row.patient))}</li>`)}
    </ul>
    ${rest > 0 ? html`<p>${wholeNumber(rest)} more are not named here.</p>` : nothing}
  </details>`;
}

function goneRow({ ubrn, patient }: DeskRow, known: RowPatient | undefined): TemplateResult {
  const name = known?.status === 'known' ? `${patientName(known.patient)}, ` : '';
  return html`${name}<span class="ui-number">NHS No. ${formatNhsNumber(patient)}</span>,
    <span class="ui-number">UBRN ${formatUbrn(ubrn)}</span>`;
}
