import { lettersStep } from './letters-step.ts';
import { recordStep } from './record-step.ts';

/** What comes once there is a referral. It is loaded while the search is being filled in. */
export const laterSteps = { letters: lettersStep, record: recordStep };
