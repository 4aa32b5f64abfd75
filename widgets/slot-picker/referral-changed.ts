import { html, nothing } from 'lit';
import type { Referral } from '../../src/domain/referral.ts';
import { clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { keptSlot } from './booking-area.ts';
import type { Outcome } from './outcome.ts';
import type { PickerView } from './picker-view.ts';
import { lettersWords, priorityWords, stateWords } from './referral-line.ts';
import { backToSlots, nothingDone, writeOf } from './refusals.ts';
import { appointmentService } from './slot-words.ts';

interface Difference {
  field: string;
  before: string;
  now: string;
}

/** What is shown of a referral, field by field, so that a change is told only where one can be seen. */
const FIELDS: Record<string, (referral: Referral) => string> = {
  State: stateWords,
  Priority: priorityWords,
  Specialty: ({ specialty }) => specialty?.display ?? specialty?.code ?? 'Not returned by e-RS',
  Shortlist: ({ shortlist }) =>
    shortlist?.map(({ id, name }) => name ?? `Service ${id}`).join('; ') ?? 'Not returned by e-RS',
  Letters: (referral) =>
    [lettersWords(referral), ...referral.letters.map(({ name }) => name)].join('; '),
  Appointment: appointmentWords,
};

function appointmentWords({ appointment }: Referral): string {
  if (!appointment) return 'None';
  const { status, start } = appointment;
  return [status, start && clinicalMoment(start), appointmentService(appointment)]
    .filter(Boolean)
    .join(', ');
}

function differences(before: Referral, now: Referral): Difference[] {
  return Object.entries(FIELDS)
    .map(([field, words]) => ({ field, before: words(before), now: words(now) }))
    .filter((row) => row.before !== row.now);
}

/** Never says that someone edited: only what differs on screen is known. */
export function referralChanged(
  { before, at }: Extract<BookPhase, { status: 'referral-changed' }>,
  view: PickerView,
): Outcome {
  const { referral, chosen } = view.state;
  const isKept = chosen !== undefined && writeOf(view.state) === 'booking';
  const rows = referral ? differences(before, referral) : [];
  const differs = rows.length > 0;
  return {
    kind: 'warn',
    title: `${differs ? 'This referral has changed since you opened it' : 'e-RS has a newer version of this referral'}. ${nothingDone(view.state)}`,
    content: differs
      ? 'Look at what changed, then go on if it is still right.'
      : 'We read it again. Nothing that is shown here differs.',
    rest: html`${
      differs
        ? dataTable({
            caption: 'What changed',
            hideCaption: true,
            columns: ['Field', 'When you opened it', `Now, ${ukTimeWithSeconds(at)}`],
            rows: rows.map((row) => ({
              cells: [row.field, row.before, html`<strong>${row.now}</strong>`],
            })),
          })
        : nothing
    }
    ${isKept ? nothing : backToSlots('Go on with the new version', view)}`,
    // The same slot with the newer version, where it still suits; only the user sends it again.
    commit: isKept ? keptSlot(chosen, view, 'Keep this slot and book') : undefined,
  };
}
