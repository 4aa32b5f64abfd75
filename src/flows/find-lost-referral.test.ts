import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '../domain/instant.ts';
import { ErsError } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { FollowUpRow } from '../domain/worklist.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createFindLost, type FindLostFlow, type UnknownCreate } from './find-lost-referral.ts';
import { fakePorts, settle, timesAsked, type FakePorts } from './testing/fake-ports.ts';
import {
  NOW,
  OTHER_PATIENT,
  OTHER_UBRN,
  PATIENT,
  problem,
  referral,
  UBRN,
} from './testing/fake-records.ts';

const SENT_AT = addMilliseconds(NOW, -10_000);

const NEW = {
  id: 'intent-1',
  action: 'create-referral',
  contextId: 'context-1',
  patient: PATIENT.nhsNumber,
  sentAt: SENT_AT,
  serviceIds: ['101'],
  referrerId: '021600556514',
  priority: 'URGENT',
} as const;

const LOST: UnknownCreate = {
  ...NEW,
  state: 'unknown',
  problem: problem('no-answer'),
  endedAt: NOW,
};

const row = (ubrn: Ubrn, facts: Partial<FollowUpRow> = {}): FollowUpRow => ({
  list: 'AWAITING_BOOKING',
  ubrn,
  patient: PATIENT.nhsNumber,
  priority: 'URGENT',
  created: addMilliseconds(SENT_AT, 1_000),
  lastUpdated: NOW,
  clinicalContext: 'CARDIOLOGY/ARRHYTHMIA',
  referrer: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
  state: { code: 'UNBOOKED' },
  ...facts,
});

const made = (ubrn: Ubrn): Referral =>
  referral({ ubrn, priority: 'URGENT', shortlist: [{ id: '101' }] });

interface Scene {
  ports: FakePorts;
  flow: FindLostFlow;
}

/** A create without an answer, and what e-RS's list holds. */
async function scene(
  list: readonly FollowUpRow[],
  overrides: Partial<FlowPorts> = {},
): Promise<Scene> {
  const ports = fakePorts(overrides);
  ports.answers.retrieveWorklist = async () => [...list];
  ports.answers.retrieveReferral = async (ubrn) => made(ubrn);
  await ports.journal.begin(NEW);
  await ports.journal.settle('intent-1', { state: 'unknown', problem: problem('no-answer') });
  return { ports, flow: createFindLost(ports, LOST) };
}

async function lookFor({ ports, flow }: Scene, milliseconds: number): Promise<void> {
  void flow.actions.look();
  await settle();
  await ports.clock.advance(milliseconds);
  for (let times = 0; times < 5; times += 1) await settle();
}

const unresolved = async ({ ports }: Scene): Promise<number> => (await ports.intents()).length;

describe('P3: looking for a create whose answer was lost', () => {
  it('finds it, says so to the proxy, and lets the patient be referred again', async () => {
    const at = await scene([row(UBRN)]);
    await lookFor(at, 5_000);
    expect(at.flow.state.phase).toMatchObject({ status: 'found', referral: { ubrn: UBRN } });
    expect(at.ports.happened).toContain(`found ${UBRN}`);
    expect(await unresolved(at)).toBe(0);
    expect(await at.ports.journal.created(PATIENT.nhsNumber)).toMatchObject([{ ubrn: UBRN }]);
  });

  it('looks after 5, 30 and 120 seconds, and says none only then', async () => {
    const at = await scene([]);
    await lookFor(at, 5_000);
    expect(at.flow.state.phase).toMatchObject({ status: 'waiting' });
    await lookFor(at, 25_000);
    expect(at.flow.state.phase).toMatchObject({ status: 'waiting' });
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(2);
    await lookFor(at, 90_000);
    expect(at.flow.state.phase).toMatchObject({ status: 'none' });
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(3);
    expect(await unresolved(at)).toBe(1);
  });

  it('finds one that came late', async () => {
    const at = await scene([]);
    await lookFor(at, 5_000);
    at.ports.answers.retrieveWorklist = async () => [row(UBRN)];
    await lookFor(at, 25_000);
    expect(at.flow.state.phase.status).toBe('found');
  });

  it('looks at once, and once, when all its times are past', async () => {
    const at = await scene([]);
    await at.ports.clock.advance(600_000);
    await lookFor(at, 0);
    expect(at.flow.state.phase.status).toBe('none');
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(1);
  });

  it('leaves it to a person where two are alike', async () => {
    const at = await scene([row(UBRN), row(OTHER_UBRN)]);
    await lookFor(at, 5_000);
    expect(at.flow.state.phase).toMatchObject({ status: 'several', referrals: [{}, {}] });
    expect(await unresolved(at)).toBe(1);
    await at.flow.actions.choose(OTHER_UBRN);
    expect(at.flow.state.phase).toMatchObject({ status: 'found', referral: { ubrn: OTHER_UBRN } });
    expect(await unresolved(at)).toBe(0);
  });

  it('does not call a failed look "none"', async () => {
    const at = await scene([]);
    at.ports.answers.retrieveWorklist = () => Promise.reject(new ErsError(problem('no-answer')));
    await at.ports.clock.advance(600_000);
    await lookFor(at, 0);
    expect(at.flow.state.phase).toMatchObject({ status: 'not-looked', problem: {} });
    await at.flow.actions.confirmNone();
    expect(await unresolved(at)).toBe(1);
    at.ports.answers.retrieveWorklist = async () => [];
    await lookFor(at, 0);
    expect(at.flow.state.phase.status).toBe('none');
  });

  it('keeps what is found on the screen until the proxy has noted it', async () => {
    const foundOut = (): Promise<void> => Promise.reject(new ErsError(problem('no-answer')));
    const at = await scene([row(UBRN)], { foundOut });
    await lookFor(at, 5_000);
    expect(at.flow.state).toMatchObject({
      phase: { status: 'several', referrals: [{ ubrn: UBRN }] },
      notNoted: { reason: 'no-answer' },
    });
    expect(await unresolved(at)).toBe(1);
  });
});

describe('P1: a person who says that there is none', () => {
  it('ends it once all is quiet, and not before', async () => {
    const at = await scene([]);
    at.ports.client.can = () => false;
    expect(at.flow.state.phase).toMatchObject({ status: 'ask-person' });
    await at.ports.clock.advance(119_000);
    await at.flow.actions.confirmNone();
    expect(await unresolved(at)).toBe(1);
    await at.ports.clock.advance(1_000);
    await at.flow.actions.confirmNone();
    expect(at.flow.state.phase.status).toBe('gone');
    expect(at.ports.happened).toContain('found none');
    expect(await unresolved(at)).toBe(0);
  });

  it('is not asked for a list that the dialect does not have', async () => {
    const at = await scene([]);
    at.ports.client.can = () => false;
    await lookFor(at, 600_000);
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(0);
    expect(at.flow.state.phase.status).toBe('ask-person');
  });

  it('may name the one that was found in e-RS instead, of this patient only', async () => {
    const at = await scene([]);
    at.ports.answers.retrieveReferral = async (ubrn) =>
      ubrn === UBRN ? made(ubrn) : { ...made(ubrn), patient: OTHER_PATIENT };
    await at.flow.actions.choose(OTHER_UBRN);
    expect(at.flow.state).toMatchObject({
      phase: { status: 'ask-person' },
      notNoted: { reason: 'wrong-patient' },
    });
    await at.flow.actions.choose(UBRN);
    expect(at.flow.state.phase).toMatchObject({ status: 'found', referral: { ubrn: UBRN } });
    expect(await unresolved(at)).toBe(0);
  });

  it('is not taken, and the proxy is asked again, where the proxy knows better', async () => {
    const foundOut = (): Promise<void> => Promise.reject(new ErsError(problem('still-in-flight')));
    const at = await scene([], { foundOut });
    await at.ports.clock.advance(120_000);
    await at.flow.actions.confirmNone();
    expect(at.flow.state.phase.status).toBe('ask-person');
    expect(await unresolved(at)).toBe(1);
    expect(at.ports.earlier).toMatchObject({ asked: 1 });
  });

  it('changes nothing when the proxy cannot be told', async () => {
    const foundOut = (): Promise<void> => Promise.reject(new ErsError(problem('no-answer')));
    const at = await scene([], { foundOut });
    await at.ports.clock.advance(120_000);
    await at.flow.actions.confirmNone();
    expect(at.flow.state).toMatchObject({
      phase: { status: 'ask-person' },
      notNoted: { reason: 'no-answer' },
    });
    expect(await unresolved(at)).toBe(1);
  });

  it('waits from when the call can have ended at the latest, where nobody knows its end', async () => {
    const { state } = createFindLost(fakePorts(), { ...LOST, endedAt: undefined });
    expect(state).toMatchObject({
      phase: { status: 'ask-person' },
      noneFrom: addMilliseconds(SENT_AT, 310_000),
    });
  });
});
