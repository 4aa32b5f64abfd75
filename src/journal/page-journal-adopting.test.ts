import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '../domain/instant.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import { NOW, OTHER_UBRN, PATIENT, problem, UBRN } from '../flows/testing/fake-records.ts';
import type { KeptIntent } from './idb/kept-intents.ts';
import { createPageJournal } from './page-journal.ts';
import type { NewIntent } from './ports.ts';

const patient = PATIENT.nhsNumber;
const lost = problem('no-answer');

const intent = (id: string, facts: Partial<NewIntent> = {}): NewIntent => ({
  id,
  action: 'create-referral',
  contextId: 'context-1',
  patient,
  sentAt: NOW,
  ...facts,
});

/** A journal that has done these, in this order. */
async function withDone(...all: readonly (NewIntent & { ubrn: Ubrn })[]) {
  const journal = createPageJournal();
  for (const { ubrn, ...each } of all) {
    await journal.begin({ ...each, ubrn });
    await journal.settle(each.id, { state: 'done', ubrn });
  }
  return journal;
}

describe('the journal of a page, told again of what another page has sent', () => {
  it('holds a write as under way while it is still listed so', async () => {
    const journal = createPageJournal();
    for (let times = 0; times < 2; times += 1) {
      await journal.adopt(patient, [{ ...intent('1'), state: 'sending' }]);
    }
    expect(await journal.unresolved(patient)).toMatchObject([{ id: '1', state: 'sending' }]);
  });

  it('takes how a write ended from the list that held it as under way', async () => {
    const journal = createPageJournal();
    await journal.adopt(patient, [{ ...intent('1'), state: 'sending' }]);
    const refused = problem('locked');
    await journal.adopt(patient, [{ ...intent('1'), state: 'not-done', problem: refused }]);
    expect(await journal.find('1')).toMatchObject({ state: 'not-done', problem: refused });
  });

  it('lets a write that was done stay done, whatever is listed later', async () => {
    const journal = createPageJournal();
    await journal.adopt(patient, [{ ...intent('1'), state: 'done', ubrn: UBRN }]);
    await journal.adopt(patient, [{ ...intent('1'), state: 'unknown', problem: lost }]);
    await journal.adopt(patient, []);
    expect(await journal.unresolved(patient)).toEqual([]);
    expect(await journal.created(patient)).toMatchObject([{ ubrn: UBRN }]);
  });

  it('does not hold a lost write as under way again', async () => {
    const journal = createPageJournal();
    await journal.adopt(patient, [{ ...intent('1'), state: 'unknown', problem: lost }]);
    await journal.adopt(patient, [{ ...intent('1'), state: 'sending' }]);
    expect(await journal.unresolved(patient)).toMatchObject([{ id: '1', state: 'unknown' }]);
  });

  it('waits for its own answer, also where the list knows the end before', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1'));
    await journal.adopt(patient, [{ ...intent('1'), state: 'done', ubrn: UBRN }]);
    expect(await journal.unresolved(patient)).toMatchObject([{ id: '1', state: 'sending' }]);
    expect(journal.isSending()).toBe(true);
  });

  it('believes the proxy that a write is under way which this computer held for lost', async () => {
    const row: KeptIntent = { ...intent('1'), state: 'unknown', problem: lost };
    const journal = createPageJournal();
    journal.keepIn({ keep: async () => undefined, of: async () => [row] });
    await journal.adopt(patient, [{ ...intent('1'), state: 'sending' }]);
    expect(await journal.unresolved(patient)).toMatchObject([{ id: '1', state: 'sending' }]);
  });
});

describe('the journal of a page, asked what was seen', () => {
  it('tells as unseen only what ended without a screen, newest first', async () => {
    const journal = createPageJournal();
    for (const id of ['1', '2', '3']) await journal.begin(intent(id));
    await journal.settle('1', { state: 'done', ubrn: UBRN }, 'unseen');
    await journal.settle('2', { state: 'done', ubrn: OTHER_UBRN });
    await journal.settle('3', { state: 'not-done', problem: lost }, 'unseen');
    await journal.adopt(patient, [{ ...intent('4'), state: 'done', ubrn: UBRN }]);
    expect((await journal.unseen(patient)).map(({ id }) => id)).toEqual(['3', '1']);
  });

  it('tells of a change only when something is seen that was not', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1'));
    await journal.settle('1', { state: 'done', ubrn: UBRN }, 'unseen');
    let told = 0;
    journal.onSettled(() => (told += 1));
    await journal.markSeen(['1']);
    expect(told).toBe(1);
    await journal.markSeen(['1', 'never begun']);
    expect(told).toBe(1);
  });

  it('is sending while one write is on its way, whatever has ended beside it', async () => {
    const journal = await withDone({ ...intent('1'), ubrn: UBRN });
    await journal.begin(intent('2'));
    expect(journal.isSending()).toBe(true);
  });
});

describe('the journal of a page, asked for the referrals made', () => {
  it('tells none of which the UBRN, or that it was made, is not known', async () => {
    const journal = createPageJournal();
    await journal.begin(intent('1'));
    await journal.settle('1', { state: 'done' });
    await journal.adopt(patient, [
      { ...intent('2', { ubrn: UBRN }), state: 'unknown', problem: lost },
    ]);
    expect(await journal.created(patient)).toEqual([]);
  });

  it('counts for a referral no booking of another one', async () => {
    const journal = await withDone(
      { ...intent('1'), ubrn: UBRN },
      { ...intent('2'), ubrn: OTHER_UBRN },
      { ...intent('3', { action: 'book-appointment' }), ubrn: OTHER_UBRN },
    );
    const [other, first] = await journal.created(patient);
    expect(other).toMatchObject({ ubrn: OTHER_UBRN, ended: { action: 'book-appointment' } });
    expect(first).toEqual({ ubrn: UBRN, sentAt: NOW });
  });

  it('tells when its letters were sent last, in whichever order they were taken', async () => {
    const letters = intent('2', { action: 'attach-letters', sentAt: addMilliseconds(NOW, 1_000) });
    const later = { ...letters, id: '3', sentAt: addMilliseconds(NOW, 2_000) };
    const made = { ...intent('1'), ubrn: UBRN };
    for (const sets of [
      [letters, later],
      [later, letters],
    ]) {
      const journal = await withDone(made, ...sets.map((each) => ({ ...each, ubrn: UBRN })));
      expect(await journal.created(patient)).toMatchObject([{ attached: later.sentAt }]);
    }
  });
});
