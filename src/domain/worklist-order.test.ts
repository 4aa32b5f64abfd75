import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adviceRow,
  followUpRow,
  letterRow,
  patientOf,
  reviewRow,
  slotIssueRow,
} from '../flows/testing/fake-rows.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { DeskRow, NamedPatients } from './provider-desk.ts';
import { FIRST_ORDER, inOrder, type Order } from './worklist-order.ts';

const at = (text: string): Instant => text as Instant;
const ubrns = (rows: readonly DeskRow[]): number[] => rows.map(({ ubrn }) => Number(ubrn));

describe('the order of a list', () => {
  it('of referrals for review is 2 week wait first, then the longest pathway', () => {
    const rows = [
      reviewRow(1),
      reviewRow(2, { priority: 'TWO_WEEK_WAIT', pathwayStart: at('2026-10-09T08:00:00.000Z') }),
      reviewRow(3, { priority: 'URGENT' }),
      reviewRow(4, { priority: 'TWO_WEEK_WAIT' }),
    ];
    expect(ubrns(inOrder(rows, FIRST_ORDER.REFERRALS_FOR_REVIEW))).toEqual([4, 2, 3, 1]);
  });

  it('of slot issues is who has to hear first, and who has no day is last', () => {
    const rows = [
      slotIssueRow(1, { contactExpected: undefined }),
      slotIssueRow(2, { contactExpected: '2026-12-04' as LocalDate }),
      slotIssueRow(3),
    ];
    expect(ubrns(inOrder(rows, FIRST_ORDER.APPOINTMENT_SLOT_ISSUES))).toEqual([3, 2, 1]);
    const latestFirst: Order[] = [{ by: 'contact-by', isDescending: true }];
    expect(ubrns(inOrder(rows, latestFirst))).toEqual([2, 3, 1]);
  });

  it('of advice is who asked first', () => {
    const rows = [adviceRow(1), adviceRow(2, { firstRequested: at('2026-10-12T08:00:00.000Z') })];
    expect(ubrns(inOrder(rows, FIRST_ORDER.ADVICE_AND_GUIDANCE_REQUESTS))).toEqual([2, 1]);
  });

  it('of letters is which is due first; of what awaits booking, what lay longest', () => {
    const letters = [letterRow(1), letterRow(2, { due: '2026-10-07' as LocalDate })];
    expect(ubrns(inOrder(letters, FIRST_ORDER.LETTERS_OUTSTANDING))).toEqual([2, 1]);
    const waiting = [
      followUpRow(1),
      followUpRow(2, { lastUpdated: at('2026-10-09T08:00:00.000Z') }),
      followUpRow(3, { priority: 'URGENT' }),
    ];
    expect(ubrns(inOrder(waiting, FIRST_ORDER.AWAITING_BOOKING))).toEqual([3, 2, 1]);
  });

  it('by name puts last whom the host has not named', () => {
    const named: NamedPatients = new Map([
      [patientOf(1), { name: { family: 'Öz' }, birthDate: '1970-01-01' as LocalDate }],
      [patientOf(3), { name: { family: 'ABBOTT' }, birthDate: '1970-01-01' as LocalDate }],
    ]);
    const rows = [reviewRow(1), reviewRow(2), reviewRow(3)];
    expect(ubrns(inOrder(rows, [{ by: 'patient' }], named))).toEqual([3, 1, 2]);
  });
});

const anyRow = fc
  .record({
    number: fc.integer({ min: 1, max: 60 }),
    priority: fc.constantFrom('ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'),
    day: fc.integer({ min: 10, max: 20 }),
    clinician: fc.option(fc.constantFrom('B', 'a', 'C'), { nil: undefined }),
  })
  .map(({ number, priority, day, clinician }) =>
    reviewRow(number, {
      priority,
      pathwayStart: at(`2026-10-${day}T08:00:00.000Z`),
      allocatedClinician: clinician ? { sdsUserId: '1', name: clinician } : undefined,
    }),
  );

const anyRows = fc.uniqueArray(anyRow, { selector: ({ ubrn }) => ubrn, maxLength: 40 });

const anyOrder = fc.array(
  fc.record({
    by: fc.constantFrom<Order['by'][]>('priority', 'pathway', 'clinician', 'service'),
    isDescending: fc.boolean(),
  }),
  { maxLength: 3 },
);

describe('any order of any list', () => {
  it('keeps every row, once, and leaves the given list as it was', () => {
    fc.assert(
      fc.property(anyRows, anyOrder, (rows, order) => {
        const before = [...rows];
        expect(ubrns(inOrder(rows, order)).sort()).toEqual(ubrns(before).sort());
        expect(rows).toEqual(before);
      }),
    );
  });

  it('is the same however the rows came', () => {
    fc.assert(
      fc.property(anyRows, anyOrder, (rows, order) => {
        expect(inOrder(rows.toReversed(), order)).toEqual(inOrder(rows, order));
      }),
    );
  });

  it('puts a row without the value last, up or down', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, isDescending) => {
        const sorted = inOrder(rows, [{ by: 'clinician', isDescending }]);
        const has = sorted.map((row) => 'allocatedClinician' in row && !!row.allocatedClinician);
        expect(has).toEqual(has.toSorted((one, other) => Number(other) - Number(one)));
      }),
    );
  });
});
