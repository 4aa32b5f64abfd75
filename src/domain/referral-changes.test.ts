import { describe, expect, it } from 'vitest';
import { toReview } from '../flows/testing/fake-review.ts';
import { letter, NOW, OTHER_UBRN, version } from '../flows/testing/fake-records.ts';
import type { Referral } from './referral.ts';
import { referralChanges, type ReferralPart } from './referral-changes.ts';

const BEFORE = toReview();
const MADE = BEFORE.appointment ?? { status: 'booked', service: { id: '201' } };

const PARTS: [ReferralPart, Partial<Referral>][] = [
  ['state', { state: { code: 'BOOKED', derived: true, comments: 'Seen' } }],
  ['priority', { priority: 'TWO_WEEK_WAIT' }],
  ['service', { appointment: { ...MADE, service: { id: '202' } } }],
  ['specialty', { specialty: { code: 'CARDIOLOGY' } }],
  ['appointment', { appointment: { ...MADE, start: NOW } }],
  ['clinician', { appointment: { ...MADE, clinician: { sdsUserId: '1' } } }],
  ['clinical-information', { clinicalInfoLastUpdated: NOW }],
  ['related', { related: [OTHER_UBRN] }],
];

describe('what differs between two readings of a referral', () => {
  it.each(PARTS)('%s is told by its name alone', (what, facts) => {
    expect(referralChanges(BEFORE, { ...BEFORE, ...facts })).toEqual([{ what }]);
  });

  it('files are told one by one: added, removed, checked meanwhile', () => {
    const [old, pending] = [letter('Binary/a'), letter('Binary/b', { availability: 'PENDING' })];
    const before = toReview({ letters: [old, pending] });
    const [checked, added] = [letter('Binary/b'), letter('Binary/c')];
    expect(referralChanges(before, toReview({ letters: [added, checked] }))).toEqual([
      { what: 'file-added', now: added },
      { what: 'file-changed', before: pending, now: checked },
      { what: 'file-removed', before: old },
    ]);
  });

  it('a version that has moved, a name that came later and another order of files are none', () => {
    const letters = [letter('Binary/a'), letter('Binary/b')];
    const now = {
      ...toReview({ letters: letters.toReversed() }),
      version: version(99),
      appointment: { ...MADE, service: { id: '201', name: 'Skin clinic' } },
    };
    expect(referralChanges(toReview({ letters }), now)).toEqual([]);
  });
});
