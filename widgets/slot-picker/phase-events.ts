import type { Problem } from '../../src/domain/problem.ts';
import type { BookPhase, BookSlotState, ServiceSlots } from '../../src/flows/book-slot.ts';
import type {
  AppointmentBookedDetail,
  ReferralDetail,
  WriteUnknownDetail,
} from './slot-picker.events.ts';

type PickerEvent =
  | { name: 'ers-appointment-booked'; detail: AppointmentBookedDetail }
  | { name: 'ers-referral-deferred' | 'ers-sent-for-triage'; detail: ReferralDetail }
  | { name: 'ers-write-unknown'; detail: WriteUnknownDetail }
  | { name: 'ers-problem'; detail: { reason: string } };

/** What the host is told when one state follows another. Keys only. */
export function eventsBetween(
  before: BookSlotState | undefined,
  now: BookSlotState,
): PickerEvent[] {
  const failed = now.services
    .filter((service) => isFailed(service) && !wasFailed(service, before))
    .flatMap(({ load }) => (load.status === 'failed' ? [problemEvent(load.problem)] : []));
  if (before?.phase.status === now.phase.status) return failed;
  const isNews = isNewEnd(now.phase) || (before && WRITING.includes(before.phase.status));
  return [...failed, ...(isNews ? factEvents(now) : []), ...problemEvents(now.phase)];
}

const told = new WeakSet<BookPhase>();

/** Made while no screen showed it: the host hears of it once, whichever picker shows it. */
function isNewEnd(phase: BookPhase): boolean {
  const isNew = phase.status !== 'unanswered' && 'sentAt' in phase && !told.has(phase);
  if (isNew) told.add(phase);
  return isNew;
}

/** What is booked when the referral is opened was booked earlier: no news. */
const WRITING: readonly BookPhase['status'][] = ['sending', 'reading-back', 'unanswered'];

function factEvents({ phase, referral }: BookSlotState): PickerEvent[] {
  if (!referral) return [];
  const { ubrn, appointment } = referral;
  switch (phase.status) {
    case 'booked':
      return [{ name: 'ers-appointment-booked', detail: { ubrn, appointmentId: appointment?.id } }];
    case 'deferred':
      return [{ name: 'ers-referral-deferred', detail: { ubrn } }];
    case 'sent-for-triage':
      return [{ name: 'ers-sent-for-triage', detail: { ubrn } }];
    case 'unanswered':
      return [{ name: 'ers-write-unknown', detail: { ubrn, write: phase.write } }];
    default:
      return [];
  }
}

function problemEvents(phase: BookPhase): PickerEvent[] {
  // An unanswered write has an event of its own.
  return 'problem' in phase && phase.status !== 'unanswered' ? [problemEvent(phase.problem)] : [];
}

function problemEvent({ reason }: Problem): PickerEvent {
  return { name: 'ers-problem', detail: { reason } };
}

function isFailed({ load }: ServiceSlots): boolean {
  return load.status === 'failed';
}

function wasFailed({ serviceId, load }: ServiceSlots, before: BookSlotState | undefined): boolean {
  return before?.services.some((old) => old.serviceId === serviceId && old.load === load) ?? false;
}
