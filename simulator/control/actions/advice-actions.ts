import { adviceChanges, changeAdviceElsewhere } from '../../core/advice-elsewhere.ts';
import { ControlMistake, oneOf, optional, text } from '../reading.ts';
import type { Actions } from './action.ts';
import { action, adviceNamed } from './action.ts';

/** What a referrer does in the e-RS application: no API offers it in either dialect. */
export const adviceActions: Actions = {
  'change-advice': action({
    words: 'Referrer goes on with the conversation',
    about: 'advice',
    fields: { ubrn: text, change: oneOf(adviceChanges), message: optional(text) },
    act: (core, { ubrn, change, message }) => {
      const advice = adviceNamed(core, ubrn);
      if ((change === 'reply') !== (message !== undefined)) {
        throw new ControlMistake('message goes with the change reply, and only with it.');
      }
      changeAdviceElsewhere(core, advice, { change, ...(message && { text: message }) });
    },
  }),
};
