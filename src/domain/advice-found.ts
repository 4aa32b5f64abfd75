import type { AdviceMessage } from './advice.ts';
import { newMessages, type AdviceThread } from './advice-changes.ts';
import type { AdviceAct } from './advice-form.ts';
import { writeAdviceText } from './advice-text.ts';
import type { AdviceVersion } from './advice.ts';
import { addMilliseconds, type Instant } from './instant.ts';

/** A message, or a conversion, whose answer was lost. */
export interface LostMessage {
  act: AdviceAct;
  sentAt: Instant;
  /** SDS user id of who sent it. */
  userId: string;
  /** What it said, and what was there before; the page that sent it alone knows. */
  said?: { text: string; version: AdviceVersion; known: readonly AdviceMessage[] } | undefined;
}

/** Clocks of proxy and e-RS may differ by so much. */
const CLOCKS_DIFFER_MS = 5_000;

/**
 * What a reading says of it: it happened, it did not so far, or something else has come before it, so
 * that e-RS refuses it for its version.
 */
export function foundInThread(
  { request, messages }: AdviceThread,
  lost: LostMessage,
): 'done' | 'unchanged' | 'changed' {
  const { act, said } = lost;
  const isThere = messages.some((message) => isIt(message, lost));
  const isConverted = request.category === 'ADVICE_CONVERTED';
  if (
    act === 'answer-advice' ? isThere : isConverted && (isThere || !isByAnother(messages, lost))
  ) {
    return 'done';
  }
  return !said || request.version === said.version ? 'unchanged' : 'changed';
}

/** A conversion ends with a message: one of another text was not ours. */
function isByAnother(messages: readonly AdviceMessage[], { said }: LostMessage): boolean {
  return !!said && newMessages(said.known, messages).some(isFromProvider);
}

function isIt(message: AdviceMessage, { said, sentAt, userId }: LostMessage): boolean {
  if (!isFromProvider(message)) return false;
  if (said) {
    const isNew = newMessages(said.known, [message]).length > 0;
    return isNew && plain(writeAdviceText(message.text)) === plain(said.text);
  }
  const earliest = addMilliseconds(sentAt, -CLOCKS_DIFFER_MS);
  return message.sent >= earliest && message.sender?.sdsUserId === userId;
}

function isFromProvider({ sentBy }: AdviceMessage): boolean {
  return sentBy === 'RESPONDER';
}

/** On its way line ends may change. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
