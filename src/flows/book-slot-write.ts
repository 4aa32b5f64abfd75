import type { Problem, WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Slot } from '../domain/slot.ts';
import type { ConfirmedAppointment } from '../ers/verbs/booking.ts';
import { takeReading, type BookSlotDesk, type UnansweredWrite } from './book-slot-desk.ts';
import { showEnd } from './book-slot-end.ts';
import { END_OF, endOf, foundIn, isResultOf, refusalPhase } from './book-slot-outcome.ts';
import { addCause, findOut, showProviderRefused } from './book-slot-rereading.ts';
import { dropSlot, loadService } from './book-slot-slots.ts';
import type { BookPhase, BookSlotState } from './book-slot.ts';
import { update } from './flow.ts';
import { sendJournalled, type SentWrite } from './journalled-write.ts';
import { localProblem, readReferral } from './reading.ts';

type Asked = Pick<UnansweredWrite, 'write' | 'slot'> & { serviceId: string };

/** Books the chosen slot at the version read last. Sent once. */
export async function book(desk: BookSlotDesk): Promise<void> {
  const { ports, store } = desk;
  const { chosen: slot, referral, phase } = store.state;
  if (!store.isOpen || !slot || !referral || !mayBook(phase)) return;
  const end = endOf(referral, ports);
  if (end) {
    await showEnd(desk, end);
    return;
  }
  if (slot.start <= ports.clock.now()) {
    await showRefusal(desk, localProblem('slot-unsuitable', ports), {
      write: 'booking',
      slot,
      serviceId: slot.serviceId,
    });
    return;
  }
  const { ubrn, version, patient } = referral;
  await sendAndFollow(desk, { write: 'booking', slot, serviceId: slot.serviceId }, () =>
    sendJournalled(
      desk,
      { action: 'book-appointment', ubrn, serviceIds: [slot.serviceId], slotId: slot.id },
      (options) => ports.client.bookAppointment({ ubrn, version, patient, slot }, options),
    ),
  );
}

/** From the slots, or again from an outcome of which it is known that nothing was booked. */
function mayBook(phase: BookPhase): boolean {
  if (phase.status === 'unanswered') return phase.settled;
  return /^(choosing|locked|referral-changed)$/.test(phase.status);
}

/** Sends a write, then finds out and shows what has come of it. */
export async function sendAndFollow(
  desk: BookSlotDesk,
  asked: Asked,
  send: () => Promise<SentWrite<ConfirmedAppointment>>,
): Promise<void> {
  const { ports, store } = desk;
  const { write } = asked;
  update(store, { phase: { status: 'sending', write, since: ports.clock.now() } });
  const { result, intentId, sentAt } = await send();
  if (desk.life.signal.aborted) return;
  if (result.outcome === 'done') await showDone(desk, asked, result);
  else if (result.outcome === 'not-done') await showRefusal(desk, result.problem, asked);
  else await followUnknown(desk, { ...asked, intentId, sentAt, problem: result.problem });
}

type Done = Extract<WriteResult<ConfirmedAppointment>, { outcome: 'done' }>;

/** e-RS has confirmed it; the referral is read back, so that what is shown is what is there. */
async function showDone(desk: BookSlotDesk, asked: Asked, { value }: Done): Promise<void> {
  const { ports, store } = desk;
  const at = ports.clock.now();
  const { referral } = store.state;
  if (referral) takeReading(desk, confirmedBy(referral, asked, value));
  update(store, { phase: { status: 'reading-back', write: asked.write, since: at } });
  const read = await readReferral(ports, desk.start.ubrn, desk.life.signal);
  const confirmed = read?.ok === true && isResultOf(read.value, asked);
  if (confirmed) takeReading(desk, withId(read.value, value.appointment.id));
  const { status } = END_OF[asked.write];
  await showEnd(desk, { status, at: ports.clock.now(), confirmed });
}

/** The referral does not tell its appointment's id over HSCN; the booking did. */
function withId(referral: Referral, id: string | undefined): Referral {
  const { appointment } = referral;
  return appointment ? { ...referral, appointment: { ...appointment, id } } : referral;
}

function confirmedBy(
  referral: Referral,
  { write }: Asked,
  { referralVersion, appointment }: ConfirmedAppointment,
): BookSlotState['referral'] & Referral {
  const { code } = END_OF[write];
  return { ...referral, version: referralVersion, appointment, state: { code, derived: true } };
}

async function showRefusal(desk: BookSlotDesk, problem: Problem, asked: Asked): Promise<void> {
  if (problem.reason === 'referral-changed') {
    await showReferralChanged(desk, problem, asked);
    return;
  }
  if (problem.reason === 'locked') await rereadQuietly(desk, asked);
  const { ports, store } = desk;
  const slot = asked.write === 'booking' ? asked.slot : undefined;
  const phase = refusalPhase(problem, slot, ports.clock.now());
  update(store, { phase });
  if (phase.status === 'slot-gone') await loseSlot(desk, phase.slot);
  if (phase.status === 'slot-unsuitable') dropSlot(desk, phase.slot);
  if (phase.status === 'not-allowed') withdrawCauses(desk, problem, asked);
}

async function loseSlot(desk: BookSlotDesk, slot: Slot): Promise<void> {
  const { serviceId } = slot;
  const seenAt = desk.ports.clock.now();
  addCause(desk, { serviceId, reason: 'SLOT_NOT_AVAILABLE', seenAt, slot });
  dropSlot(desk, slot);
  await loadService(desk, serviceId);
}

/** e-RS says that there are slots after all: the cause no longer holds. */
function withdrawCauses({ store }: BookSlotDesk, { reason }: Problem, { serviceId }: Asked): void {
  const gone = {
    'slots-still-free': 'NO_SLOTS_AT_SERVICE',
    'slot-still-free': 'SLOT_NOT_AVAILABLE',
  };
  const cause = reason in gone ? gone[reason as keyof typeof gone] : undefined;
  if (!cause) return;
  const causes = store.state.causes.filter(
    (each) => each.serviceId !== serviceId || each.reason !== cause,
  );
  update(store, { causes });
}

/** A lock often goes with a change: the next try names the version of now. */
async function rereadQuietly(desk: BookSlotDesk, { write }: Asked): Promise<void> {
  const { ports, store, start, life } = desk;
  update(store, { phase: { status: 'reading-back', write, since: ports.clock.now() } });
  const read = await readReferral(ports, start.ubrn, life.signal);
  if (read?.ok) takeReading(desk, read.value);
}

async function showReferralChanged(
  desk: BookSlotDesk,
  problem: Problem,
  asked: Asked,
): Promise<void> {
  const { ports, store, start, life } = desk;
  const before = store.state.referral;
  const since = ports.clock.now();
  update(store, { phase: { status: 'reading-back', write: asked.write, since } });
  const read = await readReferral(ports, start.ubrn, life.signal);
  const at = ports.clock.now();
  if (!read?.ok || !before) {
    update(store, { phase: { status: 'not-allowed', problem, at } });
    return;
  }
  takeReading(desk, read.value);
  const end = endOf(read.value, ports);
  if (end && isResultOf(read.value, asked)) await showEnd(desk, end);
  else update(store, { phase: { status: 'referral-changed', before, problem, at } });
}

/** An error of the provider's system says that it has ended: one reading is then enough. */
async function followUnknown(desk: BookSlotDesk, write: UnansweredWrite): Promise<void> {
  const { ports, store, start, life } = desk;
  if (write.problem.reason !== 'provider-refused') {
    await findOut(desk, write);
    return;
  }
  const since = ports.clock.now();
  update(store, { phase: { status: 'reading-back', write: write.write, since } });
  const read = await readReferral(ports, start.ubrn, life.signal);
  if (!read) return;
  if (!read.ok || foundIn(read.value) !== 'unbooked') {
    await findOut(desk, write);
    return;
  }
  takeReading(desk, read.value);
  await showProviderRefused(desk, write);
}
