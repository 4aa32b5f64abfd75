import { changeElsewhere, elsewhereChanges, lockElsewhere } from '../../core/elsewhere.ts';
import { oneOf, optional, text, wholeNumber } from '../reading.ts';
import type { Actions } from './action.ts';
import { action, referralNamed, requestNamed } from './action.ts';

const ubrn = text;

/** What patients, providers and the e-RS application do to a referral. */
export const referralActions: Actions = {
  'change-referral': action({
    words: 'Change it elsewhere',
    about: 'referral',
    fields: { ubrn, change: optional(oneOf(elsewhereChanges)) },
    act: (core, wanted) =>
      changeElsewhere(core, referralNamed(core, wanted.ubrn), wanted.change ?? 'touch'),
  }),
  'lock-referral': action({
    words: 'Lock it for some seconds',
    about: 'referral',
    fields: { ubrn, seconds: optional(wholeNumber(1)) },
    act: (core, wanted) =>
      lockElsewhere(core, requestNamed(core, wanted.ubrn), wanted.seconds ?? 60),
  }),
};
