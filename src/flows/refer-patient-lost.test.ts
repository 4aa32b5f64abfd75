import { describe, expect, it, vi } from 'vitest';
import { addMilliseconds } from '../domain/instant.ts';
import { ErsError } from '../domain/problem.ts';
import type { FollowUpRow } from '../domain/worklist.ts';
import { createReferPatient, type ReferPatientFlow } from './refer-patient.ts';
import {
  failing,
  fakePorts,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { NOW, OTHER_UBRN, PATIENT, problem, referral, UBRN } from './testing/fake-records.ts';
import { checked, KEY } from './testing/fake-referring.ts';

const row: FollowUpRow = {
  list: 'AWAITING_BOOKING',
  ubrn: UBRN,
  patient: PATIENT.nhsNumber,
  priority: 'URGENT',
  created: addMilliseconds(NOW, 1_000),
  lastUpdated: NOW,
  clinicalContext: 'CARDIOLOGY/ARRHYTHMIA',
  referrer: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
  state: { code: 'UNBOOKED' },
};

interface Scene {
  ports: FakePorts;
  flow: ReferPatientFlow;
}

/** A create whose answer was lost; over HSCN there is no list to look in. */
async function scene(list?: readonly FollowUpRow[]): Promise<Scene> {
  const at = await checked();
  const { ports, flow } = at;
  if (list) ports.answers.retrieveWorklist = async () => [...list];
  else ports.client.can = () => false;
  ports.answers.retrieveReferral = async (ubrn) =>
    referral({ ubrn, priority: 'URGENT', shortlist: [{ id: '101' }] });
  ports.answers.createReferral = async () => unknown(problem('no-answer'));
  await flow.create.actions.create();
  await taken(flow);
  return at;
}

/** What looks for it is loaded then. */
async function taken(flow: ReferPatientFlow): Promise<void> {
  await vi.waitFor(() => expect(flow.lost).toHaveLength(1));
  await settled();
}

async function settled(): Promise<void> {
  for (let times = 0; times < 6; times += 1) await settle();
}

async function pass({ ports }: Scene, milliseconds: number): Promise<void> {
  await ports.clock.advance(milliseconds);
  await settled();
}

const lostOf = ({ flow }: Scene) => {
  const [lost] = flow.lost;
  if (!lost) throw new Error('Nothing is lost.');
  return lost;
};

describe('referring a patient: a create whose answer was lost', () => {
  it('is looked for where e-RS has a list, found, and opened as after a create', async () => {
    const at = await scene([row]);
    const { ports, flow } = at;
    expect(flow.create.state.phase.status).toBe('unknown');
    await pass(at, 5_000);
    expect(flow.state).toMatchObject({
      step: 'letters',
      opened: { status: 'open', referral: { ubrn: UBRN } },
      found: { ubrn: UBRN },
      madeEarlier: [{ ubrn: UBRN, letterDue: true }],
    });
    expect(flow.lost).toEqual([]);
    expect(flow.isLetterDue()).toBe(true);
    expect(await ports.drafts.load(KEY)).toBeUndefined();
    expect(flow.find.state.shortlist).toEqual([]);
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('is left to a person where e-RS has none, and opens by the UBRN that they give', async () => {
    const at = await scene();
    expect(lostOf(at).state.phase).toEqual({ status: 'ask-person' });
    await lostOf(at).actions.choose(UBRN);
    await settled();
    expect(at.flow.state).toMatchObject({ step: 'letters', found: { ubrn: UBRN } });
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(0);
  });

  it('can be created again, with all that was typed, once a person says that there is none', async () => {
    const at = await scene();
    const { ports, flow } = at;
    await lostOf(at).actions.confirmNone();
    expect(flow.create.state.phase.status).toBe('unknown');
    await pass(at, 120_000);
    await lostOf(at).actions.confirmNone();
    await settled();
    expect(flow.state.step).toBe('check');
    expect(flow.create.state).toMatchObject({
      phase: { status: 'ready' },
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: '14',
    });
    expect(flow.find.state.shortlist).toMatchObject([{ id: '101' }]);
    expect(flow.lost).toEqual([]);
    ports.answers.createReferral = async () => ({ outcome: 'done', value: referral() });
    await flow.create.actions.create();
    expect(flow.create.state.phase.status).toBe('created');
  });

  it('F2: opens by itself once the proxy says which referral it made, without a person', async () => {
    const at = await scene();
    const { ports, flow } = at;
    expect(ports.earlier).toMatchObject({ asked: 1 });
    const [lost] = await ports.journal.unresolved(PATIENT.nhsNumber);
    if (!lost) throw new Error('Nothing is lost.');
    await ports.journal.adopt(PATIENT.nhsNumber, [{ ...lost, state: 'done', ubrn: UBRN }]);
    await settled();
    expect(flow.state).toMatchObject({ step: 'letters', found: { ubrn: UBRN } });
    expect(flow.lost).toEqual([]);
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('stays, with the problem, while the referral that the proxy names cannot be read', async () => {
    const at = await scene();
    const { ports, flow } = at;
    ports.answers.retrieveReferral = failing(problem('ers-unavailable'));
    const [lost] = await ports.journal.unresolved(PATIENT.nhsNumber);
    if (!lost) throw new Error('Nothing is lost.');
    await ports.journal.adopt(PATIENT.nhsNumber, [{ ...lost, state: 'done', ubrn: UBRN }]);
    await settled();
    expect(lostOf(at).state.notNoted).toMatchObject({ reason: 'ers-unavailable' });
    expect(flow.state.madeEarlier).toMatchObject([{ ubrn: UBRN }]);
  });

  it('is looked for by the next desk of the patient too', async () => {
    const at = await scene();
    at.flow.dispose();
    const next = { ...at, flow: createReferPatient(at.ports) };
    await taken(next.flow);
    expect(next.flow.create.state.phase.status).toBe('blocked');
    await lostOf(next).actions.choose(UBRN);
    await settled();
    expect(next.flow.state).toMatchObject({ step: 'letters', found: { ubrn: UBRN } });
  });

  it('does not take the user from another referral', async () => {
    const at = await scene([row]);
    await at.flow.actions.open(OTHER_UBRN);
    await pass(at, 5_000);
    expect(at.flow.state).toMatchObject({
      step: 'record',
      opened: { referral: { ubrn: OTHER_UBRN } },
      found: { ubrn: UBRN },
      madeEarlier: [{ ubrn: UBRN }],
    });
  });

  it('is not said to be one that another create has made', async () => {
    const at = await scene();
    const { journal } = at.ports;
    const other = { action: 'create-referral', contextId: 'c', sentAt: NOW } as const;
    await journal.begin({ ...other, id: 'other', patient: PATIENT.nhsNumber });
    await journal.settle('other', { state: 'done', ubrn: UBRN });
    await settled();
    await lostOf(at).actions.choose(UBRN);
    expect(lostOf(at).state).toMatchObject({ ofAnotherCreate: UBRN, noting: false });
    expect(at.flow.create.state.phase.status).not.toBe('ready');
    expect(at.ports.happened).not.toContain(`found ${UBRN}`);
  });

  it('is let go of when another page has found out how it ended', async () => {
    const at = await scene();
    const { journal } = at.ports;
    const [intent] = await journal.unresolved(PATIENT.nhsNumber);
    await journal.settle(intent?.id ?? '', { state: 'not-done', problem: problem('no-answer') });
    await settled();
    expect(at.flow.lost).toEqual([]);
    expect(at.flow.create.state.phase.status).toBe('ready');
  });

  it('is looked for again once the user has signed in again', async () => {
    const at = await scene([]);
    at.ports.answers.retrieveWorklist = () =>
      Promise.reject(new ErsError(problem('session-ended')));
    await pass(at, 130_000);
    expect(lostOf(at).state.phase.status).toBe('not-looked');
    at.ports.answers.retrieveWorklist = async () => [row];
    at.flow.actions.signedInAgain();
    await settled();
    expect(at.flow.state.found).toMatchObject({ ubrn: UBRN });
  });

  it('ends with the desk: nothing is asked any more', async () => {
    const at = await scene([row]);
    at.flow.dispose();
    await pass(at, 600_000);
    expect(timesAsked(at.ports, 'retrieveWorklist')).toBe(0);
  });
});

describe('a create that was lost, by clocks that differ', () => {
  const lost = {
    id: 'lost',
    action: 'create-referral',
    contextId: 'context-0',
    patient: PATIENT.nhsNumber,
    referrerId: '021600556514',
  } as const;

  async function adopted(hoursAhead: number): Promise<Scene> {
    const ports = fakePorts();
    const sentAt = addMilliseconds(NOW, hoursAhead * 3_600_000);
    ports.answers.retrieveWorklist = async () => [row];
    ports.answers.retrieveReferral = async (ubrn) => referral({ ubrn });
    const end = { state: 'unknown', problem: problem('no-answer'), endedAt: sentAt } as const;
    await ports.journal.adopt(PATIENT.nhsNumber, [{ ...lost, sentAt, ...end }]);
    const flow = createReferPatient(ports);
    await taken(flow);
    return { ports, flow };
  }

  it.each([-900, 900])('shows what may be it to a person: %i hours', async (hours) => {
    const at = await adopted(hours);
    await pass(at, 200_000);
    expect(lostOf(at).state.phase).toMatchObject({
      status: 'several',
      referrals: [{ ubrn: UBRN, created: row.created }],
    });
  });

  it('lets "none" be said after the quiet time by the clock at hand', async () => {
    const at = await adopted(900);
    expect(lostOf(at).state.noneFrom).toBe(addMilliseconds(NOW, 120_000));
  });
});
