import type { Core } from './core.ts';
import type { Caller, Letter, Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';

export interface WantedLetter {
  binaryId: string;
  description?: string | undefined;
}

const LONGEST_DESCRIPTION = 200;

function requireChangeable(core: Core, referral: Referral): void {
  const past = referral.appointment?.start && referral.appointment.start < core.clock.iso();
  if (referral.state === 'CANCELLED_REFERRAL' || past) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is cancelled, or its appointment is past.');
  }
}

function letterOf(core: Core, referral: Referral, wanted: WantedLetter): Omit<Letter, 'indexed'> {
  const file = core.files.get(wanted.binaryId);
  const field = 'referralLetterFile';
  if (!file || file.ubrn !== referral.ubrn) {
    return refuse(
      'REFERENCE_NOT_FOUND',
      field,
      `names no file of this request: ${wanted.binaryId}.`,
    );
  }
  if ((wanted.description?.length ?? 0) > LONGEST_DESCRIPTION) {
    refuse('INVALID_VALUE', `${field}.description`, 'is over 200 characters.');
  }
  return {
    file,
    attachedBy: file.uploadedBy,
    ...(wanted.description !== undefined && { description: wanted.description }),
  };
}

function sameSet(held: readonly Letter[], wanted: readonly Omit<Letter, 'indexed'>[]): boolean {
  const key = (letter: Omit<Letter, 'indexed'>): string =>
    `${letter.file.id} ${letter.description ?? ''}`;
  const [one, other] = [held.map(key).sort(), wanted.map(key).sort()];
  return one.join('\n') === other.join('\n');
}

/** A012: the set given becomes the whole set. */
export function replaceLetters(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: readonly WantedLetter[] },
): void {
  if (wanted.length === 0) refuse('MISSING_VALUE', 'referralLetterFile', 'is missing.');
  requireChangeable(core, referral);
  const letters = wanted.map((letter) => letterOf(core, referral, letter));
  if (new Set(letters.map(({ file }) => file.name)).size < letters.length) {
    refuse('DUPLICATE_FILENAME', 'referralLetterFile', 'has two files of one name.');
  }
  if (sameSet(referral.letters, letters)) {
    refuse('NO_CHANGES_DETECTED', 'referralLetterFile', 'is the set already linked.');
  }
  const indexed = core.clock.iso();
  const before = new Map(referral.letters.map((letter) => [letter.file.id, letter.indexed]));
  referral.letters = letters.map((letter) => ({
    ...letter,
    indexed: before.get(letter.file.id) ?? indexed,
  }));
  if (referral.clinicalInfoFirstSubmitted) referral.clinicalInfoLastUpdated = indexed;
  else referral.clinicalInfoFirstSubmitted = indexed;
  record(core, referral, {
    step: versionSteps.letters,
    event: 'letters replaced',
    by: caller.userId,
  });
}
