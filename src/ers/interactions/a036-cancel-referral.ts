import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import { cancelsReferral } from '../../domain/cancellation-reasons.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { ReferralCancellation } from '../verbs/reviewing.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { parseReferralAnd } from './referral-and-appointment.ts';
import { isAnother } from './referral-answer.ts';
import { textRules, wrong } from './rules.ts';

const REASON = 'cancellationReason';
const COMMENT = 'cancellationComments';

/** Ends a referral for good, and its appointment with it. Nothing can undo it. */
export const cancelReferral: Interaction<ReferralCancellation, ReferralWithAppointment> = {
  id: 'A036',
  kind: 'write',
  // interactions.md §9. Whether the reason fits the state is for the domain to say.
  rules: ({ reason, comment }, { textLimits }) => [
    wrong(REASON, !cancelsReferral(reason)),
    ...textRules(COMMENT, comment, {
      limit: textLimits.reviewComments,
      required: reason.commentIsMandatory,
    }),
  ],
  build(cancellation, { referenceListBase }) {
    const { reason, comment } = cancellation;
    const system = `${referenceListBase}REFERRAL-CANCELLATION-REASON`;
    const body = parametersOf(profile('eRS-CancelReferral-Request-Parameters-1'), [
      codingParameter(REASON, system, reason.code),
      textParameter(COMMENT, comment),
    ]);
    return changeOf(cancellation, body);
  },
  parse: parseReferralAnd('updatedAppointment'),
  mismatch: ({ referral }, asked) =>
    isAnother(referral, asked) ??
    (referral.state.code === 'CANCELLED_REFERRAL' ? undefined : { field: 'status' }),
};
