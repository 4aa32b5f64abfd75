import type { Referral } from '../../domain/referral.ts';
import { booleanParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { Postponement } from '../verbs/reviewing.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { priorityParameter, priorityRule } from './priority.ts';
import { textRules } from './rules.ts';

const FILE = 'providerAttachmentFile';

/** Cancels the appointment of a booked referral and hands it to the provider's administrators. */
export const cancelAppointmentActionLater: Interaction<Postponement, Referral> = {
  id: 'A022',
  kind: 'write',
  // interactions.md §8. Whether the service is bookable indirectly, only e-RS knows here.
  rules: ({ comment, priority, files = [] }, { textLimits }) => [
    ...textRules('comments', comment, { limit: textLimits.reviewComments, required: true }),
    priorityRule('priority', priority),
    ...linkedFileRules(FILE, files),
  ],
  build(postponement, { quirks }) {
    const { comment, priority, cancelledInPas, files = [] } = postponement;
    const body = parametersOf(profile(quirks.profileOfActionLater), [
      textParameter('comments', comment),
      priorityParameter('priority', priority),
      booleanParameter('appointmentCancelledInPAS', cancelledInPas),
      ...linkedFiles(FILE, 'PROVIDER', files),
    ]);
    return changeOf(postponement, body);
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: FILE_FAILURES,
};
