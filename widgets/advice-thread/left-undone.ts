import type { AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { AskAdviceState } from '../../src/flows/ask-advice.ts';

/** What leaving now would leave undone, as a sentence that names no patient and no request. */
export function leftUndoneWords(phase: AnswerAdviceState['phase']): string | undefined {
  if (phase.status === 'sending') return 'A message about advice is on its way to e-RS.';
  if (phase.status === 'unanswered' && !phase.settled) return UNKNOWN;
  return undefined;
}

const UNKNOWN =
  'We do not know if a message about advice reached e-RS. Do not send it again, here or in e-RS.';

export function leftOfQuestion({ status }: AskAdviceState['phase']): string | undefined {
  if (status === 'sending') return 'A question for advice is on its way to e-RS.';
  return status === 'unanswered' || status === 'looking' ? UNKNOWN : undefined;
}

/** Whether something was chosen or typed, and is not sent. */
export function isUnsent({ form, phase }: AnswerAdviceState): boolean {
  const { text, comment, outcome, recommendation, priority } = form;
  const chosen = [outcome, recommendation, priority].some((each) => each !== undefined);
  return phase.status !== 'done' && (text !== '' || comment !== '' || chosen);
}

export function isQuestionUnsent({ text, mayConvert, service, phase }: AskAdviceState): boolean {
  if (phase.status === 'asked') return false;
  return text !== '' || mayConvert !== undefined || service !== undefined;
}
