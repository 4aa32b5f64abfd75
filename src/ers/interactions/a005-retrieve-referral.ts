import type { Referral } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import type { Interaction } from './interaction.ts';

export const retrieveReferral: Interaction<Ubrn, Referral> = {
  id: 'A005',
  kind: 'read',
  build: (ubrn) => ({ params: { ubrn } }),
  parse: parseReferral,
  mismatch: (referral, ubrn) => isAnother(referral, { ubrn }),
};
