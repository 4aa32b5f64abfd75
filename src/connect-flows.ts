import type { Calls } from './ers/verbs/verbs.ts';
import { createBookSlot } from './flows/book-slot.ts';
import type { FlowPorts } from './flows/flow-ports.ts';
import type { Flows } from './flows/flows.ts';
import { createReferPatient } from './flows/refer-patient.ts';

export interface PatientPorts extends FlowPorts {
  calls: Calls;
}

/** Those that few pages need are loaded when they are asked for. */
export function flowsOf({ calls, ...ports }: PatientPorts): Flows {
  return {
    referPatient: () => createReferPatient(ports),
    bookSlot: (start) => createBookSlot(ports, start),
    async reviewReferral(start) {
      const [{ createReviewReferral }, { reviewingVerbs }, { directoryVerbs }] = await Promise.all([
        import('./flows/review-referral-flow.ts'),
        import('./ers/verbs/reviewing.ts'),
        import('./ers/verbs/directory.ts'),
      ]);
      const client = { ...ports.client, ...reviewingVerbs(calls), ...directoryVerbs(calls) };
      return createReviewReferral({ ...ports, client }, start);
    },
    async answerAdvice(start) {
      const [{ createAnswerAdvice }, { advisingVerbs }, { reviewingVerbs }] = await Promise.all([
        import('./flows/answer-advice-flow.ts'),
        import('./ers/verbs/advising.ts'),
        import('./ers/verbs/reviewing.ts'),
      ]);
      const client = { ...ports.client, ...advisingVerbs(calls), ...reviewingVerbs(calls) };
      return createAnswerAdvice({ ...ports, client }, start);
    },
    async askAdvice() {
      const [{ createAskAdvice }, { advisingVerbs }] = await Promise.all([
        import('./flows/ask-advice-flow.ts'),
        import('./ers/verbs/advising.ts'),
      ]);
      return createAskAdvice({ ...ports, client: { ...ports.client, ...advisingVerbs(calls) } });
    },
  };
}
