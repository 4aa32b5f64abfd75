import type { Referral } from '../../domain/referral.ts';
import { parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { Postponement } from '../verbs/reviewing.ts';
import { cancelledInPasParameter, cancelledInPasRule } from './cancelled-in-pas.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { priorityParameter, priorityRule } from './priority.ts';
import { textRules } from './rules.ts';

const FILE = 'providerAttachmentFile';

/** Cancels the appointment of a booked referral and hands it to the provider's administrators. */
export const cancelAppointmentActionLater: Interaction<Postponement, Referral> = {
  id: 'A022',
  ...CHANGE_OF_REFERRAL,
  // interactions.md §8.
  rules: ({ comment, priority, cancelledInPas, files }, { textLimits }) => [
    ...textRules('comments', comment, { limit: textLimits.reviewComments, required: true }),
    priorityRule('priority', priority),
    cancelledInPasRule(cancelledInPas),
    ...linkedFileRules(FILE, files),
  ],
  build(postponement, { quirks }) {
    const { comment, priority, cancelledInPas, files } = postponement;
    const body = parametersOf(profile(quirks.profileOfActionLater), [
      textParameter('comments', comment),
      priorityParameter('priority', priority),
      cancelledInPasParameter(cancelledInPas),
      ...linkedFiles(FILE, 'PROVIDER', files),
    ]);
    return changeOf(postponement, body);
  },
  failures: FILE_FAILURES,
};
