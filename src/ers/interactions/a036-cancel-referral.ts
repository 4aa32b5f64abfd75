import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import { cancelsReferral } from '../../domain/cancellation-reasons.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { ReferralCancellation } from '../verbs/reviewing.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { parseReferralAnd } from './referral-and-appointment.ts';
import { isAnother } from './referral-answer.ts';
import { textRules } from './text-rules.ts';

/** Ends a referral for good, and its appointment with it. Nothing can undo it. */
export const cancelReferral: Interaction<ReferralCancellation, ReferralWithAppointment> = {
  id: 'A036',
  kind: 'write',
  build({ ubrn, version, reason, comment }, { referenceListBase, textLimits }) {
    const [reasonField, commentField] = ['cancellationReason', 'cancellationComments'];
    const refusal = firstBroken([
      { when: !cancelsReferral(reason), refused: 'field-wrong', field: reasonField },
      ...textRules(commentField, comment, {
        limit: textLimits.reviewComments,
        required: reason.commentIsMandatory,
      }),
    ]);
    const system = `${referenceListBase}REFERRAL-CANCELLATION-REASON`;
    const body = parametersOf(profile('eRS-CancelReferral-Request-Parameters-1'), [
      codingParameter(reasonField, system, reason.code),
      textParameter(commentField, comment),
    ]);
    return refusal ?? { operation: 'A036', params: { ubrn }, ifMatch: version, body };
  },
  parse: parseReferralAnd('updatedAppointment'),
  mismatch: ({ referral }, asked) =>
    isAnother(referral, asked) ??
    (referral.state.code === 'CANCELLED_REFERRAL' ? undefined : { field: 'status' }),
  failures: {},
};
