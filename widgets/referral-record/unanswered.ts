import { html, nothing, type TemplateResult } from 'lit';
import { millisecondsOf, type Instant } from '../../src/domain/instant.ts';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { Unanswered } from '../../src/flows/review-referral.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { dataTable, type TableRow } from '../../src/ui/data-table.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { ACTION_WORDS } from './decision-words.ts';
import type { Screen } from './screen.ts';

const FOUND = {
  unchanged: 'Read the referral: it does not show it',
  'not-read': 'The referral could not be read',
} as const;

/** No answer: nothing is offered before the last reading has said that nothing happened. */
export function unansweredPanel(phase: Unanswered, screen: Screen): TemplateResult {
  const { action, settled, problem } = phase;
  const { noun } = ACTION_WORDS[action];
  return html`${message({
    kind: 'warn',
    title: settled
      ? `No answer came. e-RS does not show your ${noun}`
      : `We do not know if your ${noun} reached e-RS`,
    content: settled
      ? 'When we last read the referral nothing of it was there. You may decide again.'
      : html`No answer came. <strong>Do not send it again, here or in e-RS.</strong> We are reading
          the referral to find out.`,
    takesFocus: true,
  })}
  ${readings(phase, screen)} ${settled ? nothing : notYet(phase, screen)}
  ${factList({ facts: problemReferences(problem), layout: 'ids' })}`;
}

const time = (at: Instant): TemplateResult =>
  html`<span class="ui-number">${ukTimeWithSeconds(at)}</span>`;

function readings({ sentAt, readings: list, nextReadingAt }: Unanswered, { now }: Screen) {
  const seconds = nextReadingAt
    ? Math.max(0, Math.round((millisecondsOf(nextReadingAt) - millisecondsOf(now)) / 1000))
    : 0;
  const rows: TableRow[] = [
    { cells: [time(sentAt), 'Sent once'] },
    ...list.map(({ at, found }) => ({ cells: [time(at), FOUND[found]] })),
  ];
  if (nextReadingAt) {
    const next = `Reading the referral, in ${lengthOfTime(seconds)}`;
    rows.push({ cells: [time(nextReadingAt), next], faint: true });
  }
  return dataTable({
    caption: 'What has happened',
    hideCaption: true,
    columns: ['Time', 'What happened'],
    rows,
  });
}

function notYet({ nextReadingAt }: Unanswered, { actions }: Screen): TemplateResult {
  return html`${unavailableAction({
    id: 'send-again',
    label: 'Send again',
    reason: 'Off until we know the result.',
  })}
  ${
    nextReadingAt
      ? nothing
      : html`<p>Look at the referral in the e-RS application, or read it again here.</p>
          ${button({
            label: 'Read the referral again',
            id: 'read-again',
            onPress: () => void actions.readAgain(),
          })}`
  }`;
}
