import type { Referral } from '../../domain/referral.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import type { LetterSet } from '../verbs/referring.ts';
import { profile } from '../names.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { missing } from './rules.ts';

const FILE = 'referralLetterFile';

/**
 * Replaces the whole set of the referrer's files: what is left out is unlinked, and there is always
 * one left (interactions.md §4).
 */
export const maintainReferralLetters: Interaction<LetterSet, Referral> = {
  id: 'A012',
  ...CHANGE_OF_REFERRAL,
  rules: ({ letters }) => [missing(FILE, letters.length === 0), ...linkedFileRules(FILE, letters)],
  build(set) {
    // A form gives an empty text for none, and FHIR has no empty texts.
    const described = set.letters.map((letter) => ({
      ...letter,
      description: letter.description || undefined,
    }));
    const body = parametersOf(
      profile('eRS-MaintainReferralLetter-Parameters-1'),
      linkedFiles(FILE, 'REFERRER', described),
    );
    return changeOf(set, body);
  },
  // INVALID_STATE also says that the files there came from another clinical system (hscn.md §7).
  failures: FILE_FAILURES,
};
