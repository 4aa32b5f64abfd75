import type { Referral } from '../../domain/referral.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { ShortlistChange } from '../verbs/shortlisting.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

/** Replaces the shortlist of a referral without an appointment. */
export const changeShortlist: Interaction<ShortlistChange, Referral> = {
  id: 'A031',
  ...CHANGE_OF_REFERRAL,
  rules: choiceRules,
  build(change, dialect) {
    const body = parametersOf(
      profile('eRS-ChangeShortlist-Parameters-1'),
      choiceParameters(change, dialect),
    );
    return changeOf(change, body);
  },
};
