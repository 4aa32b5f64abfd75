import { PRIORITIES } from '../../domain/criteria.ts';
import type { Referral } from '../../domain/referral.ts';
import {
  booleanParameter,
  codingParameter,
  parametersOf,
  textParameter,
} from '../../fhir/parameters.ts';
import { codeSystem, profile } from '../names.ts';
import type { Postponement } from '../verbs/reviewing.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { textRules } from './text-rules.ts';

/** Cancels the appointment of a booked referral and hands it to the provider's administrators. */
export const cancelAppointmentActionLater: Interaction<Postponement, Referral> = {
  id: 'A022',
  kind: 'write',
  build({ ubrn, version, comment, priority, cancelledInPas, files = [] }, dialect) {
    const fileField = 'providerAttachmentFile';
    const limit = dialect.textLimits.reviewComments;
    const refusal = firstBroken([
      ...textRules('comments', comment, { limit, required: true }),
      {
        when: priority !== undefined && !PRIORITIES.includes(priority),
        refused: 'field-wrong',
        field: 'priority',
      },
      ...linkedFileRules(fileField, files),
    ]);
    const body = parametersOf(profile(dialect.quirks.profileOfActionLater), [
      textParameter('comments', comment),
      codingParameter('priority', codeSystem('eRS-Priority-1'), priority),
      booleanParameter('appointmentCancelledInPAS', cancelledInPas),
      ...linkedFiles(fileField, 'PROVIDER', files),
    ]);
    return refusal ?? { operation: 'A022', params: { ubrn }, ifMatch: version, body };
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: {
    // A file that is linked already.
    INVALID_STATE: 'file-in-use',
  },
};
