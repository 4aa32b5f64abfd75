import type { Referral } from '../../domain/referral.ts';
import type { ReferralAsRead } from '../verbs/reviewing.ts';
import type { Interaction } from './interaction.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';

/** Says that the booked service will see the patient: the appointment stays as it is. */
export const acceptReferral: Interaction<ReferralAsRead, Referral> = {
  id: 'A013',
  ...CHANGE_OF_REFERRAL,
  build: ({ ubrn, version }) => ({ params: { ubrn }, ifMatch: version, accept: '*/*' }),
};
