import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { ConfirmedAppointment, Deferral } from '../ers/verbs/booking.ts';
import { createBookSlot } from './book-slot.ts';
import {
  done,
  fakePorts,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
} from './testing/fake-ports.ts';
import {
  deferredTo,
  NOW,
  PATIENT,
  problem,
  referral,
  slot,
  UBRN,
  version,
} from './testing/fake-records.ts';

const NINE = slot('s9', '2026-10-22T09:00:00.000Z');

const CONFIRMED: ConfirmedAppointment = {
  ubrn: UBRN,
  referralVersion: version(5),
  appointment: { status: 'proposed', service: { id: '101' }, created: NOW },
};

async function withoutSlots() {
  const ports = fakePorts();
  ports.answers.retrieveReferral = async () => referral({ shortlist: [{ id: '101' }] });
  ports.answers.retrievePriorities = async () => [
    { code: 'URGENT', display: 'Urgent', deferToProviderContactDays: 10 },
  ];
  const flow = createBookSlot(ports, { ubrn: UBRN });
  await flow.actions.open();
  return { ports, flow };
}

/** After a booking that e-RS refused because the slot was taken. */
async function slotLost() {
  const { ports, flow } = await withoutSlots();
  ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
  await flow.actions.checkAgain();
  flow.actions.choose('s9');
  ports.answers.bookAppointment = async () => notDone(problem('slot-taken'));
  await flow.actions.book();
  return { ports, flow };
}

async function deferred(
  result: WriteResult<ConfirmedAppointment>,
  now: Referral = referral({ shortlist: [{ id: '101' }] }),
) {
  const { ports, flow } = await withoutSlots();
  flow.actions.startDeferral('101');
  flow.actions.changeComment('Works nights');
  ports.answers.deferToProvider = async () => result;
  ports.answers.retrieveReferral = async () => now;
  const deferring = flow.actions.defer();
  await settle();
  await settle();
  return { ports, flow, deferring };
}

describe('deferring: the form', () => {
  it('does not open without a lawful cause at the service', async () => {
    const { ports, flow } = await withoutSlots();
    ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
    await flow.actions.checkAgain();
    flow.actions.startDeferral('101');
    flow.actions.startDeferral('102');
    expect(flow.state.deferral).toBeUndefined();
    await flow.actions.defer();
    expect(timesAsked(ports, 'deferToProvider')).toBe(0);
  });

  it('has the cause filled in, and says by when the provider makes contact', async () => {
    const { flow } = await withoutSlots();
    flow.actions.startDeferral('101');
    await settle();
    expect(flow.state.deferral).toEqual({
      cause: { serviceId: '101', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW },
      comment: '',
      contactBy: '2026-10-30',
    });
  });

  it('takes the newest cause, names the lost slot, and can be closed', async () => {
    const { flow } = await slotLost();
    flow.actions.startDeferral('101');
    expect(flow.state.deferral?.cause).toMatchObject({ reason: 'SLOT_NOT_AVAILABLE', slot: NINE });
    flow.actions.cancelDeferral();
    expect(flow.state.deferral).toBeUndefined();
  });

  it('keeps a comment of more than 1,000 characters, and does not send it', async () => {
    const { ports, flow } = await withoutSlots();
    flow.actions.startDeferral('101');
    flow.actions.changeComment('x'.repeat(1001));
    await flow.actions.defer();
    expect(flow.state.deferral?.comment).toHaveLength(1001);
    expect(timesAsked(ports, 'deferToProvider')).toBe(0);
  });

  it('is sent as it stands when e-RS has given the same cause again', async () => {
    const { ports, flow } = await withoutSlots();
    flow.actions.startDeferral('101');
    await ports.clock.advance(60_000);
    await flow.actions.backToSlots();
    ports.answers.deferToProvider = async () => done(CONFIRMED);
    await flow.actions.defer();
    expect(timesAsked(ports, 'deferToProvider')).toBe(1);
  });

  it('is not sent when slots have been found meanwhile', async () => {
    const { ports, flow } = await withoutSlots();
    flow.actions.startDeferral('101');
    ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
    await flow.actions.checkAgain();
    await flow.actions.defer();
    expect(timesAsked(ports, 'deferToProvider')).toBe(0);
  });
});

describe('deferring: sending', () => {
  async function sentAfter(start: typeof withoutSlots): Promise<Deferral | undefined> {
    const { ports, flow } = await start();
    let sent: Deferral | undefined;
    ports.answers.deferToProvider = async (asked) => {
      sent = asked;
      return done(CONFIRMED);
    };
    flow.actions.startDeferral('101');
    flow.actions.changeComment(' Works nights ');
    await flow.actions.defer();
    return sent;
  }

  it('names no slot when the service has none', async () => {
    expect(await sentAfter(withoutSlots)).toEqual({
      ubrn: UBRN,
      version: version(3),
      patient: PATIENT.nhsNumber,
      serviceId: '101',
      reason: 'NO_SLOTS_AT_SERVICE',
      slotId: undefined,
      comment: 'Works nights',
    });
  });

  it('names the slot that was lost', async () => {
    const sent = await sentAfter(slotLost);
    expect(sent).toMatchObject({ reason: 'SLOT_NOT_AVAILABLE', slotId: 's9' });
  });

  it('is journalled first, and sent once', async () => {
    const { ports, flow } = await withoutSlots();
    flow.actions.startDeferral('101');
    const answer = pending<WriteResult<ConfirmedAppointment>>();
    ports.answers.deferToProvider = () => answer.promise;
    ports.happened.length = 0;
    const presses = Array.from({ length: 5 }, () => flow.actions.defer());
    await settle();
    await settle();
    flow.actions.cancelDeferral();
    expect(flow.state.deferral).toBeDefined();
    answer.answer(done(CONFIRMED));
    await Promise.all(presses);
    expect(ports.happened.filter((each) => each !== 'retrievePriorities').slice(0, 3)).toEqual([
      'begin defer-to-provider',
      'deferToProvider',
      'settle done',
    ]);
    expect(timesAsked(ports, 'deferToProvider')).toBe(1);
  });
});

describe('deferring: how it ends', () => {
  it('deferred, read back, with the day by which the provider makes contact', async () => {
    const { flow, deferring } = await deferred(done(CONFIRMED), deferredTo('101'));
    await deferring;
    expect(flow.state.phase).toEqual({
      status: 'deferred',
      at: NOW,
      confirmed: true,
      contactBy: '2026-10-30',
    });
    expect(flow.state.deferral).toBeUndefined();
  });

  it('deferred without a contact day when e-RS does not tell the days', async () => {
    const { ports, flow } = await withoutSlots();
    ports.answers.retrievePriorities = () => Promise.reject(new Error('down'));
    ports.answers.deferToProvider = async () => done(CONFIRMED);
    flow.actions.startDeferral('101');
    await flow.actions.defer();
    expect(flow.state.phase).toEqual({ status: 'deferred', at: NOW, confirmed: false });
  });

  it('refused because there are slots: the cause goes, the comment stays', async () => {
    const { flow, deferring } = await deferred(notDone(problem('slots-still-free')));
    await deferring;
    expect(flow.state.phase).toMatchObject({
      status: 'not-allowed',
      problem: { reason: 'slots-still-free' },
    });
    expect(flow.state.causes).toEqual([]);
    expect(flow.state.deferral?.comment).toBe('Works nights');
  });

  it('refused because the lost slot is free again: that cause goes', async () => {
    const { ports, flow } = await slotLost();
    flow.actions.startDeferral('101');
    ports.answers.deferToProvider = async () => notDone(problem('slot-still-free'));
    await flow.actions.defer();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'slot-still-free' } });
    expect(flow.state.causes).toEqual([]);
  });

  it('locked: the form is kept for the next try', async () => {
    const { ports, flow, deferring } = await deferred(notDone(problem('locked')));
    await deferring;
    expect(flow.state.phase.status).toBe('locked');
    await flow.actions.defer();
    expect(timesAsked(ports, 'deferToProvider')).toBe(2);
  });

  it('changed meanwhile: before and now are shown, the form is kept', async () => {
    const now = referral({ version: version(4) });
    const { flow, deferring } = await deferred(notDone(problem('referral-changed')), now);
    await deferring;
    expect(flow.state.phase).toMatchObject({
      status: 'referral-changed',
      before: { version: version(3) },
    });
    expect(flow.state.deferral?.comment).toBe('Works nights');
  });

  it('no answer: is read until the last reading says that it is not deferred', async () => {
    const { ports, flow, deferring } = await deferred(unknown(problem('provider-silent')));
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', write: 'deferral' });
    await flow.actions.defer();
    await ports.clock.advance(60_000);
    await deferring;
    expect(flow.state.phase).toMatchObject({ settled: true });
    expect(flow.state.causes).toMatchObject([{ reason: 'NO_SLOTS_AT_SERVICE' }]);
    expect(timesAsked(ports, 'deferToProvider')).toBe(1);
  });

  it('no answer: is deferred when a reading shows it', async () => {
    const { flow, deferring } = await deferred(unknown(problem('timed-out')), deferredTo('101'));
    await deferring;
    expect(flow.state.phase).toMatchObject({ status: 'deferred', contactBy: '2026-10-30' });
  });

  it('no answer: deferred to another service is a change, not ours', async () => {
    const { flow, deferring } = await deferred(unknown(problem('timed-out')), deferredTo('102'));
    await deferring;
    expect(flow.state.phase.status).toBe('referral-changed');
  });

  it('an error of the provider’s system is no cause for another deferral', async () => {
    const { flow, deferring } = await deferred(unknown(problem('provider-refused')));
    await deferring;
    expect(flow.state.phase).toMatchObject({ status: 'not-allowed' });
    expect(flow.state.causes).toMatchObject([{ reason: 'NO_SLOTS_AT_SERVICE' }]);
  });
});
