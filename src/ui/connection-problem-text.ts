import type { ProblemReason } from '../domain/problem.ts';
import { DESK, LATER, LOOK } from './next-steps.ts';

/** Title, text, next step of what goes wrong before e-RS, on the way to it, or in the host. */
export const CONNECTION_PROBLEMS = {
  'no-answer': ['e-RS did not answer', 'We do not know if it has acted on the request.', LOOK],
  'timed-out': ['e-RS took too long to answer', 'We stopped waiting.', LATER],
  'proxy-unreachable': [
    'Your organisation’s connection to e-RS does not answer',
    'The request did not get through, or its answer was lost.',
    LATER,
  ],
  'proxy-refused': [
    'Your organisation’s connection to e-RS refused this',
    'It was not sent on to e-RS.',
    DESK,
  ],
  'ers-unreachable': [
    'e-RS cannot be reached',
    'The connection works as far as your organisation, and not on to e-RS.',
    LATER,
  ],
  'still-in-flight': [
    'The first request is still going on',
    'The same request was sent before and has no answer yet. It was not sent twice.',
    'Wait for it to end.',
  ],
  'answer-not-readable': [
    'e-RS sent an answer that we cannot read',
    'We do not show what we are not sure of.',
    DESK,
  ],
  'user-mismatch': [
    'The smartcard and your clinical system name different users',
    'Nothing is done in somebody else’s name.',
    'Sign in to your clinical system with your own smartcard, then open the referral again.',
  ],
  'host-failed': [
    'Your record system did not answer',
    'It did not give what we asked of it.',
    LATER,
  ],
  'configuration-wrong': [
    'The e-Referral widgets are not set up correctly',
    'A setting is missing or wrong. It is named below.',
    DESK,
  ],
  'dialect-mismatch': [
    'The e-Referral widgets are set up for another connection',
    'The connection and the settings name different kinds of e-RS.',
    DESK,
  ],
  'launch-expired': [
    'The link into e-Referral is used up',
    'It works once, for a minute.',
    'Close this and open it again from the record.',
  ],
  'not-in-session': [
    'This part is not inside an e-RS session',
    'It was placed on the page without one.',
    DESK,
  ],
} satisfies Partial<Record<ProblemReason, readonly [string, string, string]>>;
