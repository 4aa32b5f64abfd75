import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { FileContent } from '../../src/domain/letter.ts';
import type { AnswerAdviceActions, AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { ReadySession } from '../session/context.ts';

/** What every part of the conversation draws from. */
export interface Screen {
  state: AnswerAdviceState;
  actions: AnswerAdviceActions;
  session: ReadySession;
  /** Why nothing can be sent now, in words: the e-RS session has ended. */
  whyNotSend: string | undefined;
  now: Instant;
  today: LocalDate;
  elapsedSeconds: number;
  newestFirst: boolean;
  turnAround: () => void;
  /** An address of bytes that are in memory only. */
  linkTo: (content: Pick<FileContent, 'bytes' | 'mediaType'>) => string;
  focus: (selector: string) => void;
  /** Where the UBRN was typed here. */
  another: (() => void) | undefined;
  /** Asks the host, then closes the record. */
  close: (() => void) | undefined;
}

/** Those who answer; the others read what was answered. */
export function isProvider({ session }: Pick<Screen, 'session'>): boolean {
  return session.role.businessFunction.startsWith('SERVICE_PROVIDER_');
}
