import type { Instant } from '../../src/domain/instant.ts';
import type { ReviewReferralState } from '../../src/flows/review-referral.ts';
import { ACTION_WORDS } from './decision-words.ts';
import { fieldId } from './decision-form.ts';
import type { Screen } from './screen.ts';
import { shownFile } from './shown-file.ts';

/** Since when the time on screen runs; while a file is being checked it is looked at now and then. */
export function countsFrom(screen: Pick<Screen, 'state' | 'memory'>): Instant | undefined {
  const { phase, summary, scan, readAt } = screen.state;
  if (phase.status === 'unanswered') return phase.settled ? undefined : phase.sentAt;
  if ('since' in phase) return phase.since;
  if (summary.status === 'fetching') return summary.since;
  const shown = shownFile(screen);
  const load = shown && screen.state.files.get(shown.url)?.load;
  if (load?.status === 'opening') return load.since;
  return scan && readAt;
}

/** What is said aloud of a change that moves no focus. */
export function newsBetween(
  before: ReviewReferralState,
  now: ReviewReferralState,
): string | undefined {
  const { phase } = now;
  const isNew = before.phase.status !== phase.status;
  if (isNew && phase.status === 'checking') {
    return `Checking with e-RS before your ${ACTION_WORDS[phase.action].noun} is sent.`;
  }
  if (isNew && before.phase.status === 'checking' && phase.status === 'deciding') {
    return 'The check is stopped. Nothing was sent.';
  }
  return checkedFiles(before, now);
}

function checkedFiles(
  { referral: before }: ReviewReferralState,
  { referral: now }: ReviewReferralState,
): string | undefined {
  const waited = new Set(
    before?.letters.filter(({ availability }) => availability === 'PENDING').map(({ url }) => url),
  );
  const ended = now?.letters.filter(
    ({ url, availability }) => waited.has(url) && availability !== 'PENDING',
  );
  return ended?.length
    ? `e-RS has finished checking ${ended.map(({ name }) => name).join(', ')}.`
    : undefined;
}

/** Where the focus goes within a step: to the first field that is amiss, or to what holds it up. */
export function focusWithin(
  before: ReviewReferralState,
  now: ReviewReferralState,
): string | undefined {
  const [error] = now.errors;
  if (error && now.errors !== before.errors && now.errors.length >= before.errors.length) {
    return `#${fieldId(error.field)}`;
  }
  const isHeld = now.held === 'death-to-acknowledge' && before.held !== now.held;
  return isHeld ? '#death-stop' : undefined;
}

/** A check and its end leave the focus on the button that began it. */
export function isNewStep(before: ReviewReferralState, now: ReviewReferralState): boolean {
  const [from, to] = [before.phase.status, now.phase.status];
  if (from === to) return isSettling(before, now);
  return to !== 'checking' && !(from === 'checking' && to === 'deciding');
}

function isSettling({ phase: before }: ReviewReferralState, { phase }: ReviewReferralState) {
  return (
    before.status === 'unanswered' &&
    phase.status === 'unanswered' &&
    before.settled !== phase.settled
  );
}
