import type { Referral } from '../../domain/referral.ts';
import { coding } from '../../fhir/codings.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import type { LetterSet } from '../verbs/referring.ts';
import { codeSystem, profile } from '../names.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { isAnother, parseReferral } from './referral-answer.ts';

type LinkedLetter = LetterSet['letters'][number];

function renderLetter({ url, description, indexed }: LinkedLetter) {
  return {
    resourceType: 'DocumentReference',
    meta: { profile: [profile('eRS-DocumentReference-1')] },
    status: 'current',
    type: { coding: [coding(codeSystem('eRS-AttachmentType-1'), 'REFERRER')] },
    indexed,
    description: description === '' ? undefined : description,
    content: [{ attachment: { url } }],
  };
}

/** Replaces the whole set of the referrer's files: what is left out is unlinked. */
export const maintainReferralLetters: Interaction<LetterSet, Referral> = {
  id: 'A012',
  kind: 'write',
  build({ ubrn, version, letters }) {
    const field = 'referralLetterFile';
    const urls = letters.map(({ url }) => url);
    const refusal = firstBroken([
      { when: letters.length === 0, refused: 'field-required', field },
      { when: new Set(urls).size < urls.length, refused: 'field-wrong', field },
      { when: urls.some((url) => !STORED_FILE.test(url)), refused: 'field-wrong', field },
    ]);
    const body = parametersOf(
      profile('eRS-MaintainReferralLetter-Parameters-1'),
      letters.map((letter) => ({ name: field, resource: renderLetter(letter) })),
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

const STORED_FILE = /^Binary\/[A-Za-z0-9.-]{1,64}$/;
