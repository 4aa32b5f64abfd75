import type { Referral } from '../../domain/referral.ts';
import { SHORTLIST_LIMIT } from '../../domain/service.ts';
import { identifier } from '../../fhir/identifiers.ts';
import {
  codingParameter,
  identifierParameter,
  parametersOf,
  wholeNumberParameter,
} from '../../fhir/parameters.ts';
import type { NewReferral } from '../verbs/referring.ts';
import type { Dialect } from '../dialects/dialect.ts';
import {
  codeSystem,
  NHS_NUMBER_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
  SERVICE_SYSTEM,
} from '../names.ts';
import { patientRules } from './a010-search-services.ts';
import { firstBroken, isWhole, type Interaction, type Rule } from './interaction.ts';
import { parseReferral } from './referral-answer.ts';
import { criteriaRules, renderCriteria } from './search-criteria.ts';

function shortlistRules(services: readonly string[]): Rule[] {
  const field = 'shortlist';
  return [
    { when: services.length === 0, refused: 'field-required', field },
    { when: services.length > SHORTLIST_LIMIT, refused: 'too-many-services', field },
    { when: new Set(services).size < services.length, refused: 'duplicate-service', field },
    { when: services.some((id) => !/^\d{1,18}$/.test(id)), refused: 'field-wrong', field },
  ];
}

function renderShortlist({ services, criteria }: NewReferral, dialect: Dialect) {
  const searched = renderCriteria(criteria, dialect);
  return {
    resourceType: 'List',
    meta: { profile: [profile('eRS-Shortlist-List-1')] },
    status: 'current',
    mode: 'snapshot',
    contained: [searched],
    extension: [
      {
        url: profile('Extension-eRS-Shortlist-SearchCriteria-1'),
        valueReference: { reference: `#${searched.id}` },
      },
    ],
    entry: services.map((id) => ({ item: { identifier: identifier(SERVICE_SYSTEM, id) } })),
  };
}

/** A referral with its shortlist. Not idempotent, and e-RS cannot be asked for a lost one. */
export const createReferral: Interaction<NewReferral, Referral> = {
  id: 'A011',
  kind: 'write',
  build(referral, dialect) {
    const { patient, referringClinician, reminderDays, letterIntention } = referral;
    const reminder = 'firstReminderLetterFollowUpDays';
    const intention = codeSystem('eRS-ReferralLetterIntention-1');
    const rules: Rule[] = [
      ...patientRules(patient, referringClinician),
      ...shortlistRules(referral.services),
      ...criteriaRules(referral.criteria),
      { when: !isWhole(reminderDays), refused: 'field-wrong', field: reminder },
    ];
    const body = parametersOf(profile('eRS-CreateReferral-Parameters-1'), [
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      codingParameter('intentionToAddReferralLetter', intention, letterIntention),
      wholeNumberParameter(reminder, reminderDays),
      { name: 'shortlist', resource: renderShortlist(referral, dialect) },
    ]);
    return firstBroken(rules) ?? { operation: 'A011', params: {}, body };
  },
  parse: parseReferral,
  mismatch: (created, { patient }) => (created.patient === patient ? undefined : 'wrong-patient'),
  failures: {},
};
