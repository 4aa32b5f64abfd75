import type { SeedSize } from '../sizes.ts';
import type { AdviceStage } from './seeded-advice.ts';
import type { Practice } from './people.ts';
import type { Stage } from './stages.ts';

/** So many requests that came as far as that, from one practice to one provider. */
export interface Batch<Reached> {
  count: number;
  reached: Reached;
  practice: Practice;
  /** ODS code of the provider whose services have them in turn. */
  provider: string;
  /** Every one of them to the first directly bookable service. */
  oneService?: true;
}

function fromAshdown<Reached>(
  provider: string,
  counts: readonly (readonly [number, Reached])[],
): Batch<Reached>[] {
  return counts.map(([count, reached]) => ({ count, reached, practice: 'ashdown', provider }));
}

/** What a practice of ten thousand patients has on its desk. */
const practiceReferrals: readonly Batch<Stage>[] = [
  ...fromAshdown<Stage>('XN1', [
    [40, 'unbooked'],
    [12, 'letter-outstanding'],
    [30, 'booked'],
    [8, 'booked-without-letter'],
    [20, 'accepted'],
    [25, 'deferred'],
    [8, 'deferred-without-letter'],
    [20, 'awaiting-triage'],
    [10, 'to-action'],
    [8, 'returned'],
    [8, 'rejected'],
    [10, 'cancelled-by-patient'],
    [5, 'cancelled-by-provider'],
    [6, 'not-attended'],
    [4, 'assessed'],
    [4, 'ended-by-provider'],
  ]),
  ...fromAshdown<Stage>('XC1', [
    [15, 'unbooked'],
    [15, 'booked'],
    [10, 'awaiting-triage'],
  ]),
];

const practiceAdvice: readonly Batch<AdviceStage>[] = fromAshdown<AdviceStage>('XN1', [
  [14, 'asked'],
  [5, 'more-wanted'],
  [8, 'answered'],
  [4, 'closed'],
  [2, 'cancelled'],
]);

/** Lists of one trust that come close to the 10 MB of the platform's gateway, and one over it. */
const trustReferrals: readonly Batch<Stage>[] = [
  { count: 7_500, reached: 'deferred', practice: 'ashdown', provider: 'XN1' },
  { count: 4_300, reached: 'booked', practice: 'larkhill', provider: 'XN1' },
  { count: 2_230, reached: 'awaiting-triage', practice: 'larkhill', provider: 'XN1' },
  { count: 2_850, reached: 'unbooked', practice: 'ashdown', provider: 'XC1' },
  { count: 9_000, reached: 'deferred', practice: 'larkhill', provider: 'XU1', oneService: true },
];

const trustAdvice: readonly Batch<AdviceStage>[] = [
  { count: 800, reached: 'asked', practice: 'larkhill', provider: 'XN1' },
];

export const referralBatches: Readonly<Record<SeedSize, readonly Batch<Stage>[]>> = {
  small: [],
  practice: practiceReferrals,
  trust: [...practiceReferrals, ...trustReferrals],
};

export const adviceBatches: Readonly<Record<SeedSize, readonly Batch<AdviceStage>[]>> = {
  small: [],
  practice: practiceAdvice,
  trust: [...practiceAdvice, ...trustAdvice],
};
