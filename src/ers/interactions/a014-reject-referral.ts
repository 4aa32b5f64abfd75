import { rejects } from '../../domain/cancellation-reasons.ts';
import type { Referral } from '../../domain/referral.ts';
import {
  booleanParameter,
  codingParameter,
  parametersOf,
  textParameter,
} from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { Rejection } from '../verbs/reviewing.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { textRules } from './text-rules.ts';

/** Sends a booked referral back and cancels its appointment, in the provider's own system too. */
export const rejectReferral: Interaction<Rejection, Referral> = {
  id: 'A014',
  kind: 'write',
  build({ ubrn, version, reason, comment, cancelledInPas }, { referenceListBase, textLimits }) {
    const [reasonField, commentField] = ['rejectionReason', 'rejectionComments'];
    const refusal = firstBroken([
      { when: !rejects(reason), refused: 'field-wrong', field: reasonField },
      ...textRules(commentField, comment, {
        limit: textLimits.reviewComments,
        required: reason.commentIsMandatory,
      }),
    ]);
    const system = `${referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    const body = parametersOf(profile('eRS-RejectReferral-Parameters-1'), [
      codingParameter(reasonField, system, reason.code),
      textParameter(commentField, comment),
      booleanParameter('appointmentCancelledInPAS', cancelledInPas),
    ]);
    return refusal ?? { operation: 'A014', params: { ubrn }, ifMatch: version, body };
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: {},
};
