import { describe, expect, it } from 'vitest';
import type { ProblemReason, WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Booking, ConfirmedAppointment } from '../ers/verbs/booking.ts';
import { booked, chosen, confirmed, NINE, TEN } from './testing/fake-booking.ts';
import { done, failing, notDone, pending, settle, timesAsked } from './testing/fake-ports.ts';
import {
  bookedFor,
  NOW,
  PATIENT,
  problem,
  referral,
  UBRN,
  version,
} from './testing/fake-records.ts';

describe('booking: sending', () => {
  it('names the slot and the version read last, and the intent is journalled first', async () => {
    const { ports, flow } = await chosen();
    let sent: Booking | undefined;
    ports.answers.bookAppointment = async (asked) => {
      sent = asked;
      return done(confirmed(NINE));
    };
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await flow.actions.book();
    expect(sent).toEqual({
      ubrn: UBRN,
      version: version(3),
      patient: PATIENT.nhsNumber,
      slot: NINE,
    });
    expect(ports.happened).toEqual([
      'begin book-appointment',
      'bookAppointment',
      'settle done',
      'retrieveReferral',
    ]);
  });

  it('is sent once for 20 presses, and nothing can be changed meanwhile', async () => {
    const { ports, flow } = await chosen();
    const answer = pending<WriteResult<ConfirmedAppointment>>();
    ports.answers.bookAppointment = () => answer.promise;
    const presses = Array.from({ length: 20 }, () => flow.actions.book());
    expect(flow.state.phase).toEqual({ status: 'sending', write: 'booking', since: NOW });
    await settle();
    flow.actions.choose('s10');
    flow.actions.unchoose();
    await flow.actions.open();
    await flow.actions.checkAgain();
    await flow.actions.backToSlots();
    expect(flow.state.chosen).toEqual(NINE);
    expect(flow.state.phase.status).toBe('sending');
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    answer.answer(done(confirmed(NINE)));
    await Promise.all(presses);
    await flow.actions.book();
    expect(timesAsked(ports, 'bookAppointment')).toBe(1);
  });

  it('does not send a slot that has begun meanwhile', async () => {
    const { ports, flow } = await chosen();
    await ports.clock.advance(7 * 24 * 3_600_000);
    await flow.actions.book();
    expect(flow.state.phase).toMatchObject({
      status: 'slot-unsuitable',
      slot: NINE,
      problem: { source: 'local' },
    });
    expect(flow.state.chosen).toBeUndefined();
    expect(ports.happened).toEqual([]);
  });
});

describe('booking: done', () => {
  it('is read back: booked, confirmed, with the referral as e-RS has it now', async () => {
    const { flow, booking } = await booked(done(confirmed(NINE)), { now: bookedFor(NINE) });
    await booking;
    expect(flow.state.phase).toEqual({ status: 'booked', at: NOW, confirmed: true });
    expect(flow.state.referral?.version).toBe(version(8));
    expect(flow.state.chosen).toBeUndefined();
  });

  it('is booked without confirmation where it cannot be read back', async () => {
    const { ports, flow } = await chosen();
    ports.answers.bookAppointment = async () => done(confirmed(NINE));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await flow.actions.book();
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: false });
    expect(flow.state.referral).toMatchObject({
      version: version(5),
      state: { code: 'BOOKED' },
      appointment: { start: NINE.start },
    });
  });

  it('is not confirmed by a reading that shows another slot', async () => {
    const { flow, booking } = await booked(done(confirmed(NINE)), { now: bookedFor(TEN) });
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: false });
  });

  it('says so while it is read back', async () => {
    const { ports, flow } = await chosen();
    ports.answers.bookAppointment = async () => done(confirmed(NINE));
    const reading = pending<Referral>();
    ports.answers.retrieveReferral = () => reading.promise;
    const booking = flow.actions.book();
    await settle();
    await settle();
    expect(flow.state.phase).toMatchObject({ status: 'reading-back', write: 'booking' });
    reading.answer(bookedFor(NINE));
    await booking;
    expect(flow.state.phase.status).toBe('booked');
  });
});

describe('booking: refused', () => {
  it('the slot is gone: asks again, drops it, and deferral becomes lawful (F13)', async () => {
    const { ports, flow } = await chosen();
    ports.answers.bookAppointment = async () => notDone(problem('slot-taken'));
    ports.answers.retrieveSlots = async () => ({ slots: [TEN], total: 1 });
    await flow.actions.book();
    expect(flow.state.phase).toMatchObject({ status: 'slot-gone', slot: NINE, at: NOW });
    expect(flow.state.services[0]?.slots).toEqual([TEN]);
    expect(flow.state.chosen).toBeUndefined();
    expect(flow.state.causes).toEqual([
      { serviceId: '101', reason: 'SLOT_NOT_AVAILABLE', seenAt: NOW, slot: NINE },
    ]);
    flow.actions.choose('s10');
    expect(flow.state).toMatchObject({ chosen: TEN, phase: { status: 'choosing' } });
  });

  it('the slot does not suit: another can be chosen, and nothing can be deferred', async () => {
    const { flow, booking } = await booked(notDone(problem('slot-unsuitable')));
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'slot-unsuitable', slot: NINE });
    expect(flow.state.causes).toEqual([]);
    expect(flow.state.services[0]?.slots).toEqual([TEN]);
  });

  it('the referral is locked: the choice is kept, and the next try names the version of now', async () => {
    const now = referral({ shortlist: [{ id: '101' }], version: version(4) });
    const { ports, flow, booking } = await booked(notDone(problem('locked')), { now });
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'locked' });
    expect(flow.state.chosen).toEqual(NINE);
    let sent: Booking | undefined;
    ports.answers.bookAppointment = async (asked) => {
      sent = asked;
      return done(confirmed(NINE));
    };
    await flow.actions.book();
    expect(sent?.version).toBe(version(4));
  });

  it('the referral has changed: before and now are shown, nothing is sent by itself (F5)', async () => {
    const now = referral({ shortlist: [{ id: '101' }], version: version(4), priority: 'ROUTINE' });
    const { ports, flow, booking } = await booked(notDone(problem('referral-changed')), { now });
    await booking;
    expect(flow.state.phase).toMatchObject({
      status: 'referral-changed',
      before: { version: version(3), priority: 'URGENT' },
    });
    expect(flow.state.referral).toEqual(now);
    expect(flow.state.chosen).toEqual(NINE);
    expect(timesAsked(ports, 'bookAppointment')).toBe(1);
  });

  it('the referral has changed and cannot be read: says only that it was refused', async () => {
    const { ports, flow } = await chosen();
    ports.answers.bookAppointment = async () => notDone(problem('referral-changed'));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await flow.actions.book();
    expect(flow.state.phase).toMatchObject({
      status: 'not-allowed',
      problem: { reason: 'referral-changed' },
    });
  });

  it('the referral has changed because it is booked with this slot: then it is booked', async () => {
    const now = bookedFor(NINE);
    const { flow, booking } = await booked(notDone(problem('referral-changed')), { now });
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
  });

  const others: ProblemReason[] = [
    'forbidden',
    'wrong-state',
    'no-relationship',
    'patient-error',
    'session-ended',
    'too-many-requests',
    'service-unavailable',
    'proxy-refused',
    'not-understood',
  ];

  it.each(others)('%s: not allowed, with its reason, and no cause to defer', async (reason) => {
    const { ports, flow, booking } = await booked(notDone(problem(reason)));
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'not-allowed', problem: { reason } });
    expect(flow.state.causes).toEqual([]);
    expect(flow.state.chosen).toEqual(NINE);
    await flow.actions.book();
    expect(timesAsked(ports, 'bookAppointment')).toBe(1);
    await flow.actions.backToSlots();
    expect(flow.state).toMatchObject({ phase: { status: 'choosing' }, chosen: NINE });
  });
});

describe('booking: F22, the record is changed while it is on its way', () => {
  it('finishes and is journalled, and shows nothing', async () => {
    const { ports, flow } = await chosen();
    const answer = pending<WriteResult<ConfirmedAppointment>>();
    ports.answers.bookAppointment = () => answer.promise;
    const booking = flow.actions.book();
    await settle();
    await settle();
    const before = flow.state;
    flow.dispose();
    answer.answer(done(confirmed(NINE)));
    await booking;
    expect(flow.state).toBe(before);
    expect(ports.happened).toEqual(['begin book-appointment', 'bookAppointment', 'settle done']);
  });
});

describe('booking: a newer reading from elsewhere', () => {
  it('is what the next booking names', async () => {
    const { ports, flow } = await chosen();
    flow.follow(referral({ version: version(6) }));
    let sent: Booking | undefined;
    ports.answers.bookAppointment = async (asked) => {
      sent = asked;
      return done(confirmed(NINE));
    };
    await flow.actions.book();
    expect(sent?.version).toBe(version(6));
  });
});
