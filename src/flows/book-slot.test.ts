import { describe, expect, it } from 'vitest';
import type { Referral } from '../domain/referral.ts';
import type { SlotPage } from '../domain/slot.ts';
import type { SlotSearch } from '../ers/verbs/booking.ts';
import { createBookSlot, type BookSlotStart } from './book-slot.ts';
import { failing, fakePorts, pending, settle, timesAsked } from './testing/fake-ports.ts';
import {
  bookedFor,
  deferredTo,
  inState,
  NOW,
  OTHER_PATIENT,
  problem,
  referral,
  service,
  slot,
  UBRN,
} from './testing/fake-records.ts';

const NINE = slot('s9', '2026-10-22T09:00:00.000Z');
const TEN = slot('s10', '2026-10-22T10:00:00.000Z');
const PAST = slot('s0', '2026-10-16T09:00:00.000Z');

const ONE_SERVICE = { shortlist: [{ id: '101', name: 'Service 101' }] };

function page(slots: SlotPage['slots'], facts: Partial<SlotPage> = {}): SlotPage {
  return { slots, total: slots.length, ...facts };
}

async function opened(
  facts: Partial<Referral> = ONE_SERVICE,
  retrieveSlots: (asked: SlotSearch) => Promise<SlotPage> = async () => page([NINE, TEN]),
  start: BookSlotStart = { ubrn: UBRN },
) {
  const ports = fakePorts();
  ports.answers.retrieveReferral = async () => referral(facts);
  ports.answers.retrieveSlots = retrieveSlots;
  const flow = createBookSlot(ports, start);
  await flow.actions.open();
  return { ports, flow };
}

describe('booking: opening', () => {
  it('reads nothing before it is opened, and once while it is opening', async () => {
    const ports = fakePorts();
    const flow = createBookSlot(ports, { ubrn: UBRN });
    expect(flow.state.phase).toMatchObject({ status: 'opening', ubrn: UBRN });
    expect(ports.happened).toEqual([]);
    await Promise.all([flow.actions.open(), flow.actions.open()]);
    expect(timesAsked(ports, 'retrieveReferral')).toBe(1);
  });

  it('asks for the first slots of each service, with the rule organisation of e-RS', async () => {
    const asked: SlotSearch[] = [];
    const { flow } = await opened({ commissioningRuleOrganisation: 'X26' }, async (search) => {
      asked.push(search);
      return page([]);
    });
    expect(asked.map(({ serviceId }) => serviceId)).toEqual(['101', '102']);
    expect(asked[0]).toMatchObject({ priority: 'URGENT', ruleOrganisation: 'X26', page: 1 });
    expect(flow.state.ruleOrganisation).toEqual({ odsCode: 'X26', from: 'e-rs' });
    expect(flow.state.phase.status).toBe('choosing');
  });

  it('uses the own organisation where e-RS names no rule organisation, and says so', async () => {
    const { flow } = await opened({ commissioningRuleOrganisation: undefined });
    expect(flow.state.ruleOrganisation).toEqual({ odsCode: 'R69', from: 'own-organisation' });
  });

  it('adds what the search told of a service, and asks no slots where the patient phones', async () => {
    const phoned = service('102', { bookableType: 'INDIRECTLY_BOOKABLE', distance: 3 });
    const { ports, flow } = await opened({}, undefined, { ubrn: UBRN, services: [phoned] });
    expect(flow.state.services).toMatchObject([
      { serviceId: '101', wayToBook: 'unknown', load: { status: 'loaded' } },
      { serviceId: '102', wayToBook: 'patient-phones', distance: 3, load: { status: 'not-asked' } },
    ]);
    expect(timesAsked(ports, 'retrieveSlots')).toBe(1);
  });

  it('works with services handed in where e-RS returns no shortlist', async () => {
    const start = { ubrn: UBRN, services: [service('101')] };
    const { flow } = await opened({ shortlist: undefined }, undefined, start);
    expect(flow.state.services).toMatchObject([{ serviceId: '101', wayToBook: 'book-here' }]);
  });

  it('needs services when there is neither', async () => {
    const { ports, flow } = await opened({ shortlist: undefined });
    expect(flow.state.phase).toEqual({ status: 'needs-services' });
    expect(timesAsked(ports, 'retrieveSlots')).toBe(0);
  });

  it('shows nothing of another patient’s referral', async () => {
    const { flow } = await opened({ patient: OTHER_PATIENT });
    expect(flow.state.phase).toMatchObject({
      status: 'open-failed',
      problem: { reason: 'wrong-patient' },
    });
    expect(flow.state.referral).toBeUndefined();
  });

  it('says why it could not be read, and can be opened again', async () => {
    const ports = fakePorts();
    ports.answers.retrieveReferral = failing(problem('not-found'));
    const flow = createBookSlot(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({
      status: 'open-failed',
      problem: { reason: 'not-found' },
    });
    ports.answers.retrieveReferral = async () => referral();
    await flow.actions.checkAgain();
    expect(flow.state.phase.status).toBe('choosing');
  });

  it('says that a referral is booked already, with no slots to choose from', async () => {
    const ports = fakePorts();
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    const flow = createBookSlot(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({ status: 'booked', confirmed: true });
    expect(timesAsked(ports, 'retrieveSlots')).toBe(0);
  });

  it('says by when the provider makes contact where it is deferred already', async () => {
    const ports = fakePorts();
    ports.answers.retrieveReferral = async () => deferredTo('101');
    ports.answers.retrievePriorities = async () => [
      { code: 'URGENT', display: 'Urgent', deferToProviderContactDays: 10 },
    ];
    const flow = createBookSlot(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({ status: 'deferred', contactBy: '2026-10-30' });
  });

  it('does not offer slots for a referral that is past booking', async () => {
    for (const code of ['CANCELLED_REFERRAL', 'ASSESSMENT_RESULT', 'DID_NOT_ATTEND'] as const) {
      const { flow } = await opened(inState(code));
      expect(flow.state.phase).toMatchObject({
        status: 'not-allowed',
        problem: { reason: 'wrong-state' },
      });
    }
  });
});

describe('booking: slots', () => {
  it('are each shown once, earliest first, and never when they have begun', async () => {
    const { flow } = await opened(ONE_SERVICE, async () => page([TEN, NINE, PAST, NINE]));
    expect(flow.state.services[0]?.slots).toEqual([NINE, TEN]);
  });

  it('P11: that could not be read are not "none"', async () => {
    const { flow } = await opened(ONE_SERVICE, failing(problem('ers-failed')));
    expect(flow.state.services[0]?.load).toMatchObject({
      status: 'failed',
      problem: { reason: 'ers-failed' },
    });
    expect(flow.state.causes).toEqual([]);
  });

  it('that e-RS has none of to give, as the patient phones or the service triages, are no failure', async () => {
    const refused = problem('service-unavailable', { httpStatus: 422, ersCode: 'INVALID_STATE' });
    const { flow } = await opened(ONE_SERVICE, failing(refused));
    expect(flow.state.services).toMatchObject([
      { wayToBook: 'phones-or-triage', slots: [], load: { status: 'not-asked' } },
    ]);
    expect(flow.state.causes).toEqual([]);
  });

  it('of a service that takes no referrals now could not be read', async () => {
    const closed = problem('service-unavailable', { ersCode: 'SERVICE_UNAVAILABLE' });
    const { flow } = await opened(ONE_SERVICE, failing(closed));
    expect(flow.state.services[0]).toMatchObject({
      wayToBook: 'unknown',
      load: { status: 'failed' },
    });
  });

  it('of a referral without a priority cannot be asked for, and that is said', async () => {
    const { ports, flow } = await opened({ ...ONE_SERVICE, priority: undefined });
    expect(flow.state.services[0]?.load).toMatchObject({
      status: 'failed',
      problem: { reason: 'answer-not-readable', field: 'priority' },
    });
    expect(timesAsked(ports, 'retrieveSlots')).toBe(0);
  });

  it('none at all is a lawful cause to defer, until there are some', async () => {
    const { ports, flow } = await opened(ONE_SERVICE, async () => page([]));
    expect(flow.state.causes).toEqual([
      { serviceId: '101', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW },
    ]);
    ports.answers.retrieveSlots = async () => page([NINE]);
    await flow.actions.checkAgain();
    expect(flow.state.causes).toEqual([]);
  });

  it('all in the past are no cause: e-RS has some', async () => {
    const { flow } = await opened(ONE_SERVICE, async () => page([PAST]));
    expect(flow.state.services[0]?.slots).toEqual([]);
    expect(flow.state.causes).toEqual([]);
  });

  it('come page by page when asked, without doubles', async () => {
    const later = slot('s11', '2026-10-23T09:00:00.000Z');
    const { ports, flow } = await opened(ONE_SERVICE, async ({ page: number }) =>
      number === 1
        ? page([NINE, TEN], { total: 3, nextPage: 2 })
        : page([TEN, later], { total: 3 }),
    );
    await flow.actions.more('101');
    expect(flow.state.services[0]).toMatchObject({
      slots: [NINE, TEN, later],
      load: { status: 'loaded', total: 3 },
    });
    await flow.actions.more('101');
    expect(timesAsked(ports, 'retrieveSlots')).toBe(2);
  });

  it('start again from page 1 when the list became shorter (F8)', async () => {
    const { ports, flow } = await opened(ONE_SERVICE, async () =>
      page([NINE, TEN], { total: 3, nextPage: 2 }),
    );
    ports.answers.retrieveSlots = ({ page: number }) =>
      number === 1 ? Promise.resolve(page([TEN])) : failing(problem('page-out-of-range'))();
    flow.actions.choose('s10');
    await flow.actions.more('101');
    expect(flow.state.services[0]).toMatchObject({ slots: [TEN], load: { status: 'loaded' } });
    expect(flow.state.chosen).toEqual(TEN);
  });

  it('that were not read for want of a session are read once the user has signed in', async () => {
    const refused = failing(problem('session-ended'));
    const { ports, flow } = await opened(ONE_SERVICE, refused);
    flow.actions.signedInAgain();
    await settle();
    expect(flow.state.services[0]?.load.status).toBe('failed');
    ports.answers.retrieveSlots = async () => page([NINE]);
    flow.actions.signedInAgain();
    await settle();
    expect(flow.state.services[0]?.slots).toEqual([NINE]);
    flow.actions.signedInAgain();
    await settle();
    expect(timesAsked(ports, 'retrieveSlots')).toBe(3);
  });

  it('let the newest asking win', async () => {
    const { ports, flow } = await opened();
    const [first, second] = [pending<SlotPage>(), pending<SlotPage>()];
    const answers = [first, second];
    ports.answers.retrieveSlots = () => answers.shift()?.promise ?? Promise.resolve(page([]));
    const older = flow.actions.checkAgain();
    const newer = flow.actions.checkAgain();
    second.answer(page([TEN]));
    await newer;
    first.answer(page([NINE]));
    await older;
    expect(flow.state.services[0]?.slots).toEqual([TEN]);
  });
});

describe('booking: the choice', () => {
  it('is one of the free slots, and can be taken back', async () => {
    const { flow } = await opened();
    flow.actions.choose('s9');
    expect(flow.state.chosen).toEqual(NINE);
    flow.actions.choose('unheard-of');
    expect(flow.state.chosen).toEqual(NINE);
    flow.actions.unchoose();
    expect(flow.state.chosen).toBeUndefined();
  });

  it('cannot be a slot that has begun meanwhile', async () => {
    const { ports, flow } = await opened();
    await ports.clock.advance(7 * 24 * 3_600_000);
    flow.actions.choose('s9');
    expect(flow.state.chosen).toBeUndefined();
  });

  it('stays when it is asked again and still free, also from a later page', async () => {
    const { flow } = await opened(ONE_SERVICE, async ({ page: number }) =>
      number === 1 ? page([NINE], { total: 2, nextPage: 2 }) : page([TEN], { total: 2 }),
    );
    await flow.actions.more('101');
    flow.actions.choose('s10');
    await flow.actions.checkAgain();
    expect(flow.state.services[0]?.slots).toEqual([NINE, TEN]);
    expect(flow.state.chosen).toEqual(TEN);
  });

  it('is dropped when it is free no more', async () => {
    const { ports, flow } = await opened();
    flow.actions.choose('s9');
    ports.answers.retrieveSlots = async () => page([TEN]);
    await flow.actions.checkAgain();
    expect(flow.state.chosen).toBeUndefined();
  });

  it('stays while nobody can say that it is gone', async () => {
    const { ports, flow } = await opened();
    flow.actions.choose('s9');
    ports.answers.retrieveSlots = failing(problem('ers-failed'));
    await flow.actions.checkAgain();
    expect(flow.state.chosen).toEqual(NINE);
    expect(flow.state.services[0]?.slots).toEqual([NINE, TEN]);
  });
});

describe('booking: once disposed', () => {
  it('shows nothing that comes late, and asks nothing more', async () => {
    const { ports, flow } = await opened();
    const late = pending<SlotPage>();
    ports.answers.retrieveSlots = () => late.promise;
    const asking = flow.actions.checkAgain();
    const before = flow.state;
    const asked = ports.happened.length;
    flow.dispose();
    late.answer(page([]));
    await asking;
    await flow.actions.open();
    await flow.actions.checkAgain();
    await flow.actions.book();
    await settle();
    expect(flow.state).toBe(before);
    expect(ports.happened).toHaveLength(asked);
  });
});
