import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { TriageShortlistChange } from '../verbs/shortlisting.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { parseReferralAnd } from './referral-and-appointment.ts';
import { isAnother } from './referral-answer.ts';
import { choiceParameters, choiceRules, type ShortlistChoice } from './shortlist.ts';

/** One service, and nothing to remind of, as nobody has to book: A021 has it so (interactions.md §7). */
function choiceOf({
  criteria,
  serviceId,
  letterIntention,
}: TriageShortlistChange): ShortlistChoice {
  return { criteria, services: [serviceId], letterIntention, reminderDays: 0 };
}

/**
 * Replaces the shortlist by one triage service and sends the referral there. Deprecated by e-RS in
 * favour of a change of the shortlist and then an appointment with the reason TRIAGE.
 */
export const changeShortlistForTriage: Interaction<TriageShortlistChange, ReferralWithAppointment> =
  {
    id: 'A032',
    kind: 'write',
    rules: (change) => choiceRules(choiceOf(change)),
    build(change, dialect) {
      const body = parametersOf(
        profile('eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1'),
        choiceParameters(choiceOf(change), dialect),
      );
      return changeOf(change, body);
    },
    parse: parseReferralAnd('createdAppointment'),
    mismatch: ({ referral }, asked) => isAnother(referral, asked),
  };
