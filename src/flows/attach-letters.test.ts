import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { LetterSet } from '../ers/verbs/referring.ts';
import { pdf, started, states } from './testing/fake-letters.ts';
import {
  done,
  failing,
  linked,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
} from './testing/fake-ports.ts';
import { letter, problem, referral, UBRN, version } from './testing/fake-records.ts';

describe('letters: attaching', () => {
  const OLD = letter('Binary/1', { name: 'old.pdf', description: 'First letter' });

  it('sends everything kept and uploaded as one set, at the version read last', async () => {
    const { ports, flow } = started({ letters: [OLD, letter('Binary/2')] });
    let sent: LetterSet | undefined;
    ports.answers.maintainReferralLetters = async (set) => {
      sent = set;
      return done(linked(set.letters.map(({ url }) => url)));
    };
    await flow.actions.add([pdf('new.pdf')]);
    flow.actions.keep('Binary/2', false);
    await flow.actions.attach();
    const now = ports.clock.now();
    expect(sent).toEqual({
      ubrn: UBRN,
      version: version(3),
      letters: [
        { url: 'Binary/1', description: 'First letter', indexed: now },
        { url: 'Binary/new.pdf', indexed: now },
      ],
    });
    expect(flow.state).toMatchObject({
      phase: { status: 'attached' },
      files: [],
      referral: { version: version(6) },
      letters: [{ keep: true }, { keep: true }],
    });
    expect(ports.happened.slice(-3)).toEqual([
      'begin attach-letters',
      'maintainReferralLetters',
      'settle done',
    ]);
  });

  it('leaves on the list what was not uploaded', async () => {
    const { flow } = started();
    await flow.actions.add([pdf('new.pdf'), pdf('empty.pdf', 0)]);
    await flow.actions.attach();
    expect(flow.state.phase.status).toBe('attached');
    expect(states(flow)).toEqual(['empty.pdf refused']);
  });

  it('waits for uploads on their way', async () => {
    const { ports, flow } = started();
    ports.answers.uploadFile = () => pending<never>().promise;
    void flow.actions.add([pdf('new.pdf')]);
    await flow.actions.attach();
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(0);
  });

  it('refuses a set without changes and an empty one, before anything is sent', async () => {
    const { ports, flow } = started({ letters: [OLD] });
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'no-changes', source: 'local' } });
    flow.actions.keep('Binary/1', false);
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'field-required' } });
    expect(ports.happened).toEqual([]);
  });

  it('is sent once, and the set does not change meanwhile', async () => {
    const { ports, flow } = started({ letters: [OLD] });
    const answer = pending<WriteResult<Referral>>();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = () => answer.promise;
    const presses = [flow.actions.attach(), flow.actions.attach(), flow.actions.attach()];
    await settle();
    await settle();
    flow.actions.keep('Binary/1', false);
    await flow.actions.add([pdf('late.pdf')]);
    expect(flow.state.letters).toMatchObject([{ keep: true }]);
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    answer.answer(done(linked(['Binary/1', 'Binary/new.pdf'])));
    await Promise.all(presses);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);
  });

  it('refused for another reason: says it, keeps everything', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => notDone(problem('locked'));
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ status: 'refused', problem: { reason: 'locked' } });
    expect(states(flow)).toEqual(['new.pdf uploaded']);
  });
});

describe('letters: the referral has changed meanwhile (F28)', () => {
  async function conflict(now: Referral) {
    const { ports, flow } = started({ letters: [letter('Binary/1'), letter('Binary/2')] });
    await flow.actions.add([pdf('new.pdf')]);
    flow.actions.keep('Binary/2', false);
    ports.answers.maintainReferralLetters = async () => notDone(problem('referral-changed'));
    ports.answers.retrieveReferral = async () => now;
    await flow.actions.attach();
    return { ports, flow };
  }

  it('F28, P9: shows before and now, keeps what was unticked and uploaded, and what others added', async () => {
    const { ports, flow } = await conflict(linked(['Binary/1', 'Binary/2', 'Binary/3']));
    expect(flow.state.phase).toMatchObject({
      status: 'changed',
      before: [{ url: 'Binary/1' }, { url: 'Binary/2' }],
      now: [{ url: 'Binary/1' }, { url: 'Binary/2' }, { url: 'Binary/3' }],
    });
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);

    let sent: LetterSet | undefined;
    ports.answers.maintainReferralLetters = async (set) => {
      sent = set;
      return done(linked(set.letters.map(({ url }) => url)));
    };
    await flow.actions.attach();
    expect(sent?.version).toBe(version(6));
    expect(sent?.letters.map(({ url }) => url)).toEqual(['Binary/1', 'Binary/3', 'Binary/new.pdf']);
  });

  it('is attached when the reading shows exactly our set', async () => {
    const { flow } = await conflict(linked(['Binary/1', 'Binary/new.pdf']));
    expect(flow.state.phase.status).toBe('attached');
  });

  it('is over when the referral was read anew elsewhere', async () => {
    const { flow } = await conflict(linked(['Binary/1', 'Binary/2', 'Binary/3']));
    flow.follow(linked(['Binary/1', 'Binary/2', 'Binary/3']));
    expect(flow.state.phase).toEqual({ status: 'editing' });
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    expect(flow.state.letters).toMatchObject([{ keep: true }, { keep: false }, { keep: true }]);
  });

  it('stays a refusal when it cannot be read', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => notDone(problem('referral-changed'));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'referral-changed' },
    });
    flow.follow(linked(['Binary/1']));
    expect(flow.state.phase).toEqual({ status: 'editing' });
  });

  it('leaves a refusal for another reason when the referral is read elsewhere', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => notDone(problem('locked'));
    await flow.actions.attach();
    flow.follow(linked(['Binary/1']));
    expect(flow.state.phase).toMatchObject({ status: 'refused', problem: { reason: 'locked' } });
  });
});

describe('letters: no answer', () => {
  async function lost(reread: () => Promise<Referral>) {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => unknown(problem('no-answer'));
    ports.answers.retrieveReferral = reread;
    await flow.actions.attach();
    return { ports, flow };
  }

  it('is attached when a reading shows the files linked', async () => {
    const { ports, flow } = await lost(async () => linked(['Binary/new.pdf']));
    expect(flow.state.phase.status).toBe('attached');
    expect(await ports.intents()).toEqual([]);
  });

  it('stays unknown when nothing has changed, and only then may be sent again', async () => {
    const { ports, flow } = await lost(async () => referral());
    expect(flow.state.phase).toMatchObject({
      status: 'unknown',
      rereadAt: ports.clock.now(),
    });
    expect(await ports.intents()).toMatchObject([{ action: 'attach-letters', state: 'unknown' }]);
    await flow.actions.attach();
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(2);
  });

  it('offers nothing while it cannot be read, and reads again when asked', async () => {
    const { ports, flow } = await lost(failing(problem('ers-failed')));
    expect(flow.state.phase).toMatchObject({ status: 'unknown' });
    await flow.actions.attach();
    await flow.actions.add([pdf('late.pdf')]);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    ports.answers.retrieveReferral = async () => linked(['Binary/new.pdf']);
    await flow.actions.reread();
    expect(flow.state.phase.status).toBe('attached');
  });

  it('shows a newer version as a change', async () => {
    const { ports, flow } = await lost(async () => linked(['Binary/7']));
    expect(flow.state.phase).toMatchObject({ status: 'changed', now: [{ url: 'Binary/7' }] });
    expect(await ports.intents()).toEqual([]);
    ports.answers.retrieveReferral = async () => linked(['Binary/7', 'Binary/8']);
    await flow.actions.reread();
    expect(flow.state.letters).toHaveLength(2);
  });
});

describe('letters: a newer reading from elsewhere', () => {
  it('is taken, with what was unticked', () => {
    const { flow } = started({ letters: [letter('Binary/1')] });
    flow.actions.keep('Binary/1', false);
    flow.follow(linked(['Binary/1', 'Binary/2']));
    expect(flow.state).toMatchObject({
      referral: { version: version(6) },
      letters: [{ keep: false }, { keep: true }],
    });
  });

  it('does not change a set that is on its way', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = () => pending<never>().promise;
    void flow.actions.attach();
    flow.follow(linked(['Binary/2']));
    expect(flow.state.letters).toEqual([]);
  });
});
