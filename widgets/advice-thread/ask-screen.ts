import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { AskAdviceActions, AskAdviceState } from '../../src/flows/ask-advice.ts';
import type { FindServicesActions, FindServicesState } from '../../src/flows/find-services.ts';
import type { ReadySession } from '../session/context.ts';

/** What every part of asking for advice draws from. */
export interface AskScreen {
  state: AskAdviceState;
  actions: AskAdviceActions;
  find: { state: FindServicesState; actions: FindServicesActions };
  session: ReadySession;
  /** Why nothing can be sent now, in words: the e-RS session has ended. */
  whyNotSend: string | undefined;
  now: Instant;
  today: LocalDate;
  elapsedSeconds: number;
  /** Typed after a lost answer. */
  foundUbrn: string;
  typeFound: (typed: string) => void;
  focus: (selector: string) => void;
  /** Back to where a request is opened. */
  leave: () => void;
  /** Opens the request that was made. */
  open: (ubrn: Extract<AskAdviceState['phase'], { status: 'asked' }>['ubrn']) => void;
}
