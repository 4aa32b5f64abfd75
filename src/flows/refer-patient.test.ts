import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import { createMemoryDrafts } from '../journal/memory-drafts.ts';
import type { DraftKey } from '../journal/ports.ts';
import {
  done,
  failing,
  fakePorts,
  linked,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './fake-ports.ts';
import {
  bookedFor,
  NOW,
  OTHER_PATIENT,
  OTHER_UBRN,
  PATIENT,
  problem,
  referral,
  service,
  slot,
  UBRN,
  version,
} from './fake-records.ts';
import { createReferPatient, type ReferPatientFlow } from './refer-patient.ts';

const NINE = slot('s9', '2026-10-22T09:00:00.000Z');
const KEY: DraftKey = {
  userId: '021600556514',
  patient: PATIENT.nhsNumber,
  flow: 'refer-patient',
};

async function started(ports = fakePorts()): Promise<{ ports: FakePorts; flow: ReferPatientFlow }> {
  ports.answers.searchServices = async () => [service('101'), service('102')];
  const flow = createReferPatient(ports);
  await settle();
  return { ports, flow };
}

async function shortlisted(ports = fakePorts()) {
  const { flow } = await started(ports);
  flow.find.actions.change({ specialty: 'CARDIOLOGY', clinicType: 'ARRHYTHMIA' });
  flow.find.actions.change({ priority: 'URGENT' });
  await flow.find.actions.search();
  flow.find.actions.toggle('101');
  return { ports, flow };
}

async function checked(ports = fakePorts()) {
  const { flow } = await shortlisted(ports);
  flow.actions.goTo('check');
  flow.create.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '14' });
  return { ports, flow };
}

async function created(ports = fakePorts()) {
  const { flow } = await checked(ports);
  await flow.create.actions.create();
  return { ports, flow };
}

function pdf(name: string): File {
  return new File(['%PDF'], name, { type: 'application/pdf' });
}

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
    const { ports, flow } = await created();
    ports.answers.maintainReferralLetters = async () => unknown(problem('no-answer'));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await flow.letters?.actions.add([pdf('a.pdf')]);
    await flow.letters?.actions.attach();
    ports.answers.retrieveReferral = async () => linked([], { version: version(9) });
    flow.actions.goTo('book');
    await settle();
    flow.letters?.actions.leaveOut('none');
    await flow.letters?.actions.add([]);
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

describe('referring a patient: the draft', () => {
  it('is kept at each change, without answers of e-RS', async () => {
    const { ports } = await checked();
    await settle();
    const draft = await ports.drafts.load(KEY);
    expect(draft).toMatchObject({
      savedAt: NOW,
      content: {
        draft: { specialty: 'CARDIOLOGY', priority: 'URGENT' },
        shortlist: ['101'],
        letterIntention: 'NEED_TO_ADD_LATER',
        reminderDays: '14',
      },
    });
    expect(JSON.stringify(draft)).not.toContain('Service 101');
  });

  it('is not made of nothing', async () => {
    const { ports, flow } = await started();
    await flow.find.actions.loadLists();
    flow.find.actions.change({ postcode: 'AB1 2CD' });
    flow.find.actions.change({ postcode: PATIENT.postcode ?? '' });
    await settle();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('is taken up when the patient is opened again, with facts read anew', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await settle();
    expect(next.state).toMatchObject({ step: 'find', resumed: { savedAt: NOW } });
    expect(next.find.state.draft).toMatchObject({ specialty: 'CARDIOLOGY', priority: 'URGENT' });
    expect(next.find.state.shortlist).toMatchObject([{ id: '101', name: 'Service 101' }]);
    expect(next.create.state).toMatchObject({
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: '14',
    });
    expect(timesAsked(ports, 'searchServices')).toBe(2);
  });

  it('keeps its shortlist while the services cannot be found again', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    ports.answers.searchServices = failing(problem('ers-failed'));
    createReferPatient(ports);
    await settle();
    await settle();
    expect((await ports.drafts.load(KEY))?.content).toMatchObject({ shortlist: ['101'] });
  });

  it('is not taken up over what was typed meanwhile', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    next.find.actions.change({ priority: 'ROUTINE' });
    await settle();
    expect(next.state.resumed).toBeUndefined();
    expect(next.find.state.draft.specialty).toBeUndefined();
    await settle();
    expect((await ports.drafts.load(KEY))?.content).toMatchObject({
      draft: { priority: 'ROUTINE' },
    });
  });

  it('can be discarded', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await next.actions.discardDraft();
    expect(next.state.resumed).toBeUndefined();
    expect(next.find.state.draft.specialty).toBeUndefined();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('is gone once the referral is created, also when nobody looks any more', async () => {
    const { ports, flow } = await checked();
    const answer = pending<WriteResult<Referral>>();
    ports.answers.createReferral = () => answer.promise;
    const creating = flow.create.actions.create();
    await settle();
    await settle();
    flow.dispose();
    expect(await ports.drafts.load(KEY)).toBeDefined();
    answer.answer(done(referral()));
    await creating;
    await settle();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('says so when it cannot be kept', async () => {
    const drafts = { ...createMemoryDrafts(), save: () => Promise.reject(new Error('full')) };
    const { flow } = await shortlisted(fakePorts({ drafts }));
    await settle();
    expect(flow.state.draftNotKept).toBe(true);
    expect(flow.find.state.shortlist).toHaveLength(1);
  });

  it('that is not one is left alone', async () => {
    for (const content of [null, 'text', {}, { draft: 7 }]) {
      const ports = fakePorts();
      await ports.drafts.save(KEY, { savedAt: NOW, content });
      const { flow } = await started(ports);
      expect(flow.state.resumed).toBeUndefined();
    }
  });

  it('of another shape gives only what can be understood', async () => {
    const ports = fakePorts();
    const content = { draft: { findBy: 'magic', priority: 'NOW', specialty: 'CARDIOLOGY' } };
    await ports.drafts.save(KEY, { savedAt: NOW, content });
    const { flow } = await started(ports);
    expect(flow.find.state.draft).toMatchObject({ findBy: 'specialty', specialty: 'CARDIOLOGY' });
    expect(flow.find.state.draft.priority).toBeUndefined();
  });
});

describe('referring a patient: unsent work', () => {
  it('is what was typed or chosen and not sent', async () => {
    const { flow } = await started();
    expect(flow.hasUnsentWork()).toBe(false);
    flow.find.actions.change({ priority: 'URGENT' });
    expect(flow.hasUnsentWork()).toBe(true);
  });

  it('is none after the referral is made, until a file or a slot is chosen', async () => {
    const { ports, flow } = await created();
    expect(flow.hasUnsentWork()).toBe(false);
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
