import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { TriageShortlistChange } from '../verbs/shortlisting.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { parseReferralAnd } from './referral-and-appointment.ts';
import { isAnother } from './referral-answer.ts';
import { choiceParameters, choiceRules, triageChoice } from './shortlist.ts';

/**
 * Replaces the shortlist by one triage service and sends the referral there. Deprecated by e-RS in
 * favour of a change of the shortlist and then an appointment with the reason TRIAGE.
 */
export const changeShortlistForTriage: Interaction<TriageShortlistChange, ReferralWithAppointment> =
  {
    id: 'A032',
    kind: 'write',
    rules: (change, dialect) => choiceRules(triageChoice(change), dialect),
    build(change, dialect) {
      const body = parametersOf(
        profile('eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1'),
        choiceParameters(triageChoice(change), dialect),
      );
      return changeOf(change, body);
    },
    parse: parseReferralAnd('createdAppointment'),
    mismatch: ({ referral }, asked) => isAnother(referral, asked),
  };
