import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Desks } from '../test/desks.ts';
import {
  dialects,
  holdings,
  listed,
  openDesks,
  operate,
  parametersOf,
  priority,
  text,
  versionOf,
} from '../test/desks.ts';
import type { Answer } from '../test/hscn-caller.ts';
import { coding } from '../test/hscn-caller.ts';
import { conversation } from '../test/stages.ts';
import type { AdviceCategory } from './advice.ts';
import type { Dialect } from './model.ts';

/** A conversation as it has to be. */
interface Expected {
  ubrn: string;
  category: AdviceCategory;
  /** The question and all that was said since. */
  messages: number;
}

interface At {
  desks: Desks;
  ubrn: string;
  /** The one that is current, or a later one that is not. */
  version: number;
}

/** What somebody may do while a conversation goes on; nothing may be done when it has ended. */
interface Move {
  name: string;
  /** Whose turn it is then; undefined leaves that as it was. */
  to?: AdviceCategory;
  says: 0 | 1;
  /** A change elsewhere names no version. */
  versioned: boolean;
  attempt(at: At): Promise<Answer>;
}

function answerWith(outcome: string, extra: ReturnType<typeof coding>[] = []) {
  return ({ desks: { provider }, ubrn, version }: At): Promise<Answer> => {
    const body = parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', [
      text('guidance', 'Try the other cream'),
      coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', outcome),
      priority('updatedPriority', 'ROUTINE'),
      ...extra,
    ]);
    const name = 'sendCommunicationToRequester';
    return operate(provider, 'CommunicationRequest', { ubrn, name, version, body });
  };
}

function convert({ desks: { provider }, ubrn, version }: At): Promise<Answer> {
  const reference = `CommunicationRequest/${ubrn}/_history/${version}`;
  const body = parametersOf('eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1', [
    { name: 'createFrom', valueReference: { reference } },
    text('guidance', 'We had better see the patient'),
    priority('newReferralPriority', 'ROUTINE'),
    text('reviewComments', 'Book the skin clinic'),
  ]);
  const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
  return provider.call(path, { body });
}

function elsewhere(change: string) {
  return ({ desks: { referrer }, ubrn }: At): Promise<Answer> => {
    const message = change === 'reply' && { message: 'It is no better' };
    return referrer.control('actions/change-advice', { ubrn, change, ...message });
  };
}

const recommendation = coding(
  'guidanceIntendedRecommendation',
  'eRS-GuidanceIntendedRecommendation-1',
  'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
);

const moves: readonly Move[] = [
  {
    name: 'ask-for-more',
    to: 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
    says: 1,
    versioned: true,
    attempt: answerWith('REQUIRE_FURTHER_INFORMATION'),
  },
  {
    name: 'advise',
    to: 'REFERRER_TO_REVIEW_RESPONSE',
    says: 1,
    versioned: true,
    attempt: answerWith('RETURN_TO_REFERRER_WITH_ADVICE', [recommendation]),
  },
  { name: 'convert', to: 'ADVICE_CONVERTED', says: 1, versioned: true, attempt: convert },
  {
    name: 'reply',
    to: 'PROVIDER_RESPONSE_REQUIRED',
    says: 1,
    versioned: false,
    attempt: elsewhere('reply'),
  },
  {
    name: 'add-clinical-information',
    says: 1,
    versioned: false,
    attempt: elsewhere('add-clinical-information'),
  },
  {
    name: 'close',
    to: 'CONVERSATION_ENDED_CLOSED',
    says: 0,
    versioned: false,
    attempt: elsewhere('close'),
  },
  {
    name: 'cancel',
    to: 'CONVERSATION_ENDED_CANCELLED',
    says: 0,
    versioned: false,
    attempt: elsewhere('cancel'),
  },
];

const active: readonly AdviceCategory[] = [
  'PROVIDER_RESPONSE_REQUIRED',
  'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
  'REFERRER_TO_REVIEW_RESPONSE',
];

interface Run {
  desks: Desks;
  expected: Expected[];
  done: Map<string, number>;
}

function count({ done }: Run, name: string): void {
  done.set(name, (done.get(name) ?? 0) + 1);
}

async function attempt(run: Run, one: Expected, { move, late }: { move: Move; late: boolean }) {
  const { desks } = run;
  const { ubrn, category, messages } = one;
  const { core } = desks.simulator;
  const before = { version: core.advice.get(ubrn)?.version ?? 0, all: holdings(desks.simulator) };
  const stale = late && move.versioned;
  const version = before.version + (stale ? 3 : 0);
  const { status, code } = await move.attempt({ desks, ubrn, version });
  const context = `${move.name} on ${category}, ${status} ${code}`;
  if (stale || !active.includes(category)) {
    if (stale) expect(status, context).toBe(409);
    else expect(status, context).toBeGreaterThanOrEqual(400);
    expect(holdings(desks.simulator), context).toBe(before.all);
    count(run, stale ? 'stale' : 'refused');
    return;
  }
  expect(status, context).toBeLessThan(300);
  expect(core.advice.get(ubrn)?.version, context).toBeGreaterThan(before.version);
  Object.assign(one, { category: move.to ?? category, messages: messages + move.says });
  count(run, move.name);
}

/** Each conversation is as it has to be: on the provider's list, ended, or a referral. */
async function checkAll({ desks, expected }: Run): Promise<void> {
  const { core } = desks.simulator;
  for (const { ubrn, category, messages } of expected) {
    const advice = core.advice.get(ubrn);
    expect([advice?.category, advice?.messages.length]).toEqual([category, messages]);
    expect(core.referrals.has(ubrn)).toBe(category === 'ADVICE_CONVERTED');
  }
  const due = expected.filter(({ category }) => active.includes(category));
  const list = await listed(desks.provider, 'ADVICE_AND_GUIDANCE_REQUESTS');
  expect(list).toEqual(due.map(({ ubrn }) => ubrn));
}

interface Step {
  ask: boolean;
  which: number;
  pick: number;
  late: boolean;
}

const oneIn = (many: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: many }).map((one) => one === many);
const step: fc.Arbitrary<Step> = fc.record({
  ask: oneIn(4),
  which: fc.nat(),
  pick: fc.nat(),
  late: oneIn(6),
});

async function take(run: Run, { ask, which, pick, late }: Step): Promise<void> {
  if (ask || run.expected.length === 0) {
    const ubrn = await conversation(run.desks);
    expect(versionOf(run.desks.provider, ubrn)).toBe(1);
    run.expected.push({ ubrn, category: 'PROVIDER_RESPONSE_REQUIRED', messages: 1 });
    return;
  }
  const one = run.expected[which % run.expected.length];
  const move = moves[pick % moves.length];
  if (one && move) await attempt(run, one, { move, late });
}

async function play(steps: readonly Step[], dialect: Dialect, done: Run['done']): Promise<void> {
  const run: Run = { desks: await openDesks(dialect), expected: [], done };
  for (const one of steps) await take(run, one);
  await checkAll(run);
}

it.each(dialects)(
  'whatever a provider, a referrer and the e-RS application do, conversations agree, %s',
  async (dialect) => {
    const done: Run['done'] = new Map();
    const steps = fc.array(step, { minLength: 10, maxLength: 30, size: 'max' });
    const property = fc.asyncProperty(steps, (some) => play(some, dialect, done));
    await fc.assert(property, { seed: 20_261_016, numRuns: 30 });
    const rare = [...moves.map(({ name }) => name), 'stale', 'refused']
      .map((name) => [name, done.get(name) ?? 0] as const)
      .filter(([, times]) => times < 5);
    expect(rare).toEqual([]);
  },
  120_000,
);
