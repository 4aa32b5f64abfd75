import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { HEADING, lostKey, noticesKey, placeOf } from './places.ts';

/** Where the focus is, among what the widget draws. */
export interface FocusNow {
  /** In the widget's own root; null when it is elsewhere. */
  active: Element | null;
  /** Nothing of the page has it: what had it was taken away. */
  lost: boolean;
  /** It was in the widget before this render. */
  held: boolean;
}

/** Where it goes. */
export interface FocusMove {
  selector: string;
  /** To another step: the reader begins at its top. */
  isNewStep: boolean;
}

interface Seen {
  place: string;
  step: string;
  notices: string;
  letter: string | undefined;
  lost: string;
}

/** Knows what was on screen before, and so where the focus has to go now. */
export class FocusKeeper {
  private seen: Seen | undefined;

  forget(): void {
    this.seen = undefined;
  }

  /** After each render; undefined when the focus stays where it is. */
  next(flow: ReferPatientFlow, now: FocusNow): FocusMove | undefined {
    const place = placeOf(flow);
    const { step } = flow.state;
    const before = this.seen;
    const notices = noticesKey(flow);
    const letter = flow.patientLetter?.state.status;
    const lost = lostKey(flow);
    this.seen = { place: place.key, step, notices, letter, lost };
    if (!before || (now.active === null && !now.lost)) return undefined;
    const isNewStep = step !== before.step;
    if (isNewStep) return { selector: place.selector ?? HEADING, isNewStep };
    // Whoever sorts goes on sorting.
    const isMoved = place.key !== before.place && now.active?.id !== 'sortBy';
    const selector =
      (isMoved ? place.selector : undefined) ??
      letterSelector(before.letter, letter, now) ??
      lostSelector(before.lost, lost, now) ??
      noticeSelector(notices !== before.notices, now) ??
      (now.held && now.lost ? HEADING : undefined);
    return selector === undefined ? undefined : { selector, isNewStep };
  }
}

/** The button that fetched the patient letter has given way to the letter, or to why it failed. */
function letterSelector(
  before: string | undefined,
  now: string | undefined,
  { active, lost }: FocusNow,
): string | undefined {
  const isAtButton = lost || active?.id === 'print-patient-letter';
  if (before !== 'fetching' || !isAtButton) return undefined;
  if (now === 'ready') return '#open-patient-letter';
  return now === 'failed' ? `.patient-letter ${HEADING}` : undefined;
}

/** What came of the search; whoever types a UBRN meanwhile goes on. */
function lostSelector(before: string, now: string, { active, lost }: FocusNow): string | undefined {
  const isNews = before !== '' && now !== '' && before !== now;
  return isNews && (lost || active?.closest('.lost')) && !active?.matches('input')
    ? `.lost ${HEADING}`
    : undefined;
}

/** A notice that came above the heading with the focus would be passed over. */
function noticeSelector(isNews: boolean, { active }: FocusNow): string | undefined {
  return isNews && active?.matches(HEADING) ? HEADING : undefined;
}
