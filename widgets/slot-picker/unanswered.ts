import { html, nothing, type TemplateResult } from 'lit';
import type { Instant } from '../../src/domain/instant.ts';
import { millisecondsOf } from '../../src/domain/instant.ts';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase, Reading } from '../../src/flows/book-slot.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import type { Outcome } from './outcome.ts';
import type { PickerView } from './picker-view.ts';
import { backToSlots } from './refusals.ts';
import { causeOf, deferButton, whyDeferral } from './service-notes.ts';
import { WRITE_WORDS } from './write-words.ts';

type Unanswered = Extract<BookPhase, { status: 'unanswered' }>;

/** What a reading said, in words. */
export const FOUND: Record<Reading['found'], string> = {
  booked: 'Read the referral: booked',
  deferred: 'Read the referral: deferred',
  'in-triage': 'Read the referral: awaiting triage',
  unbooked: 'Read the referral: still not booked',
  'not-read': 'The referral could not be read',
};

/** No answer: nothing is offered before the last reading has said that nothing happened. */
export function unanswered(phase: Unanswered, view: PickerView): Outcome {
  const { write, settled, sentAt, slot } = phase;
  const { done, doubt, again } = WRITE_WORDS[write];
  const sent = `Sent once at ${ukTimeWithSeconds(sentAt)}.`;
  const list = readings(phase, view.now);
  if (settled)
    return {
      kind: 'warn',
      title: `No answer came. e-RS shows nothing ${done}`,
      content: `${sent} ${lastRead(phase)} ${slot ? 'The slot may have gone meanwhile.' : ''}`,
      rest: html`${list} ${offered(phase, view)}`,
    };
  return {
    kind: 'warn',
    title: `We do not know yet if the ${doubt}`,
    content: html`${sent} No answer came. It may still happen.
      <strong>Do not ${again} again, here or in e-RS.</strong>`,
    rest: html`${list} ${notYet(phase, view)}`,
  };
}

/** What was read, and no more: e-RS documents no time after which nothing comes of a write. */
function lastRead({ readings: list, write }: Unanswered): string {
  const last = list.at(-1);
  const state = `not ${WRITE_WORDS[write].done}`;
  return last
    ? `When we last read the referral, at ${ukTimeWithSeconds(last.at)}, it was ${state}.`
    : '';
}

function readings({ readings: list, nextReadingAt }: Unanswered, now: Instant): TemplateResult {
  const seconds = nextReadingAt
    ? Math.max(0, Math.round((millisecondsOf(nextReadingAt) - millisecondsOf(now)) / 1000))
    : 0;
  return dataTable({
    caption: 'What e-RS said since',
    hideCaption: true,
    columns: ['Time', 'What we found'],
    rows: [
      ...list.map(({ at, found }) => ({ cells: [ukTimeWithSeconds(at), FOUND[found]] })),
      ...(nextReadingAt
        ? [
            {
              cells: [ukTimeWithSeconds(nextReadingAt), `Next check, in ${lengthOfTime(seconds)}`],
              faint: true,
            },
          ]
        : []),
    ],
  });
}

function notYet({ write, nextReadingAt }: Unanswered, { actions }: PickerView): TemplateResult {
  const what = WRITE_WORDS[write].retry;
  const why = nextReadingAt
    ? 'Not available until the last check is done.'
    : 'Not available: the last check did not say that nothing happened.';
  return html`${button({ id: 'ers-try-again', label: what, onPress: () => {}, unavailable: why })}
  ${
    nextReadingAt
      ? nothing
      : html`<p>Look at the referral in the e-RS application, or read it again here.</p>
          ${button({ label: 'Read the referral again', onPress: () => void actions.open() })}`
  }`;
}

function offered({ slot }: Unanswered, view: PickerView): TemplateResult {
  const cause = slot && causeOf(view.state, slot.serviceId);
  return html`${buttonRow(
    backToSlots('Back to the slots', view),
    cause ? deferButton(cause, view) : nothing,
  )}
  ${cause ? html`<p>${whyDeferral(cause)}</p>` : nothing}`;
}
