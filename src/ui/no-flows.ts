import type { Flows } from '../flows/flows.ts';

const none = (): never => {
  throw new Error('This session of a fixture has no such use case.');
};

/** For sessions of fixtures and tests, which name the use cases that they have. */
export const noFlows: Flows = {
  referPatient: none,
  bookSlot: none,
  reviewReferral: none,
  answerAdvice: none,
  askAdvice: none,
};
