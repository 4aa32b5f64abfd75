import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PRIORITIES } from '../../src/domain/criteria.ts';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { simulator } from './desk.ts';
import { auditRows } from './refer-journey.ts';
import {
  accept,
  actLater,
  loadList,
  nextAfter,
  openFirst,
  openReviewer,
  reject,
  triage,
  type Reviewer,
} from './review-steps.ts';
import { KNEE_TRIAGE, openPractice } from './seed-requests.ts';

const REJECTION = 'Inappropriate service';

/** What is to become of a referral, and what the simulator holds then. */
interface Plan {
  decide: (reviewer: Reviewer) => Promise<void>;
  state: string;
  event: string;
}

const ACCEPT: Plan = { decide: accept, state: 'BOOKED', event: 'accepted' };
const REJECT: Plan = {
  decide: (reviewer) => reject(reviewer, REJECTION),
  state: 'REJECTED',
  event: 'rejected',
};
const LATER: Plan = {
  decide: (reviewer) => actLater(reviewer, 'Book with the echo first.'),
  state: 'TRIAGED_PROVIDER_TO_ACTION',
  event: 'appointment cancelled, action later',
};
const TRIAGED: Plan = {
  decide: (reviewer) =>
    triage(reviewer, { outcome: 'Accept', priority: 'Urgent', comment: 'Knee clinic, 6 weeks.' }),
  state: 'TRIAGED_PROVIDER_TO_ACTION',
  event: 'review outcome ACCEPT_REFER_BOOK_LATER',
};
const RETURNED: Plan = {
  decide: (reviewer) =>
    triage(reviewer, {
      outcome: 'Return to referrer with advice',
      comment: 'Physiotherapy first, then refer again.',
    }),
  state: 'TRIAGE_RESPONSE',
  event: 'review outcome RETURN_TO_REFERRER_WITH_ADVICE',
};

/** 14 with an appointment and 6 for triage. */
const OF_BOOKED = [ACCEPT, ACCEPT, REJECT, ACCEPT, LATER, ACCEPT, ACCEPT] as const;
const OF_TRIAGE = [TRIAGED, RETURNED] as const;

async function seed(base: string): Promise<Map<string, Plan>> {
  const practice = await openPractice(base);
  const plans = new Map<string, Plan>();
  for (const [index, { nhsNumber }] of practice.patients.slice(0, 20).entries()) {
    const ofBooked = OF_BOOKED[index % OF_BOOKED.length];
    const isBooked = index < 14;
    const ubrn = isBooked
      ? await practice.book(nhsNumber, PRIORITIES[index % PRIORITIES.length])
      : await practice.sendForTriage(nhsNumber, KNEE_TRIAGE);
    plans.set(ubrn, (isBooked ? ofBooked : OF_TRIAGE[index % 2]) ?? ACCEPT);
  }
  return plans;
}

async function clear(reviewer: Reviewer, plans: ReadonlyMap<string, Plan>): Promise<number> {
  let [ubrn, decided]: [string | undefined, number] = [await openFirst(reviewer), 0];
  while (ubrn !== undefined) {
    await plans.get(ubrn)?.decide(reviewer);
    decided += 1;
    ubrn = await nextAfter(reviewer, ubrn);
  }
  return decided;
}

describe.each([
  ['hscn', 'frame'],
  ['api-platform', 'page'],
] as const)('a review list of 20 over %s, with the widgets in a %s', (dialect, where) => {
  const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-review-')), 'audit.jsonl');
  let set: DemoSet;
  let reviewer: Reviewer;

  beforeAll(async () => {
    set = await startDemoSet({ dialect, auditFile, frame: {} });
  });
  afterEach(() => reviewer.desk.close());
  afterAll(() => set.stop());

  it('is cleared by keyboard, each as it was decided, and every view and decision is audited', async () => {
    const plans = await seed(set.simulator);
    reviewer = await openReviewer(set, where);
    await loadList(reviewer);
    await reviewer.view.getByText('20 referrals').first().waitFor();
    expect(await clear(reviewer, plans)).toBe(20);

    const { referrals } = await simulator.state(set.simulator);
    for (const { ubrn, state, history } of referrals) {
      const plan = plans.get(ubrn);
      expect([ubrn, state]).toEqual([ubrn, plan?.state]);
      expect(history.map(({ event }) => event)).toContain(plan?.event);
    }
    const rows = await auditRows(auditFile);
    for (const ubrn of plans.keys()) {
      const audited = rows.filter((row) => row.ubrn === ubrn).map(({ operation }) => operation);
      expect(audited).toContain('A005');
      const writes = audited.filter((each) => ['A013', 'A014', 'A022', 'A028'].includes(each));
      expect([ubrn, writes.length]).toEqual([ubrn, 1]);
    }
    expect(reviewer.desk.faults).toEqual([]);
  }, 240_000);
});
