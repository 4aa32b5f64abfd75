import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { DraftPort } from '../journal/ports.ts';
import { createReferPatient } from './refer-patient.ts';
import { pdf } from './testing/fake-letters.ts';
import {
  done,
  failing,
  linked,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { bookedFor, PATIENT, problem, slot, UBRN } from './testing/fake-records.ts';
import { checked, created } from './testing/fake-referring.ts';

describe('referring a patient: what an earlier visit has left', () => {
  it('is a file that was uploaded and not attached, to be attached when the referral is opened', async () => {
    const { ports, flow } = await created();
    await flow.letters?.actions.add([pdf('a.pdf')]);
    await settle();
    flow.dispose();
    const load: DraftPort['load'] = async (key) => {
      await settle();
      return ports.drafts.load(key);
    };
    const next = createReferPatient({ ...ports, drafts: { ...ports.drafts, load } });
    // Before it is known what was kept.
    await next.actions.open(UBRN);
    expect(next.letters?.state.files).toMatchObject([
      { name: 'a.pdf', state: { status: 'uploaded', url: 'Binary/a.pdf' } },
    ]);
    await next.letters?.actions.attach();
    expect(next.state.unattached).toEqual([]);
  });

  it('is the letter of a referral that was made, until it is attached', async () => {
    const { flow } = await created();
    await settle();
    expect(flow.state.madeEarlier).toMatchObject([{ ubrn: UBRN, letterDue: true }]);
    await flow.letters?.actions.add([pdf('a.pdf')]);
    await flow.letters?.actions.attach();
    await settle();
    expect(flow.state.madeEarlier[0]?.letterDue).toBeUndefined();
  });

  it('goes when the user puts away how it ended', async () => {
    const { ports, flow } = await created();
    await flow.letters?.actions.add([pdf('a.pdf')]);
    const answer = pending<WriteResult<Referral>>();
    ports.answers.maintainReferralLetters = () => answer.promise;
    void flow.letters?.actions.attach();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    answer.answer(notDone(problem('locked')));
    await settle();
    await settle();
    const [left] = next.state.leftUnderWay;
    expect(left).toMatchObject({ action: 'attach-letters', state: 'not-done' });
    await next.actions.putAway([left?.id ?? '']);
    await settle();
    expect(next.state.leftUnderWay).toEqual([]);
  });

  it('stays while nobody knows how it ended', async () => {
    const { ports, flow } = await created();
    await flow.letters?.actions.add([pdf('a.pdf')]);
    ports.answers.maintainReferralLetters = () => pending<never>().promise;
    void flow.letters?.actions.attach();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await next.actions.putAway(next.state.leftUnderWay.map(({ id }) => id));
    await settle();
    expect(next.state.leftUnderWay).toMatchObject([{ state: 'sending' }]);
  });
});

describe('referring a patient: the patient is opened again', () => {
  const again = async (ports: FakePorts) => {
    const next = createReferPatient(ports);
    await settle();
    await settle();
    return next;
  };

  it.each(['letters', 'book'] as const)('is at the step where the user was: %s', async (step) => {
    const { ports, flow } = await created();
    flow.actions.goTo(step);
    await settle();
    flow.dispose();
    const next = await again(ports);
    expect(next.state).toMatchObject({ step, opened: { referral: { ubrn: UBRN } } });
    expect(timesAsked(ports, 'createReferral')).toBe(1);
  });

  it('is at the first step once the user has started again, or the referral is dealt with', async () => {
    const { ports, flow } = await created();
    flow.actions.startAgain();
    await settle();
    flow.dispose();
    const next = await again(ports);
    expect(next.state).toMatchObject({ step: 'find', opened: { status: 'closed' } });

    const { appointment } = bookedFor(slot('1', '2026-10-22T08:40:00.000Z'));
    ports.answers.retrieveReferral = async () => linked([], { appointment });
    ports.answers.maintainReferralLetters = async ({ letters }) =>
      done(
        linked(
          letters.map(({ url }) => url),
          { appointment },
        ),
      );
    await next.actions.open(UBRN);
    next.actions.goTo('letters');
    await next.letters?.actions.add([pdf('a.pdf')]);
    await next.letters?.actions.attach();
    await settle();
    next.dispose();
    expect((await again(ports)).state.step).toBe('find');
  });

  it('is at the first step while a create may have made another referral', async () => {
    const { ports, flow } = await created();
    await settle();
    flow.dispose();
    await ports.journal.begin({
      id: 'another',
      action: 'create-referral',
      contextId: 'context-1',
      patient: PATIENT.nhsNumber,
      sentAt: ports.clock.now(),
    });
    expect((await again(ports)).state.step).toBe('find');
  });

  it('is where the user has gone by then', async () => {
    const { ports, flow } = await created();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await next.actions.open(UBRN);
    await settle();
    expect(next.state.step).toBe('record');
  });
});

describe('referring a patient: a mistyped UBRN', () => {
  it('leaves the user where they find out about a create', async () => {
    const { ports, flow } = await checked();
    ports.answers.createReferral = async () => unknown(problem('no-answer'));
    await flow.create.actions.create();
    ports.answers.retrieveReferral = failing(problem('not-found'));
    const steps = new Set<string>();
    flow.subscribe(() => steps.add(flow.state.step));
    await flow.actions.open(UBRN);
    expect(flow.state).toMatchObject({ opened: { status: 'failed' } });
    expect([...steps]).toEqual(['check']);
  });
});

describe('referring a patient: what can be kept or discarded', () => {
  it('is a draft while nothing of it was sent', async () => {
    const { flow } = await checked();
    expect(flow.hasDraft()).toBe(true);
  });

  it('is none once the referral is made, though a letter is due', async () => {
    const { flow } = await created();
    await settle();
    expect([flow.hasUnsentWork(), flow.hasDraft()]).toEqual([true, false]);
  });

  it('is none while it may have been made', async () => {
    const { ports, flow } = await checked();
    ports.answers.createReferral = async () => unknown(problem('no-answer'));
    await flow.create.actions.create();
    expect([flow.hasUnsentWork(), flow.hasDraft()]).toEqual([true, false]);
  });
});

describe('referring a patient: suggested tests that were ticked off', () => {
  it('are kept with the draft, and go with it', async () => {
    const { ports, flow } = await checked();
    flow.actions.tickTests('101', true);
    flow.actions.tickTests('102', true);
    flow.actions.tickTests('102', false);
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await settle();
    expect(next.state.tested).toEqual(['101']);
    await next.actions.discardDraft();
    expect(next.state.tested).toEqual([]);
  });
});
