import { describe, expect, it } from 'vitest';
import type { Problem, ProblemReason, WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Slot } from '../domain/slot.ts';
import type { Booking, ConfirmedAppointment } from '../ers/client.ts';
import { createBookSlot } from './book-slot.ts';
import {
  done,
  failing,
  fakePorts,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
} from './fake-ports.ts';
import {
  bookedFor,
  deferredTo,
  inState,
  NOW,
  PATIENT,
  problem,
  referral,
  slot,
  UBRN,
  version,
} from './fake-records.ts';

const NINE = slot('s9', '2026-10-22T09:00:00.000Z');
const TEN = slot('s10', '2026-10-22T10:00:00.000Z');

function confirmed({ id, serviceId, start, end }: Slot): ConfirmedAppointment {
  return {
    ubrn: UBRN,
    referralVersion: version(5),
    appointment: { id, status: 'booked', service: { id: serviceId }, start, end },
  };
}

async function chosen(facts: Partial<Referral> = {}) {
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
async function booked(
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

describe('booking: the provider’s system refused (502)', () => {
  const REFUSED = unknown(problem('provider-refused', { httpStatus: 502 }));

  it('is read first; when unbooked, the slot may be deferred', async () => {
    const { ports, flow, booking } = await booked(REFUSED);
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'provider-refused', slot: NINE });
    expect(flow.state.causes).toMatchObject([{ reason: 'SLOT_NOT_AVAILABLE', slot: NINE }]);
    expect(await ports.intents()).toEqual([]);
  });

  it('is booked when the reading says so', async () => {
    const { flow, booking } = await booked(REFUSED, { now: bookedFor(NINE) });
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
    expect(flow.state.causes).toEqual([]);
  });

  it('stays unanswered while it cannot be read', async () => {
    const { ports, flow } = await chosen();
    ports.answers.bookAppointment = async () => REFUSED;
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    const booking = flow.actions.book();
    await settle();
    await settle();
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    ports.answers.retrieveReferral = async () => referral({ shortlist: [{ id: '101' }] });
    await ports.clock.advance(10_000);
    await booking;
    expect(flow.state.phase.status).toBe('provider-refused');
  });
});

describe('booking: no answer', () => {
  const SILENT = problem('provider-silent', { httpStatus: 504 });
  const LOST = problem('timed-out', { source: 'network' });

  function readingsOf(flow: Awaited<ReturnType<typeof chosen>>['flow']): string[] {
    const { phase } = flow.state;
    return phase.status === 'unanswered' ? phase.readings.map(({ found }) => found) : [];
  }

  it('reads at once, after 10 s and after 60 s, and offers nothing before the last', async () => {
    const { ports, flow, booking } = await booked(unknown(SILENT));
    expect(flow.state.phase).toMatchObject({
      status: 'unanswered',
      write: 'booking',
      slot: NINE,
      settled: false,
      nextReadingAt: '2026-10-16T09:30:10.000Z',
    });
    expect(readingsOf(flow)).toEqual(['unbooked']);
    await flow.actions.book();
    flow.actions.choose('s10');
    await flow.actions.backToSlots();
    flow.actions.startDeferral('101');
    expect(flow.state.phase.status).toBe('unanswered');
    expect(flow.state.deferral).toBeUndefined();
    await ports.clock.advance(10_000);
    expect(readingsOf(flow)).toEqual(['unbooked', 'unbooked']);
    expect(flow.state.causes).toEqual([]);
    await ports.clock.advance(49_999);
    expect(readingsOf(flow)).toHaveLength(2);
    await ports.clock.advance(1);
    await booking;
    expect(readingsOf(flow)).toHaveLength(3);
    expect(flow.state.phase).toMatchObject({ settled: true });
    expect(timesAsked(ports, 'bookAppointment')).toBe(1);
    expect(await ports.intents()).toEqual([]);
  });

  it('may be deferred after the provider’s own silence', async () => {
    const { ports, flow } = await booked(unknown(SILENT));
    await ports.clock.advance(60_000);
    expect(flow.state.causes).toMatchObject([
      { serviceId: '101', reason: 'BOOKING_ATTEMPT_PROBLEM' },
    ]);
    expect(flow.state.causes[0]?.slot).toBeUndefined();
  });

  it('may not be deferred after a time-out of our own, only tried again', async () => {
    const { ports, flow } = await booked(unknown(LOST));
    await ports.clock.advance(60_000);
    expect(flow.state.phase).toMatchObject({ settled: true });
    expect(flow.state.causes).toEqual([]);
    expect(flow.state.chosen).toEqual(NINE);
    ports.answers.bookAppointment = async () => done(confirmed(NINE));
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await flow.actions.book();
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
  });

  it('is booked as soon as a reading shows this slot', async () => {
    const { ports, flow, booking } = await booked(unknown(LOST));
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await ports.clock.advance(10_000);
    await booking;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
    expect(ports.happened.at(-1)).toBe('settle done');
  });

  it('is a change of the referral when a reading shows another slot, or a deferral', async () => {
    for (const now of [bookedFor(TEN), deferredTo('101')]) {
      const { ports, flow, booking } = await booked(unknown(LOST), { now });
      await booking;
      expect(flow.state.phase).toMatchObject({
        status: 'referral-changed',
        before: { version: version(3) },
      });
      await flow.actions.book();
      expect(timesAsked(ports, 'bookAppointment')).toBe(1);
    }
  });

  it('is not settled by a reading that failed; a person reads once more', async () => {
    const { ports, flow, booking } = await booked(unknown(SILENT));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await ports.clock.advance(60_000);
    await booking;
    expect(readingsOf(flow)).toEqual(['unbooked', 'not-read', 'not-read']);
    expect(flow.state.phase).toMatchObject({ settled: false });
    expect(flow.state.phase).not.toHaveProperty('nextReadingAt');
    await flow.actions.book();
    expect(timesAsked(ports, 'bookAppointment')).toBe(1);
    ports.answers.retrieveReferral = async () => referral({ shortlist: [{ id: '101' }] });
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({ settled: true });
    expect(flow.state.causes).toMatchObject([{ reason: 'BOOKING_ATTEMPT_PROBLEM' }]);
  });

  it('offers nothing when the referral is cancelled meanwhile', async () => {
    const { ports, flow } = await booked(unknown(LOST), { now: inState('CANCELLED_REFERRAL') });
    await ports.clock.advance(60_000);
    expect(flow.state.phase).toMatchObject({
      status: 'not-allowed',
      problem: { reason: 'wrong-state' },
    });
  });

  it('is read no more once disposed, and stays in the journal', async () => {
    const { ports, flow, booking } = await booked(unknown(LOST));
    const reads = timesAsked(ports, 'retrieveReferral');
    flow.dispose();
    await ports.clock.advance(60_000);
    await booking;
    expect(timesAsked(ports, 'retrieveReferral')).toBe(reads);
    expect(await ports.intents()).toMatchObject([{ action: 'book-appointment', state: 'unknown' }]);
  });
});

describe('booking: an earlier one without an answer', () => {
  async function left(problemOfIt?: Problem) {
    const { ports, flow } = await chosen();
    const answer = pending<WriteResult<ConfirmedAppointment>>();
    ports.answers.bookAppointment = () => answer.promise;
    const booking = flow.actions.book();
    await settle();
    await settle();
    flow.dispose();
    if (problemOfIt) {
      answer.answer(unknown(problemOfIt));
      await booking;
    }
    const next = createBookSlot(ports, { ubrn: UBRN });
    const opening = next.actions.open();
    await settle();
    await settle();
    return { ports, flow: next, answer, opening };
  }

  it('is found out about before slots are offered again (H11)', async () => {
    const { ports, flow, opening } = await left(problem('timed-out'));
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    await ports.clock.advance(60_000);
    await opening;
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    await flow.actions.backToSlots();
    expect(flow.state.phase.status).toBe('choosing');
  });

  it('is waited for while it is still on its way', async () => {
    const { ports, flow, answer, opening } = await left();
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', readings: [], settled: false });
    await ports.clock.advance(10_000);
    expect(flow.state.phase.status).toBe('unanswered');
    answer.answer(done(confirmed(NINE)));
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await settle();
    await ports.clock.advance(10_000);
    await opening;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
  });

  it('is booked when the readings show its service booked', async () => {
    const { ports, flow, opening } = await left(problem('timed-out'));
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await ports.clock.advance(10_000);
    await opening;
    expect(flow.state.phase).toMatchObject({ status: 'booked' });
    expect(await ports.intents()).toEqual([]);
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
