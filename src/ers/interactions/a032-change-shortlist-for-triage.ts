import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { TriageShortlistChange } from '../verbs/shortlisting.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { parseReferralAnd } from './referral-and-appointment.ts';
import { isAnother } from './referral-answer.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

/**
 * Replaces the shortlist by one triage service and sends the referral there. Deprecated by e-RS in
 * favour of a change of the shortlist and then an appointment with the reason TRIAGE.
 */
export const changeShortlistForTriage: Interaction<TriageShortlistChange, ReferralWithAppointment> =
  {
    id: 'A032',
    kind: 'write',
    build({ ubrn, version, criteria, serviceId, letterIntention }, dialect) {
      const choice = { criteria, services: [serviceId], letterIntention, reminderDays: 0 };
      const body = parametersOf(
        profile('eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1'),
        choiceParameters(choice, dialect),
      );
      const request = { operation: 'A032', params: { ubrn }, ifMatch: version, body } as const;
      return firstBroken(choiceRules(choice)) ?? request;
    },
    parse: parseReferralAnd('createdAppointment'),
    mismatch: ({ referral }, asked) => isAnother(referral, asked),
    failures: {},
  };
