import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, type Instant } from './instant.ts';
import { isLost, mayBeLost, type LostReferral } from './lost-referral.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Referral } from './referral.ts';
import { parseUbrn, type Ubrn } from './ubrn.ts';
import type { FollowUpRow } from './worklist.ts';

const SENT_AT = '2026-10-22T08:40:00.000Z' as Instant;
const PATIENT = '9990123454' as NhsNumber;
const OTHER_PATIENT = '9990348715' as NhsNumber;
const LOST: LostReferral = {
  patient: PATIENT,
  sentAt: SENT_AT,
  quietAt: addMilliseconds(SENT_AT, 310_000),
  referrerId: '021600556514',
  priority: 'URGENT',
  serviceIds: ['101', '102'],
};

/** A referral as e-RS holds it. */
interface Made {
  patient: NhsNumber;
  referrerId: string;
  priority: 'URGENT' | 'ROUTINE';
  serviceIds: readonly string[];
  /** Milliseconds after the create was sent. */
  after: number;
}

const TRUE_ONE: Made = {
  patient: PATIENT,
  referrerId: '021600556514',
  priority: 'URGENT',
  serviceIds: ['102', '101'],
  after: 1_000,
};

const anyMade: fc.Arbitrary<Made> = fc.record({
  patient: fc.constantFrom(PATIENT, PATIENT, OTHER_PATIENT),
  referrerId: fc.constantFrom('021600556514', '021600556514', '021600556515'),
  priority: fc.constantFrom('URGENT', 'URGENT', 'ROUTINE'),
  serviceIds: fc.constantFrom(['101', '102'], ['101'], ['102', '103']),
  after: fc.integer({ min: -600_000, max: 600_000 }),
});

const ubrnOf = (index: number): Ubrn => parseUbrn(String(index + 1).padStart(12, '0')) as Ubrn;

function rowOf(made: Made, index: number): FollowUpRow {
  const created = addMilliseconds(SENT_AT, made.after);
  return {
    list: 'AWAITING_BOOKING',
    ubrn: ubrnOf(index),
    patient: made.patient,
    priority: made.priority,
    created,
    lastUpdated: created,
    clinicalContext: 'CARDIOLOGY/ARRHYTHMIA',
    referrer: { sdsUserId: made.referrerId, name: 'FENWICK, Ruth (Dr)' },
    state: { code: 'UNBOOKED' },
  };
}

function referralOf(made: Made, index: number): Referral {
  return {
    ubrn: ubrnOf(index),
    version: '3' as Referral['version'],
    patient: made.patient,
    state: { code: 'NOT_BOOKED', derived: false },
    priority: made.priority,
    shortlist: made.serviceIds.map((id) => ({ id })),
    letters: [],
    related: [],
  };
}

/** Which of these it is taken to be, and which it may be. */
function judge(all: readonly Made[], lost = LOST, known: ReadonlySet<Ubrn> = new Set()) {
  const candidates = new Set(mayBeLost(all.map(rowOf), lost, known).map(({ ubrn }) => ubrn));
  const read = all.map(referralOf).filter(({ ubrn }) => candidates.has(ubrn));
  const possible = read.filter((referral) => isLost(referral, lost) !== 'no');
  const sure = possible.filter((referral) => isLost(referral, lost) === 'yes');
  return {
    possible: possible.map(({ ubrn }) => ubrn),
    found: possible.length === 1 ? sure[0]?.ubrn : undefined,
  };
}

const RUNS = { numRuns: 2_000 };

describe('P1: a create whose answer was lost, looked for in the worklist', () => {
  it('is found where it is there, however many others are', () => {
    fc.assert(
      fc.property(fc.array(anyMade), fc.nat(), (others, at) => {
        const index = at % (others.length + 1);
        const all = others.toSpliced(index, 0, TRUE_ONE);
        expect(judge(all).possible).toContain(ubrnOf(index));
      }),
      RUNS,
    );
  });

  it('is never taken for one that says anything else', () => {
    fc.assert(
      fc.property(fc.array(anyMade), (all) => {
        const { found } = judge(all);
        const index = all.findIndex((_made, each) => ubrnOf(each) === found);
        const made = all[index];
        if (!made) return;
        const { patient, referrerId, priority, serviceIds } = LOST;
        expect(made).toMatchObject({ patient, referrerId, priority, serviceIds });
        expect(made.after).toBeGreaterThanOrEqual(-5_000);
      }),
      RUNS,
    );
  });

  it('is left to a person where two of one patient are alike', () => {
    const { found, possible } = judge([TRUE_ONE, { ...TRUE_ONE, after: 20_000 }]);
    expect([found, possible]).toEqual([undefined, [ubrnOf(0), ubrnOf(1)]]);
  });

  it('is told from its twin that is known to come of another create', () => {
    const twin = { ...TRUE_ONE, after: -2_000 };
    expect(judge([twin, TRUE_ONE], LOST, new Set([ubrnOf(0)])).found).toBe(ubrnOf(1));
    expect(judge([twin], LOST, new Set([ubrnOf(0)])).possible).toEqual([]);
  });

  it.each([
    ['from before it was sent', { after: -5_001 }],
    ['from long after it', { after: 315_001 }],
    ['of another patient', { patient: OTHER_PATIENT }],
    ['of another referrer', { referrerId: '021600556515' }],
    ['of another priority', { priority: 'ROUTINE' as const }],
    ['with other services', { serviceIds: ['101'] }],
  ])('is not one %s', (_what, facts) => {
    expect(judge([{ ...TRUE_ONE, ...facts }]).possible).toEqual([]);
  });

  it('is left to a person where the sender does not know any more what it said', () => {
    const { patient, sentAt, quietAt } = LOST;
    const { found, possible } = judge([TRUE_ONE], { patient, sentAt, quietAt });
    expect([found, possible]).toEqual([undefined, [ubrnOf(0)]]);
  });

  it('is left to a person where e-RS returns no shortlist', () => {
    expect(isLost({ ...referralOf(TRUE_ONE, 0), shortlist: undefined }, LOST)).toBe('perhaps');
  });

  it('is looked for from five seconds before it was sent to five after all is quiet', () => {
    const edges = [-5_000, 315_000].map((after) => ({ ...TRUE_ONE, after }));
    expect(judge(edges).possible).toEqual([ubrnOf(0), ubrnOf(1)]);
  });

  it.each([
    ['patient', { patient: OTHER_PATIENT }],
    ['priority', { priority: 'ROUTINE' as const }],
  ])(
    'is told from one of another %s by the row, and by the referral, each alone',
    (_what, facts) => {
      const other = { ...TRUE_ONE, ...facts };
      expect(mayBeLost([rowOf(other, 0)], LOST, new Set())).toEqual([]);
      expect(isLost(referralOf(other, 0), LOST)).toBe('no');
      // Where e-RS returns no shortlist, this alone speaks against it.
      expect(isLost({ ...referralOf(other, 0), shortlist: undefined }, LOST)).toBe('no');
    },
  );

  it('is no row of another list, whatever that says', () => {
    const row = {
      ...rowOf(TRUE_ONE, 0),
      list: 'APPOINTMENT_SLOT_ISSUES',
    } as unknown as FollowUpRow;
    expect(mayBeLost([row], LOST, new Set())).toEqual([]);
  });

  it.each([
    ['whom it named', TRUE_ONE, { referrerId: undefined }],
    ['which priority it had', TRUE_ONE, { priority: undefined }],
    ['neither of them', TRUE_ONE, { referrerId: undefined, priority: undefined }],
    ['which priority e-RS holds', { ...TRUE_ONE, priority: undefined }, {}],
  ])('is left to a person where it is not known %s', (_what, made, facts) => {
    const referral = { ...referralOf(TRUE_ONE, 0), priority: made.priority };
    expect(isLost(referral, { ...LOST, ...facts })).toBe('perhaps');
  });

  it('is it in whichever order its services were sent and are returned', () => {
    for (const serviceIds of [
      ['101', '102'],
      ['102', '101'],
    ]) {
      for (const sent of [
        ['101', '102'],
        ['102', '101'],
      ]) {
        const referral = referralOf({ ...TRUE_ONE, serviceIds }, 0);
        expect(isLost(referral, { ...LOST, serviceIds: sent })).toBe('yes');
      }
    }
  });
});
