import { setImmediate } from 'node:timers/promises';
import { millisecondsOf } from '../../src/domain/instant.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { IntentKeeper, KeptIntent } from '../../src/journal/idb/kept-intents.ts';
import { fakeClock } from '../../src/flows/testing/fake-ports.ts';
import { lostAnswer } from '../../src/domain/lost-answer.ts';
import type { DraftPort, Draft } from '../../src/journal/ports.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { identify } from './identity.ts';

/** How often the runs have reached what: a generator that never gets there proves nothing. */
export type Coverage = Map<string, number>;

export type DialectName = 'hscn' | 'api-platform';

/** What becomes of one create on its way. */
export const FAULTS = [
  'none',
  'none',
  'lost-before',
  'lost-after',
  'late-commit',
  'truncated',
  'unavailable-before',
  'unavailable-after',
  'too-many-requests',
] as const;
export type Fault = (typeof FAULTS)[number];

const LATE_MS = 20_000;

export const PATIENT = '9990123454' as NhsNumber;

/** One referral that a person wants, and what e-RS has made for it. */
export interface Wish {
  serviceId: string;
  made: Ubrn[];
  /** An answer was lost, so that a create that follows is one after an unknown. */
  wasLost: boolean;
  isFulfilled: boolean;
}

/** e-RS, the way to it, and what outlives a page on this computer. */
export class World {
  readonly clock = fakeClock();
  readonly simulator = createSimulator({
    clock: () => millisecondsOf(this.clock.now()),
    seed: 1,
    fill: () => undefined,
  });
  readonly keptIntents = new Map<string, KeptIntent & { page: number }>();
  readonly keptDrafts = new Map<string, Draft>();
  readonly wishes: Wish[] = [];
  typed = '';
  nextFault: Fault = 'none';
  page = 0;
  private underWay = 0;
  private lastCreate?: Request;
  identity: Readonly<Record<string, string>> = {};

  constructor(
    readonly dialect: DialectName,
    private readonly coverage: Coverage,
  ) {}

  reach(what: string): void {
    this.coverage.set(what, (this.coverage.get(what) ?? 0) + 1);
  }

  async start(): Promise<void> {
    this.identity = await identify(this.simulator, this.dialect);
  }

  get wish(): Wish | undefined {
    return this.wishes.at(-1);
  }

  /** The way of every call; only creates meet faults. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = String(input instanceof Request ? input.url : input);
    const request = new Request(url, init);
    if (!url.includes('$ers.createReferral')) return this.pass(request);
    const { wish, nextFault } = this;
    this.nextFault = 'none';
    this.lastCreate = request.clone();
    if (wish?.wasLost) this.reach('sent again after unknown');
    if (wish && nextFault !== 'none' && nextFault !== 'too-many-requests') wish.wasLost = true;
    return this.create(request, { wish, fault: nextFault });
  };

  /** The same user makes another one like it, in e-RS's own application. */
  async makeTwin(): Promise<void> {
    if (!this.lastCreate) return;
    const { status } = await this.pass(this.lastCreate.clone());
    if (status === 201) this.reach('twin made');
  }

  private async create(
    request: Request,
    { wish, fault }: { wish: Wish | undefined; fault: Fault },
  ): Promise<Response> {
    const commit = async (): Promise<Response> => {
      const response = await this.pass(request);
      if (response.status === 201) {
        const { id } = (await response.clone().json()) as { id: Ubrn };
        wish?.made.push(id);
        this.reach('made');
      }
      return response;
    };
    const lost = (): never => {
      throw new TypeError('fetch failed');
    };
    switch (fault) {
      case 'none':
        return commit();
      case 'lost-before':
        return lost();
      case 'lost-after':
        await commit();
        return lost();
      case 'late-commit':
        void this.clock.wait(LATE_MS).then(commit);
        return lost();
      case 'truncated': {
        const response = await commit();
        const text = await response.text();
        return new Response(text.slice(0, text.length / 2), response);
      }
      case 'unavailable-before':
        return new Response(null, { status: 503 });
      case 'unavailable-after':
        await commit();
        return new Response(null, { status: 503 });
      case 'too-many-requests':
        return new Response(null, { status: 429 });
    }
  }

  private async pass(request: Request): Promise<Response> {
    this.underWay += 1;
    try {
      return await this.simulator.fetch(request);
    } finally {
      this.underWay -= 1;
    }
  }

  /** Until nothing happens any more that needs no time. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet = this.underWay > 0 ? 0 : quiet + 1) await setImmediate();
  }

  /** IndexedDB, without IndexedDB: what a page that is gone was sending has no known end. */
  keeperOf(page: number): IntentKeeper {
    return {
      keep: async (intent) => {
        if (page === this.page) this.keptIntents.set(intent.id, { ...intent, page });
      },
      of: async () =>
        [...this.keptIntents.values()].map(({ page: sender, ...intent }) =>
          intent.state === 'sending' && sender !== this.page
            ? { ...intent, state: 'unknown', problem: lostAnswer(intent.id) }
            : intent,
        ),
    };
  }

  draftsOf(page: number): DraftPort {
    return {
      load: async ({ flow }) => this.keptDrafts.get(flow),
      save: async ({ flow }, draft) => {
        if (page === this.page) this.keptDrafts.set(flow, draft);
      },
      discard: async ({ flow }) => {
        if (page === this.page) this.keptDrafts.delete(flow);
      },
    };
  }
}
