import type { SearchCriteria } from '../../domain/criteria.ts';
import type { LetterIntention } from '../../domain/referral.ts';
import { SHORTLIST_LIMIT } from '../../domain/service.ts';
import { identifier } from '../../fhir/identifiers.ts';
import { codingParameter, wholeNumberParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile, SERVICE_SYSTEM } from '../names.ts';
import { NUMBERED_ID } from '../forms.ts';
import { missing, neededCount, neededWord, wrong, type Rule } from './rules.ts';
import { criteriaRules, renderCriteria } from './search-criteria.ts';

/** Services with exactly the criteria that found them, as e-RS searches again. */
export interface ChosenServices {
  criteria: SearchCriteria;
  /** Service ids, in the patient's order. */
  services: readonly string[];
}

/** What a referral is made or changed with. */
export interface ShortlistChoice extends ChosenServices {
  letterIntention: LetterIntention;
  /** Days until the patient is reminded to book; 0 = no reminder. */
  reminderDays: number;
}

/** What is sent for triage at once. */
interface TriageChoice extends Pick<ShortlistChoice, 'criteria' | 'letterIntention'> {
  serviceId: string;
}

const INTENTION = 'intentionToAddReferralLetter';
const REMINDER = 'firstReminderLetterFollowUpDays';

const INTENTIONS: readonly string[] = [
  'NEED_TO_ADD_LATER',
  'NOT_INTENDING_TO_ADD',
] satisfies LetterIntention[];

/** interactions.md §3: 1–20, each once, with the criteria they were found by. */
export function serviceRules({ services, criteria }: ChosenServices, dialect: Dialect): Rule[] {
  const field = 'shortlist';
  return [
    missing(field, services.length === 0),
    { refused: 'too-many-services', field, isBroken: services.length > SHORTLIST_LIMIT },
    { refused: 'duplicate-service', field, isBroken: new Set(services).size < services.length },
    ...services.map((id) => wrong(field, !NUMBERED_ID.test(id))),
    ...criteriaRules(criteria, dialect),
  ];
}

/** interactions.md §3: both are 1..1. */
export function choiceRules(choice: ShortlistChoice, dialect: Dialect): Rule[] {
  return [
    ...serviceRules(choice, dialect),
    neededWord(INTENTION, choice.letterIntention, INTENTIONS),
    neededCount(REMINDER, choice.reminderDays),
  ];
}

/** Nobody has to book, so there is nothing to remind of (interactions.md §7). */
export function triageChoice(choice: TriageChoice): ShortlistChoice {
  const { criteria, serviceId, letterIntention } = choice;
  return { criteria, services: [serviceId], letterIntention, reminderDays: 0 };
}

/** The parameter `shortlist`. */
export function shortlistParameter({ services, criteria }: ChosenServices, dialect: Dialect) {
  const searched = renderCriteria(criteria, dialect);
  const resource = {
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
  return { name: 'shortlist', resource };
}

export function choiceParameters(choice: ShortlistChoice, dialect: Dialect) {
  const intentions = codeSystem('eRS-ReferralLetterIntention-1');
  return [
    codingParameter(INTENTION, intentions, choice.letterIntention),
    wholeNumberParameter(REMINDER, choice.reminderDays),
    shortlistParameter(choice, dialect),
  ];
}
