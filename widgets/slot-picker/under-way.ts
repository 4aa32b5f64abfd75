import { html } from 'lit';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { unavailableAction } from '../../src/ui/button.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import type { Outcome } from './outcome.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { serviceName } from './slot-words.ts';
import { WRITE_WORDS } from './write-words.ts';

type Unanswered = Extract<BookPhase, { status: 'unanswered' }>;

/** A write of an earlier visit that e-RS still may answer. Nothing is offered meanwhile. */
export function underWay(phase: Unanswered, view: PickerView): Outcome {
  const { write, sentAt, serviceId, nextReadingAt } = phase;
  const words = WRITE_WORDS[write];
  return {
    kind: 'info',
    title: words.underWay,
    content: html`It was sent before this record was opened again, and has no answer yet. It can
      take up to 2 minutes. <strong>Do not ${words.again} again, here or in e-RS.</strong>`,
    rest: html`${factList({
      facts: [
        ...(serviceId
          ? [
              {
                label: 'Service',
                value: serviceName(serviceOf(view.state, serviceId)),
                strong: true,
              },
            ]
          : []),
        {
          label: 'Sent',
          value: `Once, at ${ukTimeWithSeconds(sentAt)}, ${lengthOfTime(view.elapsedSeconds)} ago`,
        },
        ...(nextReadingAt
          ? [{ label: 'Next check', value: `At ${ukTimeWithSeconds(nextReadingAt)}, by itself` }]
          : []),
      ],
    })}
    ${unavailableAction({
      id: 'ers-try-again',
      label: words.button,
      reason: 'Not available until we know what came of what was sent.',
    })}`,
    // It has no answer to give the service desk.
    problem: undefined,
  };
}
