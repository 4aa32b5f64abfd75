import { isPast } from './appointments.ts';
import type { WantedFile } from './attachments.ts';
import { newAttachments } from './attachments.ts';
import type { Core } from './core.ts';
import type { Attachment, Caller, Referral, ReferralState } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';

const field = 'referralLetterFile';
const closed: readonly ReferralState[] = ['CANCELLED_REFERRAL', 'DID_NOT_ATTEND'];

function requireChangeable(core: Core, referral: Referral): void {
  const past = referral.appointment !== undefined && isPast(core, referral.appointment);
  if (closed.includes(referral.state) || past) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is cancelled, or its appointment is past.');
  }
}

function sameSet(held: readonly Attachment[], wanted: readonly Attachment[]): boolean {
  const key = (letter: Attachment): string => `${letter.file.id} ${letter.description ?? ''}`;
  const [one, other] = [held.map(key).sort(), wanted.map(key).sort()];
  return one.join('\n') === other.join('\n');
}

/** A booking that was reviewed comes back to the review list when its letters change. */
function reviewAgain({ switches }: Core, referral: Referral): void {
  const { review, state } = referral;
  if (state === 'BOOKED' && review?.reviewed && switches.changedLetterReviewedAgain) {
    referral.review = { ...review, status: 'PENDING_REVIEW', letterChanged: true };
  }
}

function markSubmitted(referral: Referral, at: string): void {
  if (referral.clinicalInfoFirstSubmitted) referral.clinicalInfoLastUpdated = at;
  else referral.clinicalInfoFirstSubmitted = at;
}

function lettersOf(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: readonly WantedFile[] },
): Attachment[] {
  const held = referral.otherAttachments;
  const linking = { ubrn: referral.ubrn, type: 'REFERRER', field, held } as const;
  return newAttachments(core, caller, { wanted, linking });
}

/** A012: the set given becomes the whole set. */
export function replaceLetters(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: readonly WantedFile[] },
): void {
  if (wanted.length === 0) refuse('MISSING_VALUE', field, 'is missing.');
  requireChangeable(core, referral);
  const letters = lettersOf(core, caller, { referral, wanted });
  if (sameSet(referral.letters, letters)) {
    refuse('NO_CHANGES_DETECTED', field, 'is the set already linked.');
  }
  const before = new Map(referral.letters.map((letter) => [letter.file.id, letter.indexed]));
  referral.letters = letters.map((letter) => ({
    ...letter,
    indexed: before.get(letter.file.id) ?? letter.indexed,
  }));
  markSubmitted(referral, core.clock.iso());
  reviewAgain(core, referral);
  record(core, referral, {
    step: versionSteps.letters,
    event: 'letters replaced',
    by: caller.userId,
  });
}
