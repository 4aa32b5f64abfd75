import { emptyDraft } from './find-services.ts';
import type { ReferDesk } from './refer-desk.ts';
import { unsentReferral } from './refer-patient-draft.ts';
import { isWriting } from './refer-patient-parts.ts';

/** Whether leaving now would lose something, or leave a referral without the letter that it needs. */
export function hasUnsentWork(desk: ReferDesk): boolean {
  const { ports, start } = desk;
  if (isWriting(desk) || isLetterDue(desk) || unsentReferral(start, emptyDraft(ports))) return true;
  return hasUnsentParts(desk);
}

/** A create that is on its way, or may have happened, is none that can be discarded. */
export function hasDraft({ ports, start }: ReferDesk): boolean {
  const { status } = start.create.state.phase;
  const isSent = status === 'sending' || status === 'unknown' || status === 'blocked';
  return !isSent && unsentReferral(start, emptyDraft(ports)) !== undefined;
}

/** Of the referral at hand: files, ticks, a chosen slot, a comment to the provider. */
export function hasUnsentParts({ parts }: ReferDesk): boolean {
  if (!parts) return false;
  const { files, letters } = parts.letters.state;
  const { chosen, deferral, triage } = parts.booking.state;
  return (
    files.length > 0 ||
    letters.some(({ keep }) => !keep) ||
    chosen !== undefined ||
    Boolean(deferral?.comment || triage?.comment)
  );
}

export function isLetterDue({ store, parts }: ReferDesk): boolean {
  if (!parts || parts.letters.state.letters.length > 0) return false;
  const { ubrn, state } = parts.referral;
  if (state.code === 'CANCELLED_REFERRAL') return false;
  return store.state.madeEarlier.some((made) => made.ubrn === ubrn && made.letterDue);
}
