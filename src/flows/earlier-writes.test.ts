import { describe, expect, it } from 'vitest';
import { ErsError } from '../domain/problem.ts';
import { createPageJournal } from '../journal/page-journal.ts';
import type { Intent } from '../journal/ports.ts';
import { createEarlierWrites } from './earlier-writes.ts';
import { fakePorts } from './testing/fake-ports.ts';
import { NOW, PATIENT, problem } from './testing/fake-records.ts';

const patient = PATIENT.nhsNumber;
const SENT = {
  id: 'earlier',
  action: 'create-referral',
  contextId: 'context-0',
  correlationId: 'c-9',
  patient,
  sentAt: NOW,
} as const;
const IN_FLIGHT: Intent = { ...SENT, state: 'sending' };
const UNKNOWN: Intent = { ...SENT, state: 'unknown', problem: problem('no-answer') };

function asked(...answers: (readonly Intent[] | Error)[]) {
  const { clock, newId } = fakePorts();
  const journal = createPageJournal();
  const life = new AbortController();
  let times = 0;
  const earlier = createEarlierWrites({
    clock,
    newId,
    journal,
    patient,
    signal: life.signal,
    async listed() {
      const answer = answers[Math.min(times, answers.length - 1)] ?? [];
      times += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const states = async (): Promise<string[]> =>
    (await journal.unresolved(patient)).map(({ state }) => state);
  return { earlier, journal, clock, life, states, timesAsked: () => times };
}

describe('what another page has sent', () => {
  it('stands in the journal of this page once it was asked for', async () => {
    const { earlier, states, clock, timesAsked } = asked([UNKNOWN]);
    await earlier.ask();
    expect(earlier.state.status).toBe('known');
    expect(await states()).toEqual(['unknown']);
    await clock.advance(600_000);
    expect(timesAsked()).toBe(1);
  });

  it('is asked about again while it is under way, and is unknown once it is listed no more', async () => {
    const { earlier, states, clock, timesAsked } = asked([IN_FLIGHT], [IN_FLIGHT], []);
    await earlier.ask();
    expect(await states()).toEqual(['sending']);
    await clock.advance(10_000);
    expect(await states()).toEqual(['sending']);
    await clock.advance(10_000);
    expect(await states()).toEqual(['unknown']);
    await clock.advance(600_000);
    expect(timesAsked()).toBe(3);
  });

  it('is not asked about for ever: after four minutes nobody waits for the answer', async () => {
    const { earlier, states, clock, timesAsked } = asked([IN_FLIGHT]);
    await earlier.ask();
    await clock.advance(3_600_000);
    expect(timesAsked()).toBe(25);
    expect(await states()).toEqual(['unknown']);
  });

  it('that could not be asked for is not "nothing", and can be asked for again', async () => {
    const { earlier, states } = asked(new ErsError(problem('proxy-unreachable')), [UNKNOWN]);
    await earlier.ask();
    expect(earlier.state).toMatchObject({
      status: 'not-known',
      problem: { reason: 'proxy-unreachable' },
    });
    await earlier.ask();
    expect(earlier.state.status).toBe('known');
    expect(await states()).toEqual(['unknown']);
  });

  it('is taken up no more once the patient is no longer open', async () => {
    const { earlier, states, life } = asked([UNKNOWN]);
    const asking = earlier.ask();
    life.abort();
    await asking;
    expect(await states()).toEqual([]);
  });
});
