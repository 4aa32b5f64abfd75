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
import type { Interaction } from './interaction.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { textRules, wrong } from './rules.ts';

const REASON = 'rejectionReason';
const COMMENT = 'rejectionComments';

/** Sends a booked referral back and cancels its appointment, in the provider's own system too. */
export const rejectReferral: Interaction<Rejection, Referral> = {
  id: 'A014',
  kind: 'write',
  rules: ({ reason, comment }, { textLimits }) => [
    wrong(REASON, !rejects(reason)),
    ...textRules(COMMENT, comment, {
      limit: textLimits.reviewComments,
      required: reason.commentIsMandatory,
    }),
  ],
  build({ ubrn, version, reason, comment, cancelledInPas }, { referenceListBase }) {
    const system = `${referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    const body = parametersOf(profile('eRS-RejectReferral-Parameters-1'), [
      codingParameter(REASON, system, reason.code),
      textParameter(COMMENT, comment),
      booleanParameter('appointmentCancelledInPAS', cancelledInPas),
    ]);
    return { params: { ubrn }, ifMatch: version, body };
  },
  parse: parseReferral,
  mismatch: isAnother,
};
