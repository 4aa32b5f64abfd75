import type { ProblemReason } from '../domain/problem.ts';
import { ROLE } from './next-steps.ts';

const REQUEST = 'Check the UBRN, or open the advice request in the e-RS application.';
const LOOK = 'Load the advice request again and look at what it says now.';

/** What is said in other words where it was about a request for advice, not a referral. */
export const ADVICE_PROBLEMS: Partial<Record<ProblemReason, readonly [string, string, string]>> = {
  'not-found': ['e-RS does not have this', 'e-RS found nothing under this number.', REQUEST],
  gone: ['This is no longer in e-RS', 'It existed, and e-RS has deleted it.', REQUEST],
  'referral-changed': [
    'This advice request has changed since you opened it',
    'e-RS refused the change, so that it does not undo another.',
    'Look at what changed, then do it again if it is still right.',
  ],
  locked: [
    'This advice request is in use',
    'Someone has it open in e-RS. e-RS does not tell us who. The lock usually clears when they close it.',
    'Try again in a few minutes.',
  ],
  'no-relationship': [
    'Your organisation has no part in this advice request',
    'e-RS shows it only to those who ask or give the advice.',
    ROLE,
  ],
  'wrong-request-type': [
    'This UBRN is not an advice request that can be used here',
    'It may be a referral or an unfinished draft.',
    REQUEST,
  ],
  'wrong-state': [
    'The advice request is not in a state that allows this',
    'e-RS allows it only before or after other steps.',
    LOOK,
  ],
  'duplicate-file-name': [
    'Same name as another file',
    'e-RS needs a different name for each file of an advice request.',
    'Rename one of them or leave it out.',
  ],
};
