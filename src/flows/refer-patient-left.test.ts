import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { DraftPort } from '../journal/ports.ts';
import { createReferPatient } from './refer-patient.ts';
import { pdf } from './testing/fake-letters.ts';
import { notDone, pending, settle } from './testing/fake-ports.ts';
import { problem, UBRN } from './testing/fake-records.ts';
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
