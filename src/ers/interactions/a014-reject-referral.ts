import { rejects } from '../../domain/cancellation-reasons.ts';
import type { Referral } from '../../domain/referral.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { Rejection } from '../verbs/reviewing.ts';
import { cancelledInPasParameter, cancelledInPasRule } from './cancelled-in-pas.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { textRules, wrong } from './rules.ts';

const REASON = 'rejectionReason';
const COMMENT = 'rejectionComments';

/** Sends a booked referral back and cancels its appointment, in the provider's own system too. */
export const rejectReferral: Interaction<Rejection, Referral> = {
  id: 'A014',
  ...CHANGE_OF_REFERRAL,
  // interactions.md §8.
  rules: ({ reason, comment, cancelledInPas }, { textLimits }) => [
    wrong(REASON, !rejects(reason)),
    ...textRules(COMMENT, comment, {
      limit: textLimits.reviewComments,
      required: reason.commentIsMandatory,
    }),
    cancelledInPasRule(cancelledInPas),
  ],
  build(rejection, { referenceListBase }) {
    const { reason, comment, cancelledInPas } = rejection;
    const system = `${referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    const body = parametersOf(profile('eRS-RejectReferral-Parameters-1'), [
      codingParameter(REASON, system, reason.code),
      textParameter(COMMENT, comment),
      cancelledInPasParameter(cancelledInPas),
    ]);
    return changeOf(rejection, body);
  },
};
