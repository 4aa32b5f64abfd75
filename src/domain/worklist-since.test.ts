import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adviceRow,
  followUpRow,
  letterRow,
  reviewRow,
  slotIssueRow,
} from '../flows/testing/fake-rows.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { DeskRow } from './provider-desk.ts';
import type { ReferralVersion } from './referral.ts';
import { sinceLast, type RowChange } from './worklist-since.ts';

const LATER = '2026-10-15T10:00:00.000Z' as Instant;

const CHANGES: [RowChange, DeskRow, DeskRow][] = [
  ['priority', reviewRow(1), reviewRow(1, { priority: 'URGENT' })],
  ['clinical-information', reviewRow(1), reviewRow(1, { clinicalInfoLastUpdated: LATER })],
  ['news', reviewRow(1), reviewRow(1, { news: 'LETTER_CHANGED' })],
  ['appointment', reviewRow(1), reviewRow(1, { appointmentStart: LATER })],
  ['clinician', reviewRow(1), reviewRow(1, { allocatedClinician: { sdsUserId: '1' } })],
  ['service', reviewRow(1), reviewRow(1, { service: { id: '202' } })],
  ['contact', slotIssueRow(1), slotIssueRow(1, { contactExpected: '2026-12-04' as LocalDate })],
  ['reason', slotIssueRow(1), slotIssueRow(1, { reason: { code: 'NO_SLOTS_AT_SERVICE' } })],
  ['clinical-information', slotIssueRow(1), slotIssueRow(1, { clinicalInformation: 'OVERDUE' })],
  ['category', adviceRow(1), adviceRow(1, { category: 'CONVERSATION_ENDED_CLOSED' })],
  ['conversation', adviceRow(1), adviceRow(1, { lastUpdated: LATER })],
  ['state', followUpRow(1), followUpRow(1, { state: { code: 'APPT_CANCELLED_BY_PATIENT' } })],
  ['service', followUpRow(1), followUpRow(1, { clinicalContext: 'ENT/EAR' })],
  ['letter-due', letterRow(1), letterRow(1, { due: '2026-10-09' as LocalDate })],
];

describe('since the last load', () => {
  it('a row that was not there is new, and one that is there no longer is told as it last stood', () => {
    const since = sinceLast([reviewRow(1), reviewRow(2)], [reviewRow(2), reviewRow(3)]);
    expect([...since.marks]).toEqual([[reviewRow(3).ubrn, { kind: 'new' }]]);
    expect(since.gone).toEqual([reviewRow(1)]);
  });

  it.each(CHANGES)('a change of %s is told by its name', (what, before, now) => {
    expect([...sinceLast([before], [now]).marks.values()]).toEqual([
      { kind: 'changed', what: [what] },
    ]);
  });

  it('a version that has moved, a printing and another name of a service are no change', () => {
    const now = reviewRow(1, {
      version: '9' as ReferralVersion,
      clinicalInfoPrinted: true,
      service: { id: '201', name: 'Skin clinic' },
    });
    expect(sinceLast([reviewRow(1)], [now]).marks.size).toBe(0);
  });

  const anyRows = fc.uniqueArray(
    fc
      .record({
        number: fc.integer({ min: 1, max: 12 }),
        priority: fc.constantFrom('ROUTINE', 'URGENT'),
      })
      .map(({ number, priority }) => reviewRow(number, { priority })),
    { selector: ({ ubrn }) => ubrn },
  );

  it('every row is new, changed, as it was or gone, whatever the two loads', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, now) => {
        const { marks, gone } = sinceLast(before, now);
        const asItWas = now.filter(({ ubrn }) => !marks.has(ubrn));
        const fresh = [...marks.values()].filter(({ kind }) => kind === 'new');
        expect(asItWas.every((row) => before.some((old) => old.priority === row.priority))).toBe(
          true,
        );
        expect(before.length - gone.length).toBe(now.length - fresh.length);
        expect(gone.some(({ ubrn }) => now.some((row) => row.ubrn === ubrn))).toBe(false);
      }),
    );
  });

  it('the same list loaded twice is as it was, in whatever order it comes', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(sinceLast(rows, rows.toReversed())).toEqual({ marks: new Map(), gone: [] });
      }),
    );
  });
});
