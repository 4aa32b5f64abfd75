import { describe, expect, it } from 'vitest';
import type { Problem, WriteResult } from '../domain/problem.ts';
import type { ConfirmedAppointment } from '../ers/verbs/booking.ts';
import { createBookSlot, type BookPhase } from './book-slot.ts';
import { booked, chosen, confirmed, NINE, TEN } from './testing/fake-booking.ts';
import { done, failing, pending, settle, timesAsked, unknown } from './testing/fake-ports.ts';
import {
  bookedFor,
  deferredTo,
  inState,
  NOW,
  problem,
  referral,
  OTHER_UBRN,
  UBRN,
  version,
} from './testing/fake-records.ts';

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

  it('F25, P10: reads at once, after 10 s and after 60 s, and offers nothing before the last', async () => {
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
    expect(ports.happened.slice(-2)).toEqual(['settle done', `found ${UBRN}`]);
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

  it('is settled for good, at the proxy too, by the sight of the appointment', async () => {
    const { ports, flow } = await left(problem('timed-out'));
    flow.dispose();
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    const later = createBookSlot(ports, { ubrn: UBRN });
    await later.actions.open();
    expect(later.state.phase).toMatchObject({ status: 'booked' });
    expect(await ports.intents()).toEqual([]);
    expect(ports.happened).toContain(`found ${UBRN}`);
  });

  it.each([
    ['another referral', OTHER_UBRN],
    ['nobody knows which referral', undefined],
  ])('of %s is never put on this one, nor settled by reading this one', async (_whose, ubrn) => {
    const { ports } = await chosen();
    const { nhsNumber: patient } = ports.patient;
    const sent = { id: 'earlier', contextId: 'c', patient, sentAt: ports.clock.now(), ubrn };
    const lost = { ...sent, action: 'book-appointment', state: 'unknown' } as const;
    await ports.journal.adopt(patient, [{ ...lost, problem: problem('no-answer') }]);
    await ports.clock.advance(400_000);
    const flow = createBookSlot(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase.status).toBe('choosing');
    expect(await ports.intents()).toMatchObject([{ id: 'earlier', state: 'unknown' }]);
  });

  it('is waited for while it is still on its way', async () => {
    const { ports, flow, answer, opening } = await left();
    expect(flow.state.phase).toMatchObject({
      status: 'unanswered',
      isUnderWay: true,
      serviceId: NINE.serviceId,
      readings: [],
      settled: false,
    });
    await ports.clock.advance(10_000);
    expect(flow.state.phase.status).toBe('unanswered');
    answer.answer(done(confirmed(NINE)));
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    await settle();
    await ports.clock.advance(10_000);
    await opening;
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
  });

  it('that was made while no screen showed it is told with when it was sent, once', async () => {
    const { ports, flow } = await chosen();
    const answer = pending<WriteResult<ConfirmedAppointment>>();
    ports.answers.bookAppointment = () => answer.promise;
    const sending = flow.actions.book();
    await settle();
    await settle();
    flow.dispose();
    answer.answer(done(confirmed(NINE)));
    await sending;
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    const openAgain = async (): Promise<BookPhase> => {
      const next = createBookSlot(ports, { ubrn: UBRN });
      await next.actions.open();
      return next.state.phase;
    };
    expect(await openAgain()).toMatchObject({ status: 'booked', sentAt: NOW });
    expect(await openAgain()).not.toHaveProperty('sentAt');
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
