import type { Referral } from '../../domain/referral.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import type { LetterSet } from '../verbs/referring.ts';
import { profile } from '../names.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { isAnother, parseReferral } from './referral-answer.ts';

/** Replaces the whole set of the referrer's files: what is left out is unlinked. */
export const maintainReferralLetters: Interaction<LetterSet, Referral> = {
  id: 'A012',
  kind: 'write',
  build({ ubrn, version, letters }) {
    const field = 'referralLetterFile';
    const refusal = firstBroken([
      { when: letters.length === 0, refused: 'field-required', field },
      ...linkedFileRules(field, letters),
    ]);
    const described = letters.map((letter) => ({
      ...letter,
      description: letter.description === '' ? undefined : letter.description,
    }));
    const body = parametersOf(
      profile('eRS-MaintainReferralLetter-Parameters-1'),
      linkedFiles(field, 'REFERRER', described),
    );
    return refusal ?? { operation: 'A012', params: { ubrn }, ifMatch: version, body };
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: {
    // Already linked as another kind of file, or put there by another clinical system.
    INVALID_STATE: 'file-in-use',
  },
};
