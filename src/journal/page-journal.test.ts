import { describe, expect, it } from 'vitest';
import { OTHER_PATIENT, NOW, PATIENT, problem, UBRN } from '../flows/testing/fake-records.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import { createPageJournal } from './page-journal.ts';
import type { IntentKeeper, KeptIntent } from './idb/kept-intents.ts';
import type { NewIntent } from './ports.ts';

function intent(id: string, facts: Partial<NewIntent> = {}): NewIntent {
  return {
    id,
    action: 'create-referral',
    contextId: 'context-1',
    patient: PATIENT.nhsNumber,
    sentAt: NOW,
    ...facts,
  };
}

describe('the journal of a page', () => {
  it('holds a write as unresolved from before it leaves', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1'));
    expect(await journal.unresolved(PATIENT.nhsNumber)).toMatchObject([
      { id: '1', state: 'sending' },
    ]);
  });

  it('keeps what is unknown and lets go of what is known', async () => {
    const journal = createPageJournal();
    for (const id of ['1', '2', '3']) await journal.begin(intent(id));
    await journal.settle('1', { state: 'done', ubrn: UBRN });
    await journal.settle('2', { state: 'not-done', problem: problem('locked') });
    await journal.settle('3', { state: 'unknown', problem: problem('no-answer') });
    expect(await journal.unresolved(PATIENT.nhsNumber)).toMatchObject([
      { id: '3', state: 'unknown' },
    ]);
  });

  it('tells nothing of another patient', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1', { patient: OTHER_PATIENT }));
    expect(await journal.unresolved(PATIENT.nhsNumber)).toEqual([]);
  });

  it('begins an intent once, and settles only what was begun', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1'));
    await expect(journal.begin(intent('1'))).rejects.toThrow('begun once');
    await expect(journal.settle('2', { state: 'done' })).rejects.toThrow('was begun');
  });

  it('tells the referrals made for a patient, newest first, and when it has changed', async () => {
    const journal = createPageJournal();
    let told = 0;
    const stop = journal.onSettled(() => {
      told += 1;
    });
    const other = '000049283318' as Ubrn;
    for (const [id, ubrn] of [
      ['1', UBRN],
      ['2', other],
    ] as const) {
      await journal.begin(intent(id));
      await journal.settle(id, { state: 'done', ubrn });
    }
    await journal.begin(intent('3'));
    await journal.settle('3', { state: 'unknown', problem: problem('no-answer') });
    expect((await journal.created(PATIENT.nhsNumber)).map(({ ubrn }) => ubrn)).toEqual([
      other,
      UBRN,
    ]);
    expect(await journal.created(OTHER_PATIENT)).toEqual([]);
    expect(told).toBe(3);
    stop();
    await journal.settle('3', { state: 'not-done', problem: problem('no-answer') });
    expect(told).toBe(3);
  });

  it('takes up what another page has sent, and lets stand what it knows itself', async () => {
    const journal = createPageJournal();
    const patient = PATIENT.nhsNumber;
    const lost = problem('no-answer');
    await journal.begin(intent('own'));
    await journal.begin(intent('read'));
    await journal.settle('read', { state: 'not-done', problem: lost });
    await journal.adopt(patient, [
      { ...intent('own'), state: 'unknown', problem: lost },
      { ...intent('read'), state: 'unknown', problem: lost },
      { ...intent('other', { correlationId: 'c-9' }), state: 'sending' },
    ]);
    expect(await journal.unresolved(patient)).toMatchObject([
      { id: 'own', state: 'sending' },
      { id: 'other', state: 'sending' },
    ]);
    await journal.adopt(patient, []);
    expect(await journal.unresolved(patient)).toMatchObject([
      { id: 'own', state: 'sending' },
      { id: 'other', state: 'unknown', problem: { correlationId: 'c-9' } },
    ]);
    await journal.adopt(patient, [{ ...intent('other'), state: 'done', ubrn: UBRN }]);
    expect(await journal.created(patient)).toEqual([{ ubrn: UBRN, sentAt: NOW }]);
  });

  it('tells what ended while no screen showed it, until it was seen', async () => {
    const journal = createPageJournal();
    const booking = intent('1', { action: 'book-appointment', ubrn: UBRN });
    await journal.begin(booking);
    expect(journal.isSending()).toBe(true);
    await journal.settle('1', { state: 'done', ubrn: UBRN }, 'unseen');
    expect(journal.isSending()).toBe(false);
    expect(await journal.unseen(PATIENT.nhsNumber)).toMatchObject([{ id: '1', state: 'done' }]);
    await journal.markSeen(['1']);
    expect(await journal.unseen(PATIENT.nhsNumber)).toEqual([]);
  });

  it('says of a referral whether its letter is still due', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1', { letterDue: true }));
    await journal.settle('1', { state: 'done', ubrn: UBRN });
    expect(await journal.created(PATIENT.nhsNumber)).toMatchObject([{ letterDue: true }]);
    await journal.begin(intent('2', { action: 'attach-letters', ubrn: UBRN }));
    await journal.settle('2', { state: 'done', ubrn: UBRN });
    expect(await journal.created(PATIENT.nhsNumber)).toEqual([
      { ubrn: UBRN, sentAt: NOW, attached: NOW },
    ]);
  });

  it('tells of a referral who was named as referrer, and the booking that e-RS took', async () => {
    const journal = createPageJournal();
    const referrer = { referrerId: '555021854101', referrerName: 'FENWICK, Ruth (Dr)' };
    await journal.begin(intent('1', { action: 'create-referral', ...referrer }));
    await journal.settle('1', { state: 'done', ubrn: UBRN });
    await journal.begin(intent('2', { action: 'book-appointment', ubrn: UBRN }));
    const named = { sdsUserId: '555021854101', name: 'FENWICK, Ruth (Dr)' };
    const made = { ubrn: UBRN, sentAt: NOW, referrer: named };
    expect(await journal.created(PATIENT.nhsNumber)).toEqual([made]);
    await journal.settle('2', { state: 'done', ubrn: UBRN });
    expect(await journal.created(PATIENT.nhsNumber)).toEqual([
      { ...made, ended: { action: 'book-appointment', sentAt: NOW } },
    ]);
  });
});

describe('the journal of a page, kept on this computer', () => {
  const sent = intent('1', { correlationId: 'corr-1' });

  /** What outlives the page, as a list. */
  function shelf(rows: readonly KeptIntent[] = []) {
    const kept = new Map(rows.map((row) => [row.id, row]));
    const keeper: IntentKeeper = {
      keep: async (row) => void kept.set(row.id, row),
      of: async (patient) => [...kept.values()].filter((row) => row.patient === patient),
    };
    const journal = createPageJournal();
    journal.keepIn(keeper);
    return { journal, kept, keeper };
  }

  it('keeps each intent before it leaves, and how it ended', async () => {
    const { journal, kept } = shelf();
    await journal.begin(sent);
    expect(kept.get('1')).toEqual({ ...sent, state: 'sending' });
    await journal.settle('1', { state: 'done', ubrn: UBRN }, 'unseen');
    expect(kept.get('1')).toEqual({ ...sent, state: 'done', ubrn: UBRN, unseen: true });
    await journal.markSeen(['1']);
    expect(kept.get('1')).toEqual({ ...sent, state: 'done', ubrn: UBRN });
  });

  it('does not let a write leave before the store has taken its intent', async () => {
    const { journal, keeper } = shelf();
    let taken = (): void => undefined;
    keeper.keep = () => new Promise((resolve) => (taken = resolve));
    let mayLeave = false;
    const begun = journal.begin(sent).then(() => (mayLeave = true));
    await Promise.resolve();
    expect(mayLeave).toBe(false);
    taken();
    await begun;
    expect(mayLeave).toBe(true);
  });

  it('goes on when the store takes nothing', async () => {
    const { journal, keeper } = shelf();
    keeper.keep = () => Promise.reject(new Error('full'));
    await journal.begin(sent);
    await journal.adopt(PATIENT.nhsNumber, []);
    expect(await journal.unresolved(PATIENT.nhsNumber)).toMatchObject([{ id: '1' }]);
  });

  it('does not take what cannot be read for nothing', async () => {
    const { journal, keeper } = shelf();
    keeper.of = () => Promise.reject(new Error('silent'));
    await expect(journal.adopt(PATIENT.nhsNumber, [])).rejects.toThrow('silent');
  });

  it('knows again what an earlier page has sent, and what nobody has seen the end of', async () => {
    const lost: KeptIntent = { ...sent, state: 'unknown', problem: problem('no-answer') };
    const refused = { ...intent('2'), state: 'not-done', problem: problem('locked') } as const;
    const { journal } = shelf([lost, { ...refused, unseen: true }]);
    await journal.adopt(PATIENT.nhsNumber, []);
    expect(await journal.unresolved(PATIENT.nhsNumber)).toEqual([lost]);
    expect(await journal.unseen(PATIENT.nhsNumber)).toEqual([refused]);
  });

  it('still knows what it sent where the proxy does not tell', async () => {
    const booking: NewIntent = {
      ...intent('1'),
      action: 'book-appointment',
      ubrn: UBRN,
      slotId: 's9',
    };
    const { journal } = shelf([{ ...booking, state: 'sending' }]);
    const { problem: lost } = { problem: problem('no-answer') };
    const listed = { ...intent('1'), action: 'book-appointment', ubrn: undefined } as const;
    await journal.adopt(PATIENT.nhsNumber, [{ ...listed, state: 'unknown', problem: lost }]);
    expect(await journal.unresolved(PATIENT.nhsNumber)).toMatchObject([
      { state: 'unknown', ubrn: UBRN, slotId: 's9' },
    ]);
  });

  it('takes its own word for what has ended, and the word of the proxy for the rest', async () => {
    const listed = (id: string) =>
      ({ ...intent(id), state: 'unknown', problem: problem('no-answer') }) as const;
    const { journal } = shelf([
      { ...intent('1'), state: 'done', ubrn: UBRN },
      { ...intent('2'), state: 'sending' },
    ]);
    await journal.adopt(PATIENT.nhsNumber, [listed('1'), listed('2')]);
    expect(await journal.created(PATIENT.nhsNumber)).toMatchObject([{ ubrn: UBRN }]);
    expect(await journal.unresolved(PATIENT.nhsNumber)).toEqual([listed('2')]);
  });
});
