import { html, nothing, type TemplateResult } from 'lit';
import { millisecondsOf, type Instant } from '../../src/domain/instant.ts';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { AdviceUnanswered } from '../../src/flows/answer-advice.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { dataTable, type TableRow } from '../../src/ui/data-table.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { ACT_WORDS } from './advice-words.ts';
import type { Screen } from './screen.ts';

const FOUND = {
  unchanged: 'Read the conversation: it is not there',
  'not-read': 'The conversation could not be read',
} as const;

/** No answer: nothing is offered before the last reading has said that nothing happened. */
export function unansweredPanel(phase: AdviceUnanswered, screen: Screen): TemplateResult {
  const { act, settled, problem } = phase;
  const { noun } = ACT_WORDS[act];
  return html`<div class="ui-stack">
    ${message({
      kind: 'warn',
      title: settled
        ? `No answer came. e-RS does not show your ${noun}`
        : `We do not know if your ${noun} reached e-RS`,
      content: settled
        ? 'When we last read the conversation nothing of it was there. Your text is kept, and you may send it again.'
        : html`No answer came. <strong>Do not send it again, here or in e-RS.</strong> We are
            reading the conversation to find out. Your text is kept.`,
      takesFocus: true,
    })}
    ${readings(phase, screen)} ${settled ? nothing : notYet(phase, screen)}
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
  </div>`;
}

const time = (at: Instant): TemplateResult =>
  html`<span class="ui-number">${ukTimeWithSeconds(at)}</span>`;

function readings(
  { sentAt, readings: list, nextReadingAt }: AdviceUnanswered,
  { now }: Screen,
): TemplateResult {
  const rows: TableRow[] = [
    { cells: [time(sentAt), 'Sent once'] },
    ...list.map(({ at, found }) => ({ cells: [time(at), FOUND[found]] })),
  ];
  if (nextReadingAt) {
    const left = (millisecondsOf(nextReadingAt) - millisecondsOf(now)) / 1000;
    const next = `Reading the conversation, in ${lengthOfTime(Math.max(0, Math.round(left)))}`;
    rows.push({ cells: [time(nextReadingAt), next], faint: true });
  }
  return dataTable({
    caption: 'What has happened',
    hideCaption: true,
    columns: ['Time', 'What happened'],
    rows,
  });
}

function notYet({ nextReadingAt }: AdviceUnanswered, { actions }: Screen): TemplateResult {
  return html`${unavailableAction({
    id: 'send-again',
    label: 'Send again',
    reason: 'Off until we know the result.',
  })}
  ${
    nextReadingAt
      ? nothing
      : html`<p>Look at the request in the e-RS application, or read it again here.</p>
          ${button({
            label: 'Read the conversation again',
            id: 'read-again',
            onPress: () => void actions.readAgain(),
          })}`
  }`;
}
