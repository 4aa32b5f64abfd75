import { newMessages } from '../../src/domain/advice-changes.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { AskAdviceState } from '../../src/flows/ask-advice.ts';
import { counted } from '../../src/ui/format.ts';

type Answering = AnswerAdviceState | undefined;

/** Whether the focus goes to the heading of what is on screen now. */
export function isNewStep(before: AnswerAdviceState, now: AnswerAdviceState): boolean {
  const [was, is] = [before.phase.status, now.phase.status];
  if (was === is) return was === 'unanswered' && isSettled(before) !== isSettled(now);
  // The conversation stands where it stood while it is checked, stopped or read again.
  const stays = before.request !== undefined && QUIET.includes(was) && QUIET.includes(is);
  return !stays;
}

const QUIET: readonly string[] = ['opening', 'reading', 'checking'];

function isSettled({ phase }: AnswerAdviceState): boolean {
  return phase.status === 'unanswered' && phase.settled;
}

/** What a screen reader is told that no heading says. */
export function newsBetween(before: Answering, now: AnswerAdviceState): string | undefined {
  if (!before) return undefined;
  const wasReading = before.phase.status === 'opening' && before.request !== undefined;
  if (wasReading && now.phase.status === 'reading') {
    const count = newMessages(before.messages, now.messages).length;
    return count > 0 ? `${counted(count, 'new message')}.` : 'Nothing new since the last check.';
  }
  if (before.phase.status === 'unanswered' && now.phase.status === 'unanswered') {
    const reading = now.phase.readings.at(-1);
    const isNew = now.phase.readings.length > before.phase.readings.length;
    if (isNew && reading)
      return `Read at ${ukTimeWithSeconds(reading.at)}. ${FOUND[reading.found]}`;
  }
  return undefined;
}

const FOUND = { unchanged: 'It is not there.', 'not-read': 'It could not be read.' };

/** From when the seconds on screen are counted. */
export function countsFrom({ phase, overview, readAt }: AnswerAdviceState): Instant | undefined {
  if (phase.status === 'opening' || phase.status === 'sending') return phase.since;
  if (phase.status === 'unanswered' && phase.nextReadingAt) return phase.sentAt;
  return overview.status === 'fetching' ? overview.since : readAt;
}

export function isNewQuestionStep(before: AskAdviceState, now: AskAdviceState): boolean {
  return before.phase.status !== now.phase.status;
}
