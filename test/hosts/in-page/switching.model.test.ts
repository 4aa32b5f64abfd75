import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defineReferralBuilder } from '../../../widgets/referral-builder/define.ts';
import { defineSession } from '../../../widgets/session/define.ts';
import type { ErsSession } from '../../../widgets/session/session.ts';
import { PATIENTS, TwoPatients, wordsIn, type Known } from './two-patients.ts';

const RUNS = 1_000;

/** How often the runs have reached what: a generator that never gets there proves nothing. */
const reached = new Map<string, number>();
const reach = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
let longestMs = 0;
let runs = 0;

const ACTIONS = [
  'answer',
  'answer',
  'answer',
  'all answers',
  'time',
  'switch',
  '#check',
  '#create',
  '#create',
  '#go-on',
  'leave',
] as const;
type Action = (typeof ACTIONS)[number];

beforeAll(() => {
  defineSession();
  defineReferralBuilder();
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** All that is ready to run does, and one task of the browser passes. */
async function oneTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  port1.close();
}

class Scene {
  readonly world: TwoPatients;
  private readonly session: ErsSession;

  constructor(private readonly scheduler: fc.Scheduler) {
    this.world = new TwoPatients(
      (what, answer) => scheduler.schedule(Promise.resolve(), what).then(answer),
      (runs += 1),
    );
    vi.stubGlobal('fetch', this.world.fetch);
    // The clock lets run what is ready, with what Node has for it.
    vi.stubGlobal('setImmediate', (run: () => void) => void oneTask().then(run));
    this.session = this.world.element();
    document.body.append(this.session);
  }

  async act(action: Action): Promise<void> {
    switch (action) {
      case 'answer':
        if (this.scheduler.count() > 0) await this.scheduler.waitNext(1);
        break;
      case 'all answers':
        await this.scheduler.waitIdle();
        break;
      case 'time':
        await this.world.clock.advance(1_000);
        break;
      case 'switch':
        await this.switch();
        break;
      case 'leave':
        this.press(this.session, 'Save the draft');
        break;
      default:
        this.press(this.builder(), action);
    }
    await oneTask();
    this.nothingOfTheOther();
  }

  async end(): Promise<void> {
    await this.scheduler.waitIdle();
    await oneTask();
    this.nothingOfTheOther();
    this.world.host.endSession('logout');
    await oneTask();
    for (const { mark } of PATIENTS) expect(wordsIn(this.session)).not.toContain(mark);
    this.session.remove();
  }

  private async switch(): Promise<void> {
    const former = this.world.open;
    const other = PATIENTS.find((each) => each !== former) ?? former;
    if (wordsIn(this.session).includes(former.mark)) reach('switched with content on screen');
    if (this.scheduler.count() > 0) reach('switched with answers on their way');
    const from = performance.now();
    this.world.switchTo(other);
    // In the host's own task nothing is to be seen; one task later there is nothing.
    const seen = this.builder().checkVisibility() ? wordsIn(this.builder()) : '';
    expect(seen).not.toContain(former.mark);
    await oneTask();
    longestMs = Math.max(longestMs, performance.now() - from);
    if (wordsIn(this.session).includes('Referral is for')) reach('conflict');
  }

  /** But for the line of a conflict that says whom the unsent work is for. */
  private nothingOfTheOther(): void {
    const words = wordsIn(this.session);
    const isConflict = words.includes('Referral is for');
    const other = PATIENTS.find((each) => each !== this.world.open) as Known;
    expect(words).not.toContain(other.mark);
    if (!isConflict) expect(words.replaceAll(' ', '')).not.toContain(other.nhsNumber);
  }

  private builder(): Element {
    return this.session.querySelector('ers-referral-builder') ?? this.session;
  }

  private press(within: Element, what: string): void {
    const buttons = [...(within.shadowRoot?.querySelectorAll('button') ?? [])];
    const isIt = (button: HTMLButtonElement): boolean =>
      `#${button.id}` === what || (button.textContent.trim().startsWith(what) ?? false);
    const button = buttons.find(isIt);
    if (!button) return;
    reach(`pressed ${what}`);
    button.click();
  }
}

describe('F21, P5: another patient is opened while answers are on their way', () => {
  it('of the former nothing is on screen, and every referral is for the patient it was made on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...ACTIONS), { minLength: 15, maxLength: 40 }),
        async (scheduler, actions) => {
          const scene = new Scene(scheduler);
          for (const action of actions) await scene.act(action);
          await scene.end();
          for (const { text, bound, openInHost } of scene.world.creates) {
            reach('created');
            const other = PATIENTS.find((each) => each !== bound) as Known;
            expect(bound).toBe(openInHost);
            expect(text).toContain(bound.nhsNumber);
            expect(text).toContain(bound.service);
            expect(text).not.toContain(other.nhsNumber);
            expect(text).not.toContain(other.service);
          }
        },
      ),
      { numRuns: RUNS },
    );
    console.log('Reached:', Object.fromEntries(reached), `slowest ${Math.round(longestMs)} ms`);
    for (const what of ['created', 'conflict', 'switched with content on screen']) {
      expect(reached.get(what), what).toBeGreaterThan(20);
    }
  }, 300_000);
});
