import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { NewReferral } from '../ers/verbs/referring.ts';
import { createPageJournal } from '../journal/page-journal.ts';
import {
  createCreateReferral,
  type CreateReferralFlow,
  type ReferralContent,
} from './create-referral.ts';
import {
  done,
  earlierWrites,
  fakePorts,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import {
  CRITERIA,
  NOW,
  PATIENT,
  problem,
  referral,
  service,
  UBRN,
} from './testing/fake-records.ts';

const CONTENT: ReferralContent = {
  criteria: CRITERIA,
  shortlist: [service('102'), service('101')],
};

function started(content = CONTENT, ports = fakePorts()) {
  const flow = createCreateReferral(ports, { search: () => content });
  return { ports, flow };
}

function filledIn(content = CONTENT, ports = fakePorts()) {
  const { flow } = started(content, ports);
  flow.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '14' });
  return { ports, flow };
}

async function ended(result: WriteResult<Referral>) {
  const { ports, flow } = filledIn();
  ports.answers.createReferral = async () => result;
  await flow.actions.create();
  return { ports, flow };
}

describe('creating a referral: the form', () => {
  it('chooses nothing, and says what is missing', async () => {
    const { ports, flow } = started();
    expect(flow.state.letterIntention).toBeUndefined();
    await flow.actions.create();
    expect(flow.state.errors).toEqual([
      { field: 'letterIntention', error: 'missing' },
      { field: 'reminderDays', error: 'missing' },
    ]);
    flow.actions.change({ letterIntention: 'NOT_INTENDING_TO_ADD', reminderDays: 'two' });
    await flow.actions.create();
    expect(flow.state.errors).toEqual([{ field: 'reminderDays', error: 'not-a-whole-number' }]);
    expect(timesAsked(ports, 'createReferral')).toBe(0);
  });

  it('allows only "add later" when a service needs a letter', () => {
    const shortlist = [service('101'), service('102', { letterRequired: true })];
    const { flow } = started({ criteria: CRITERIA, shortlist });
    expect(flow.state).toMatchObject({
      letterRequired: true,
      letterIntention: 'NEED_TO_ADD_LATER',
    });
    flow.actions.change({ letterIntention: 'NOT_INTENDING_TO_ADD' });
    expect(flow.state.letterIntention).toBe('NEED_TO_ADD_LATER');
  });

  it('allows only "not intending" over HSCN when no service needs a letter', () => {
    const ports = fakePorts();
    const client = { ...ports.client, letterIntentionFollowsServices: true };
    const { flow } = started(CONTENT, { ...ports, client });
    expect(flow.state).toMatchObject({
      onlyIntention: 'NOT_INTENDING_TO_ADD',
      letterIntention: 'NOT_INTENDING_TO_ADD',
    });
    flow.actions.change({ letterIntention: 'NEED_TO_ADD_LATER' });
    expect(flow.state.letterIntention).toBe('NOT_INTENDING_TO_ADD');
  });

  it('is free again once a referral that was on its way elsewhere has been answered', async () => {
    const journal = createPageJournal();
    const intent = {
      id: 'earlier',
      action: 'create-referral',
      contextId: 'context-0',
      patient: PATIENT.nhsNumber,
      sentAt: NOW,
    } as const;
    await journal.begin(intent);
    const { flow } = started(CONTENT, fakePorts({ journal }));
    await settle();
    expect(flow.state.phase.status).toBe('blocked');
    await journal.settle('earlier', { state: 'not-done', problem: problem('forbidden') });
    await settle();
    expect(flow.state.phase.status).toBe('ready');
  });

  it('creates nothing while nobody can say what was sent before, and is free once that is known', async () => {
    const lost = problem('proxy-unreachable');
    const earlier = earlierWrites({ status: 'not-known', problem: lost });
    const { ports, flow } = filledIn(CONTENT, fakePorts({ earlier }));
    await settle();
    expect(flow.state.phase).toEqual({ status: 'not-looked-up', problem: lost });
    await flow.actions.create();
    expect(timesAsked(ports, 'createReferral')).toBe(0);
    earlier.become({ status: 'known' });
    await settle();
    expect(flow.state.phase.status).toBe('ready');
  });

  it('follows the shortlist, and does not keep what was never chosen', () => {
    let shortlist = [service('101', { letterRequired: true })];
    let tell: () => void = () => undefined;
    const flow = createCreateReferral(fakePorts(), {
      search: () => ({ criteria: CRITERIA, shortlist }),
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    });
    shortlist = [service('102')];
    tell();
    expect(flow.state.letterRequired).toBe(false);
    expect(flow.state.letterIntention).toBeUndefined();
  });
});

describe('creating a referral: sending', () => {
  it('sends exactly what was searched and chosen, in the patient’s order', async () => {
    const { ports, flow } = filledIn();
    let sent: NewReferral | undefined;
    ports.answers.createReferral = async (asked) => {
      sent = asked;
      return done(referral());
    };
    await flow.actions.create();
    expect(sent).toEqual({
      patient: PATIENT.nhsNumber,
      criteria: CRITERIA,
      services: ['102', '101'],
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: 14,
      referringClinician: undefined,
    });
    expect(flow.state.phase).toMatchObject({ status: 'created', referral: { ubrn: UBRN } });
  });

  it('has the intent in the journal before it leaves, and the outcome after', async () => {
    const { ports } = await ended(done(referral()));
    expect(ports.happened).toEqual(['begin create-referral', 'createReferral', 'settle done']);
  });

  it('is sent once, however often Create is pressed', async () => {
    const { ports, flow } = filledIn();
    const answer = pending<WriteResult<Referral>>();
    ports.answers.createReferral = () => answer.promise;
    const presses = Array.from({ length: 20 }, () => flow.actions.create());
    expect(flow.state.phase.status).toBe('sending');
    await settle();
    await settle();
    void flow.actions.create();
    answer.answer(done(referral()));
    await Promise.all(presses);
    await flow.actions.create();
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('sends nothing when the journal cannot take the intent', async () => {
    const journal = {
      ...createPageJournal(),
      begin: () => Promise.reject(new Error('disk full')),
    };
    const { ports, flow } = filledIn(CONTENT, fakePorts({ journal }));
    await flow.actions.create();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'host-failed', source: 'local' },
    });
    expect(timesAsked(ports, 'createReferral')).toBe(0);
  });

  it('sends nothing without a search that holds', async () => {
    const { ports, flow } = filledIn({ shortlist: [service('101')] });
    await flow.actions.create();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'criteria-missing' },
    });
    expect(ports.happened).toEqual([]);
  });
});

describe('creating a referral: how it ends', () => {
  it('refused: nothing was created, and the form is as it was', async () => {
    const { ports, flow } = await ended(notDone(problem('service-not-in-results')));
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'service-not-in-results' },
    });
    flow.actions.back();
    expect(flow.state).toMatchObject({
      phase: { status: 'ready' },
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: '14',
    });
    expect(await ports.intents()).toEqual([]);
  });

  it('unknown: stays unknown, is never sent again, and blocks the next one', async () => {
    const { ports, flow } = await ended(unknown(problem('no-answer', { source: 'network' })));
    expect(flow.state.phase).toMatchObject({ status: 'unknown', problem: { reason: 'no-answer' } });
    flow.actions.back();
    await flow.actions.create();
    expect(flow.state.phase.status).toBe('unknown');

    const next = filledIn(CONTENT, ports).flow;
    await next.actions.create();
    expect(next.state.phase).toMatchObject({
      status: 'blocked',
      intents: [{ action: 'create-referral', state: 'unknown' }],
    });
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('a client that breaks its promise leaves it unknown too', async () => {
    const { ports, flow } = filledIn();
    ports.answers.createReferral = () => Promise.reject(new Error('a fault of ours'));
    await flow.actions.create();
    expect(flow.state.phase.status).toBe('unknown');
    expect(await ports.intents()).toMatchObject([{ state: 'unknown' }]);
  });
});

describe('creating a referral: an earlier one', () => {
  async function withEarlier(action: 'create-referral' | 'upload-file'): Promise<{
    ports: FakePorts;
    flow: CreateReferralFlow;
  }> {
    const ports = fakePorts();
    await ports.journal.begin({
      id: 'earlier',
      action,
      contextId: 'context-0',
      patient: PATIENT.nhsNumber,
      sentAt: ports.clock.now(),
    });
    const { flow } = started(CONTENT, ports);
    await settle();
    return { ports, flow };
  }

  it('that is still on its way blocks at the start', async () => {
    const { flow } = await withEarlier('create-referral');
    expect(flow.state.phase).toMatchObject({ status: 'blocked', intents: [{ id: 'earlier' }] });
  });

  it('of another kind does not', async () => {
    const { flow } = await withEarlier('upload-file');
    expect(flow.state.phase.status).toBe('ready');
  });

  it('that the journal cannot tell of is asked for again before sending', async () => {
    const journal = {
      ...createPageJournal(),
      unresolved: () => Promise.reject(new Error('not to be read')),
    };
    const { ports, flow } = filledIn(CONTENT, fakePorts({ journal }));
    await flow.actions.create();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'host-failed' },
    });
    expect(timesAsked(ports, 'createReferral')).toBe(0);
  });
});

describe('creating a referral: two forms on one page', () => {
  it('send one referral between them', async () => {
    const ports = fakePorts();
    const one = filledIn(CONTENT, ports).flow;
    const other = filledIn(CONTENT, ports).flow;
    const answer = pending<WriteResult<Referral>>();
    ports.answers.createReferral = () => answer.promise;
    const creating = one.actions.create();
    await settle();
    await settle();
    await other.actions.create();
    expect(other.state.phase).toMatchObject({ status: 'blocked', intents: [{ state: 'sending' }] });
    answer.answer(done(referral()));
    await creating;
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });
});

describe('creating a referral: F22, the record is changed while it is on its way', () => {
  it('finishes under its own patient, is journalled, and shows nothing', async () => {
    const { ports, flow } = filledIn();
    const answer = pending<WriteResult<Referral>>();
    ports.answers.createReferral = () => answer.promise;
    const creating = flow.actions.create();
    await settle();
    await settle();
    const before = flow.state;
    flow.dispose();
    answer.answer(done(referral()));
    await creating;
    expect(flow.state).toBe(before);
    expect(ports.happened.at(-1)).toBe('settle done');
  });

  it('sends nothing when it had not left yet, and blocks nothing later', async () => {
    const { ports, flow } = filledIn();
    const creating = flow.actions.create();
    flow.dispose();
    await creating;
    expect(ports.happened).toEqual(['begin create-referral', 'settle not-done']);
    expect(await ports.intents()).toEqual([]);
  });

  it('starts nothing any more', async () => {
    const { ports, flow } = filledIn();
    flow.dispose();
    await flow.actions.create();
    expect(ports.happened).toEqual([]);
  });
});
