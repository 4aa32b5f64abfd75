import { describe, expect, it } from 'vitest';
import { createRegister } from './register.ts';

const MORNING = new Date('2026-10-16T09:49:00Z');
const LATER = new Date('2026-10-16T10:15:00Z');

function register() {
  let time = MORNING;
  const filed = createRegister(() => time);
  filed.fileReferral('record-1', '000049283317');
  time = LATER;
  return filed;
}

describe('the referrals that the record holds', () => {
  it('are filed once, with the time and the state of that moment', () => {
    const filed = register();
    filed.fileReferral('record-1', '000049283317');
    expect(filed.referralsOf('record-1')).toEqual([
      { ubrn: '000049283317', filedAt: MORNING, state: 'Not booked', stateAt: MORNING },
    ]);
    expect(filed.referralsOf('record-2')).toEqual([]);
  });

  it('change their state by their UBRN, whichever record is open', () => {
    const filed = register();
    filed.fileReferral('record-2', '000049283325');
    filed.changeState('000049283317', 'Booked');
    expect(filed.referralsOf('record-1')[0]).toMatchObject({ state: 'Booked', stateAt: LATER });
    expect(filed.referralsOf('record-2')[0]?.state).toBe('Not booked');
  });

  it('have their letters beside them, with the bytes', async () => {
    const filed = register();
    filed.fileLetter('record-1', { name: 'letter.pdf', bytes: new Blob(['%PDF-1.4']) });
    const [letter] = filed.lettersOf('record-1');
    expect(letter).toMatchObject({ name: 'letter.pdf', filedAt: LATER });
    expect(await letter?.bytes.text()).toBe('%PDF-1.4');
    expect(filed.lettersOf('record-2')).toEqual([]);
  });

  it('are there again after the page was loaded anew, with their times', () => {
    const rows = new Map<string, string>();
    const tab = {
      getItem: (key: string) => rows.get(key) ?? null,
      setItem: (key: string, value: string) => void rows.set(key, value),
    };
    createRegister(() => LATER, tab).fileReferral('record-1', '000049283317');
    const [again] = createRegister(() => new Date(0), tab).referralsOf('record-1');
    expect(again).toEqual({
      ubrn: '000049283317',
      filedAt: LATER,
      state: 'Not booked',
      stateAt: LATER,
    });
  });
});
