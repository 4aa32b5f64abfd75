import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceRow, followUpRow, patientOf, reviewRow } from '../flows/testing/fake-rows.ts';
import type { LocalDate } from './instant.ts';
import { formatNhsNumber } from './nhs-number.ts';
import type { DeskRow, NamedPatients } from './provider-desk.ts';
import { formatUbrn } from './ubrn.ts';
import { findRows } from './worklist-find.ts';

const ROWS: DeskRow[] = [
  reviewRow(1, { service: { id: '301', name: 'Rapid access rash clinic' } }),
  reviewRow(2, { allocatedClinician: { sdsUserId: '555036671102', name: 'OKAFOR, Adaeze (Dr)' } }),
  adviceRow(3),
];

const NAMED: NamedPatients = new Map([
  [
    patientOf(1),
    { name: { family: 'DA COSTA', given: 'Inês' }, birthDate: '1972-10-09' as LocalDate },
  ],
]);

const found = (text: string): number[] =>
  findRows(ROWS, text, NAMED).rows.map(({ ubrn }) => Number(ubrn));

describe('finding in a list', () => {
  it('nothing sought finds all, in the order in which they stand', () => {
    expect(found('  ')).toEqual([1, 2, 3]);
    expect(findRows(ROWS, '').withoutName).toBe(0);
  });

  it('is by name, without accents and capitals, family or given first', () => {
    expect(found('ines')).toEqual([1]);
    expect(found('da costa, Ines')).toEqual([1]);
  });

  it('is by clinic type and referrer where a list has them', () => {
    const rows = [followUpRow(5), followUpRow(6, { clinicalContext: 'CARDIOLOGY/ARRHYTHMIA' })];
    const ubrns = (text: string) => findRows(rows, text).rows.map(({ ubrn }) => Number(ubrn));
    expect(ubrns('arrhythmia fenwick')).toEqual([6]);
    expect(ubrns('021600556514')).toEqual([5, 6]);
  });

  it('is by number however it is spaced', () => {
    expect(found(formatNhsNumber(patientOf(2)))).toEqual([2]);
    expect(found(formatUbrn(adviceRow(3).ubrn))).toEqual([3]);
    expect(found(patientOf(2))).toEqual([2]);
  });

  it('is by service, clinician and referrer; every word has to stand there', () => {
    expect(found('rash rapid')).toEqual([1]);
    expect(found('okafor')).toEqual([2]);
    expect(found('555036671102')).toEqual([2]);
    expect(found('fenwick skin')).toEqual([3]);
    expect(found('rash okafor')).toEqual([]);
  });

  it('says how many of the others have no name yet: one of them may be sought', () => {
    expect(findRows(ROWS, 'costa', NAMED).withoutName).toBe(2);
    expect(findRows(ROWS, 'costa').withoutName).toBe(3);
  });

  it('finds every row by its own numbers, and hides none that has the words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1 }), (numbers) => {
        const rows = numbers.map((number) => reviewRow(number));
        for (const row of rows) {
          expect(findRows(rows, formatNhsNumber(row.patient)).rows).toContain(row);
          expect(findRows(rows, formatUbrn(row.ubrn)).rows).toEqual([row]);
        }
        expect(findRows(rows, 'dermatology').rows).toEqual(rows);
      }),
    );
  });

  it('never finds more for more words', () => {
    const word = fc.constantFrom('skin', 'okafor', '9', 'rash', 'da', 'costa', 'fenwick');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), word, (words, another) => {
        const fewer = new Set(found(words.join(' ')));
        expect(found([...words, another].join(' ')).every((each) => fewer.has(each))).toBe(true);
      }),
    );
  });
});
