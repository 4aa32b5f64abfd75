import { describe, expect, it } from 'vitest';
import type { Referral } from '../domain/referral.ts';
import { pdf } from './testing/fake-letters.ts';
import {
  failing,
  fakePorts,
  linked,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
} from './testing/fake-ports.ts';
import {
  bookedFor,
  OTHER_PATIENT,
  OTHER_UBRN,
  problem,
  referral,
  service,
  slot,
  UBRN,
  version,
} from './testing/fake-records.ts';
import { checked, created, KEY, shortlisted, started } from './testing/fake-referring.ts';

const NINE = slot('s9', '2026-10-22T09:00:00.000Z');

describe('referring a patient: the steps', () => {
  it('start with finding services, and with no referral', async () => {
    const { flow } = await started();
    expect(flow.state).toMatchObject({ step: 'find', opened: { status: 'closed' } });
    expect(flow.letters ?? flow.booking ?? flow.patientLetter).toBeUndefined();
    for (const step of ['check', 'letters', 'book', 'record'] as const) flow.actions.goTo(step);
    expect(flow.state.step).toBe('find');
  });

  it('go to the check only with a shortlist that the newest search has found', async () => {
    const { ports, flow } = await shortlisted();
    flow.find.actions.change({ distance: 10 });
    flow.actions.goTo('check');
    expect(flow.state.step).toBe('find');
    ports.answers.searchServices = async () => [service('102')];
    await flow.find.actions.search();
    flow.actions.goTo('check');
    expect(flow.state.step).toBe('find');
    flow.find.actions.toggle('101');
    flow.find.actions.toggle('102');
    flow.actions.goTo('check');
    expect(flow.state.step).toBe('check');
  });

  it('lead from the created referral to its letters, with all flows at hand', async () => {
    const { flow } = await created();
    expect(flow.state).toMatchObject({
      step: 'letters',
      opened: { status: 'open', referral: { ubrn: UBRN } },
    });
    expect(flow.letters?.state.referral.ubrn).toBe(UBRN);
    expect(flow.patientLetter?.state.status).toBe('available');
    expect(flow.booking?.state.phase.status).toBe('opening');
  });

  it('never lead back to a form that has created its referral', async () => {
    const { ports, flow } = await created();
    flow.actions.goTo('check');
    flow.actions.goTo('find');
    expect(flow.state.step).toBe('letters');
    await flow.create.actions.create();
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('stay while the referral is on its way', async () => {
    const { ports, flow } = await checked();
    ports.answers.createReferral = () => pending<never>().promise;
    void flow.create.actions.create();
    flow.actions.goTo('find');
    flow.actions.startAgain();
    await flow.actions.open(OTHER_UBRN);
    expect(flow.state).toMatchObject({ step: 'check', opened: { status: 'closed' } });
    expect(flow.create.state.phase.status).toBe('sending');
  });

  it('stay on the check when it was refused or is unknown', async () => {
    for (const result of [notDone(problem('locked')), unknown(problem('no-answer'))]) {
      const { ports, flow } = await checked();
      ports.answers.createReferral = async () => result;
      await flow.create.actions.create();
      expect(flow.state).toMatchObject({ step: 'check', opened: { status: 'closed' } });
    }
  });

  it('open the slots when booking is reached, with the services known from the search', async () => {
    const { ports, flow } = await created();
    ports.answers.retrieveReferral = async () => referral({ shortlist: undefined });
    flow.actions.goTo('book');
    await settle();
    expect(flow.booking?.state).toMatchObject({
      phase: { status: 'choosing' },
      services: [{ serviceId: '101', name: 'Service 101' }],
    });
  });

  it('tell of each change of a part', async () => {
    const { flow } = await started();
    let told = 0;
    flow.subscribe(() => (told += 1));
    flow.find.actions.change({ priority: 'URGENT' });
    expect(told).toBeGreaterThan(0);
  });
});

describe('referring a patient: the newest reading of the referral', () => {
  it('goes from the letters to the booking, which names its version', async () => {
    const { ports, flow } = await created();
    ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
    flow.actions.goTo('book');
    await settle();
    flow.actions.goTo('letters');
    await flow.letters?.actions.add([pdf('a.pdf')]);
    await flow.letters?.actions.attach();
    expect(flow.state.opened).toMatchObject({ referral: { version: version(6) } });
    expect(flow.booking?.state.referral?.version).toBe(version(6));
  });

  it('goes from the booking to the letters and the patient letter', async () => {
    const { ports, flow } = await created();
    ports.answers.retrieveReferral = async () => bookedFor(NINE);
    flow.actions.goTo('book');
    await settle();
    expect(flow.state.opened).toMatchObject({ referral: { state: { code: 'BOOKED' } } });
    expect(flow.letters?.state.referral.version).toBe(version(8));
    expect(flow.patientLetter?.state).toEqual({ status: 'not-available', because: 'booked' });
  });

  it('is not undone by a part that has not seen it', async () => {
    const documents = pending<never[]>();
    const lookUps = { listDocuments: () => documents.promise };
    const { ports, flow } = await created(fakePorts({ lookUps }));
    await flow.letters?.actions.add([pdf('a.pdf')]);
    ports.answers.maintainReferralLetters = () => pending<never>().promise;
    void flow.letters?.actions.attach();
    ports.answers.retrieveReferral = async () => linked([], { version: version(9) });
    await flow.booking?.actions.open();
    documents.answer([]);
    await settle();
    expect(flow.letters?.state).toMatchObject({ documents: [], referral: { version: version(3) } });
    expect(flow.state.opened).toMatchObject({ referral: { version: version(9) } });
  });
});

describe('referring a patient: opening a referral by its UBRN', () => {
  it('shows its record', async () => {
    const { flow } = await started();
    await flow.actions.open(UBRN);
    expect(flow.state).toMatchObject({ step: 'record', opened: { status: 'open' } });
    expect(flow.letters).toBeDefined();
  });

  it('refuses one of another patient, and shows nothing of it', async () => {
    const { ports, flow } = await started();
    ports.answers.retrieveReferral = async () => referral({ patient: OTHER_PATIENT });
    await flow.actions.open(UBRN);
    expect(flow.state).toMatchObject({
      step: 'find',
      opened: { status: 'failed', ubrn: UBRN, problem: { reason: 'wrong-patient' } },
    });
    expect(flow.letters).toBeUndefined();
  });

  it('says why it could not be read', async () => {
    const { ports, flow } = await started();
    ports.answers.retrieveReferral = failing(problem('not-found'));
    await flow.actions.open(UBRN);
    expect(flow.state.opened).toMatchObject({ status: 'failed', problem: { reason: 'not-found' } });
  });

  it('keeps what was read last, with its time, while e-RS is down, and nothing to do with it', async () => {
    const { ports, flow } = await started();
    const at = ports.clock.now();
    await flow.actions.open(UBRN);
    await ports.clock.advance(60_000);
    ports.answers.retrieveReferral = failing(problem('ers-unavailable', { retry: 'back-off' }));
    for (let times = 0; times < 2; times += 1) {
      await flow.actions.open(UBRN);
      expect(flow.state).toMatchObject({
        step: 'record',
        opened: { status: 'failed', lastRead: { referral: { ubrn: UBRN }, at } },
      });
      expect(flow.letters).toBeUndefined();
    }
    await flow.actions.open(OTHER_UBRN);
    expect(flow.state.opened).not.toHaveProperty('lastRead');
  });

  it('shows nothing more of it once e-RS refuses it', async () => {
    const { ports, flow } = await started();
    await flow.actions.open(UBRN);
    ports.answers.retrieveReferral = failing(problem('forbidden'));
    await flow.actions.open(UBRN);
    expect(flow.state).toMatchObject({ step: 'find', opened: { status: 'failed' } });
    expect(flow.state.opened).not.toHaveProperty('lastRead.referral');
  });

  it('lets the newest win', async () => {
    const { ports, flow } = await started();
    const [first, second] = [pending<Referral>(), pending<Referral>()];
    const answers = [first, second];
    ports.answers.retrieveReferral = () => answers.shift()?.promise ?? failing(problem('gone'))();
    const older = flow.actions.open(UBRN);
    const newer = flow.actions.open(OTHER_UBRN);
    second.answer(referral({ ubrn: OTHER_UBRN }));
    await newer;
    first.answer(referral());
    await older;
    expect(flow.state.opened).toMatchObject({ status: 'open', referral: { ubrn: OTHER_UBRN } });
  });

  it('keeps an unsent search, to which it can go back, and creates from there', async () => {
    const { ports, flow } = await shortlisted();
    ports.answers.retrieveReferral = async () => referral({ ubrn: OTHER_UBRN });
    await flow.actions.open(OTHER_UBRN);
    flow.actions.goTo('check');
    expect(flow.state.step).toBe('check');
    flow.create.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '0' });
    await flow.create.actions.create();
    expect(flow.state).toMatchObject({ step: 'letters', opened: { referral: { ubrn: UBRN } } });
    expect(flow.letters?.state.referral.ubrn).toBe(UBRN);
  });

  it('after a created one leaves the used form behind', async () => {
    const { flow } = await created();
    await flow.actions.open(UBRN);
    flow.actions.goTo('find');
    expect(flow.state.step).toBe('find');
    expect(flow.find.state.shortlist).toEqual([]);
    expect(flow.create.state.phase.status).toBe('ready');
  });
});

describe('referring a patient: starting again', () => {
  it('begins with an empty form for the same patient', async () => {
    const { ports, flow } = await created();
    flow.actions.startAgain();
    await settle();
    expect(flow.state).toMatchObject({ step: 'find', opened: { status: 'closed' } });
    expect(flow.find.state.shortlist).toEqual([]);
    expect(flow.letters).toBeUndefined();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('stays blocked after an unknown create', async () => {
    const { ports, flow } = await checked();
    ports.answers.createReferral = async () => unknown(problem('no-answer'));
    await flow.create.actions.create();
    flow.actions.startAgain();
    await settle();
    expect(flow.create.state.phase.status).toBe('blocked');
  });
});

describe('referring a patient: unsent work', () => {
  it('is what was typed or chosen and not sent', async () => {
    const { flow } = await started();
    expect(flow.hasUnsentWork()).toBe(false);
    flow.find.actions.change({ priority: 'URGENT' });
    expect(flow.hasUnsentWork()).toBe(true);
  });

  it('is none after the referral is made and has its letter, until a slot is chosen', async () => {
    const { ports, flow } = await created();
    expect(flow.isLetterDue()).toBe(true);
    expect(flow.hasUnsentWork()).toBe(true);
    await flow.letters?.actions.add([pdf('a.pdf')]);
    expect(flow.hasUnsentWork()).toBe(true);
    await flow.letters?.actions.attach();
    expect(flow.hasUnsentWork()).toBe(false);
    ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
    flow.actions.goTo('book');
    await settle();
    flow.booking?.actions.choose('s9');
    expect(flow.hasUnsentWork()).toBe(true);
  });
});

describe('referring a patient: once disposed', () => {
  it('shows nothing that comes late, in any part', async () => {
    const { ports, flow } = await created();
    const late = pending<Referral>();
    ports.answers.retrieveReferral = () => late.promise;
    flow.actions.goTo('book');
    const { booking } = flow;
    const before = booking?.state;
    flow.dispose();
    late.answer(referral());
    await settle();
    expect(booking?.state).toBe(before);
    expect(flow.letters).toBeUndefined();
    const asked = ports.happened.length;
    await flow.actions.open(UBRN);
    flow.actions.startAgain();
    await flow.find.actions.search();
    await settle();
    expect(ports.happened).toHaveLength(asked);
  });
});
