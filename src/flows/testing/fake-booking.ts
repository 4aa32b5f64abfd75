import type { WriteResult } from '../../domain/problem.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Slot } from '../../domain/slot.ts';
import type { ConfirmedAppointment } from '../../ers/verbs/booking.ts';
import { createBookSlot } from '../book-slot.ts';
import { fakePorts, settle } from './fake-ports.ts';
import { NOW, referral, slot, UBRN, version } from './fake-records.ts';

export const NINE = slot('s9', '2026-10-22T09:00:00.000Z');
export const TEN = slot('s10', '2026-10-22T10:00:00.000Z');

export function confirmed({ id, serviceId, start, end }: Slot): ConfirmedAppointment {
  return {
    ubrn: UBRN,
    referralVersion: version(5),
    appointment: { id, status: 'booked', service: { id: serviceId }, start, end },
  };
}

export function sentForTriage(serviceId: string): ConfirmedAppointment {
  const appointment = { status: 'proposed', service: { id: serviceId }, created: NOW };
  return { ubrn: UBRN, referralVersion: version(8), appointment };
}

export async function chosen(facts: Partial<Referral> = {}) {
  const ports = fakePorts();
  ports.answers.retrieveReferral = async () => referral({ shortlist: [{ id: '101' }], ...facts });
  ports.answers.retrieveSlots = async () => ({ slots: [NINE, TEN], total: 2 });
  const flow = createBookSlot(ports, { ubrn: UBRN });
  await flow.actions.open();
  flow.actions.choose('s9');
  ports.happened.length = 0;
  return { ports, flow };
}

/** Books, and e-RS shows the referral like this from then on. */
export async function booked(
  result: WriteResult<ConfirmedAppointment>,
  { now = referral({ shortlist: [{ id: '101' }] }) }: { now?: Referral } = {},
) {
  const { ports, flow } = await chosen();
  ports.answers.bookAppointment = async () => result;
  ports.answers.retrieveReferral = async () => now;
  const booking = flow.actions.book();
  await settle();
  await settle();
  return { ports, flow, booking };
}
