import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Service } from '../domain/service.ts';
import type { ConfirmedAppointment, TriageRequest } from '../ers/verbs/booking.ts';
import { createBookSlot } from './book-slot.ts';
import { sentForTriage } from './testing/fake-booking.ts';
import {
  done,
  failing,
  fakePorts,
  notDone,
  settle,
  timesAsked,
  unknown,
  withTriageAlone,
  type FakePorts,
} from './testing/fake-ports.ts';
import {
  deferredTo,
  inState,
  inTriageAt,
  PATIENT,
  problem,
  referral,
  service,
  triageService,
  UBRN,
  version,
} from './testing/fake-records.ts';

const MIXED: readonly Service[] = [service('101'), triageService('103')];
const UNSENT = referral({ shortlist: [{ id: '101' }, { id: '103' }] });

async function opened(
  { services, ports }: { services?: readonly Service[]; ports: FakePorts },
  now: Referral = UNSENT,
) {
  ports.answers.retrieveReferral = async () => now;
  ports.answers.retrievePriorities = async () => [
    { code: 'URGENT', display: 'Urgent', triageContactDays: 5, deferToProviderContactDays: 10 },
  ];
  const flow = createBookSlot(ports, { ubrn: UBRN, services });
  await flow.actions.open();
  return { ports, flow };
}

/** Sends, and e-RS shows the referral like this from then on. */
async function sent(result: WriteResult<ConfirmedAppointment>, now: Referral = UNSENT) {
  const { ports, flow } = await opened({ services: MIXED, ports: fakePorts() });
  flow.actions.startTriage('103');
  flow.actions.changeComment(' Has a pacemaker ');
  await settle();
  const asked: TriageRequest[] = [];
  ports.answers.sendForTriage = async (request) => {
    asked.push(request);
    return result;
  };
  ports.answers.retrieveReferral = async () => now;
  void flow.actions.sendForTriage();
  await settle();
  await settle();
  return { ports, flow, asked };
}

describe('sending for triage: the form', () => {
  it('opens for a service that triages, with the day by which the patient hears of it', async () => {
    const { flow } = await opened({ services: MIXED, ports: fakePorts() });
    flow.actions.startTriage('103');
    await settle();
    expect(flow.state.triage).toEqual({ serviceId: '103', comment: '', contactBy: '2026-10-23' });
    flow.actions.cancelTriage();
    expect(flow.state.triage).toBeUndefined();
  });

  it('opens for no service that books, and not where a referral is sent as it is created', async () => {
    const { flow } = await opened({ services: MIXED, ports: fakePorts() });
    flow.actions.startTriage('101');
    flow.actions.startTriage('999');
    expect(flow.state.triage).toBeUndefined();
    const alone = await opened({ services: MIXED, ports: withTriageAlone(fakePorts()) });
    alone.flow.actions.startTriage('103');
    expect(alone.flow.state.triage).toBeUndefined();
  });

  it('opens for a service of which e-RS said that it gives no slots, and does not say why', async () => {
    const ports = fakePorts();
    ports.answers.retrieveSlots = failing(
      problem('service-unavailable', { ersCode: 'INVALID_STATE' }),
    );
    const { flow } = await opened({ ports }, referral({ shortlist: [{ id: '103' }] }));
    flow.actions.startTriage('103');
    expect(flow.state.triage).toMatchObject({ serviceId: '103' });
  });

  it('sends no comment that is too long', async () => {
    const { ports, flow } = await opened({ services: MIXED, ports: fakePorts() });
    flow.actions.startTriage('103');
    flow.actions.changeComment('x'.repeat(1001));
    await flow.actions.sendForTriage();
    expect(timesAsked(ports, 'sendForTriage')).toBe(0);
  });

  it('gives way to the form of a deferral', async () => {
    const ports = fakePorts();
    ports.answers.retrieveSlots = async () => ({ slots: [], total: 0 });
    const { flow } = await opened({ services: MIXED, ports });
    await settle();
    flow.actions.startTriage('103');
    flow.actions.startDeferral('101');
    expect(flow.state).toMatchObject({ triage: undefined, deferral: { cause: {} } });
    flow.actions.startTriage('103');
    expect(flow.state.deferral).toBeUndefined();
  });
});

describe('sending for triage: what comes of it', () => {
  it('is sent at the version read last and confirmed by a fresh reading', async () => {
    const { flow, asked } = await sent(done(sentForTriage('103')), inTriageAt('103'));
    expect(asked).toEqual([
      {
        ubrn: UBRN,
        version: version(3),
        patient: PATIENT.nhsNumber,
        serviceId: '103',
        comment: 'Has a pacemaker',
      },
    ]);
    expect(flow.state.phase).toMatchObject({
      status: 'sent-for-triage',
      confirmed: true,
      contactBy: '2026-10-23',
    });
    expect(flow.state.triage).toBeUndefined();
  });

  it('is told as answered, not as seen, where the reading does not show it', async () => {
    const { flow } = await sent(done(sentForTriage('103')));
    expect(flow.state.phase).toMatchObject({ status: 'sent-for-triage', confirmed: false });
    expect(flow.state.referral).toMatchObject({
      version: version(8),
      state: { code: 'AWAITING_TRIAGE' },
    });
  });

  it.each([
    ['locked', 'locked'],
    ['referral-changed', 'referral-changed'],
    ['service-unavailable', 'not-allowed'],
    ['wrong-state', 'not-allowed'],
    ['provider-refused', 'not-allowed'],
  ] as const)('refused as %s, it is %s, and the comment is still there', async (reason, status) => {
    const { flow } = await sent(notDone(problem(reason)));
    expect(flow.state.phase.status).toBe(status);
    expect(flow.state.triage?.comment).toBe(' Has a pacemaker ');
    expect(flow.state.causes.filter(({ serviceId }) => serviceId === '103')).toEqual([]);
  });

  it('names the newest version when the user tries again after a lock', async () => {
    const { ports, flow, asked } = await sent(
      notDone(problem('locked')),
      referral({ version: version(5) }),
    );
    await settle();
    ports.answers.retrieveReferral = async () => inTriageAt('103');
    void flow.actions.sendForTriage();
    await settle();
    await settle();
    expect(asked.map((each) => each.version)).toEqual([version(3), version(5)]);
  });

  it('without an answer is read for, and done as soon as a reading shows it', async () => {
    const { ports, flow } = await sent(unknown(problem('timed-out')));
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', write: 'triage' });
    ports.answers.retrieveReferral = async () => inTriageAt('103');
    await ports.clock.advance(10_000);
    expect(flow.state.phase).toMatchObject({ status: 'sent-for-triage', confirmed: true });
    expect(timesAsked(ports, 'sendForTriage')).toBe(1);
    expect(await ports.intents()).toEqual([]);
  });

  it('is a change of the referral where a reading shows it elsewhere', async () => {
    const { ports, flow } = await sent(unknown(problem('timed-out')));
    ports.answers.retrieveReferral = async () => deferredTo('101');
    await ports.clock.advance(10_000);
    expect(flow.state.phase.status).toBe('referral-changed');
  });

  it('is offered again only when the last reading shows nothing, and is no cause to defer', async () => {
    const { ports, flow } = await sent(unknown(problem('provider-silent')));
    await flow.actions.sendForTriage();
    expect(timesAsked(ports, 'sendForTriage')).toBe(1);
    await ports.clock.advance(60_000);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    expect(flow.state.causes.filter(({ serviceId }) => serviceId === '103')).toEqual([]);
    expect(flow.state.triage?.comment).toBe(' Has a pacemaker ');
  });
});

describe('opening a referral that is in triage', () => {
  it('says so, and offers nothing', async () => {
    const { ports, flow } = await opened({ ports: fakePorts() }, inTriageAt('103'));
    expect(flow.state.phase).toMatchObject({
      status: 'sent-for-triage',
      confirmed: true,
      contactBy: '2026-10-23',
    });
    expect(timesAsked(ports, 'retrieveSlots')).toBe(0);
  });

  it('knows it where e-RS says only that it is with the provider, and it was for triage alone', async () => {
    const withProvider = inState('AWAITING_PROVIDER');
    const sentAtCreate = { services: [triageService('103')], ports: fakePorts() };
    const { flow } = await opened(sentAtCreate, withProvider);
    expect(flow.state.phase.status).toBe('sent-for-triage');
    const mixed = await opened({ services: MIXED, ports: fakePorts() }, withProvider);
    expect(mixed.flow.state.phase.status).toBe('choosing');
  });

  it('a lost answer of an earlier visit is looked for as what was sent, and not sent again', async () => {
    const { ports } = await sent(unknown(problem('timed-out')));
    const again = createBookSlot(ports, { ubrn: UBRN, services: MIXED });
    void again.actions.open();
    await settle();
    await settle();
    expect(again.state.phase).toMatchObject({
      status: 'unanswered',
      write: 'triage',
      serviceId: '103',
    });
    expect(timesAsked(ports, 'sendForTriage')).toBe(1);
  });

  it('F25: a lost answer of an earlier visit is settled by the sight of it', async () => {
    const { ports } = await sent(unknown(problem('timed-out')));
    expect(await ports.intents()).toMatchObject([{ action: 'send-referral-for-triage' }]);
    ports.answers.retrieveReferral = async () => inTriageAt('103');
    const again = createBookSlot(ports, { ubrn: UBRN });
    await again.actions.open();
    expect(again.state.phase.status).toBe('sent-for-triage');
    expect(await ports.intents()).toEqual([]);
  });

  it('a write that the proxy lists without its kind is done whichever of the three it was', async () => {
    const ports = fakePorts();
    await ports.journal.begin({
      id: 'listed',
      action: 'book-appointment',
      contextId: 'context-0',
      patient: PATIENT.nhsNumber,
      sentAt: ports.clock.now(),
      ubrn: UBRN,
    });
    const outcome = { state: 'unknown', problem: problem('timed-out') } as const;
    await ports.journal.settle('listed', outcome);
    const flow = createBookSlot(ports, { ubrn: UBRN });
    ports.answers.retrieveReferral = async () => UNSENT;
    void flow.actions.open();
    await settle();
    await settle();
    expect(flow.state.phase.status).toBe('unanswered');
    ports.answers.retrieveReferral = async () => inTriageAt('103');
    await ports.clock.advance(10_000);
    expect(flow.state.phase.status).toBe('sent-for-triage');
  });
});
