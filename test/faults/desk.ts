import type { FindLostFlow } from '../../src/flows/find-lost-referral.ts';
import {
  findersOf,
  newCreate,
  openPage,
  releaseUnknown,
  type Mutation,
  type Page,
} from './page.ts';
import { World, type Coverage, type DialectName, type Fault } from './world.ts';

export interface DeskOptions {
  dialect: DialectName;
  mutation: Mutation;
  coverage: Coverage;
}

/** A person at a page, and e-RS at the other end. */
export class Desk {
  private constructor(
    readonly world: World,
    private readonly options: DeskOptions,
    private page: Page,
  ) {}

  static async open(options: DeskOptions): Promise<Desk> {
    const world = new World(options.dialect, options.coverage);
    await world.start();
    return new Desk(world, options, await openPage(world, options.mutation));
  }

  type(text: string): void {
    this.world.typed = text;
    this.page.draft.keep(text);
  }

  /** What was typed, as a page shows it that is opened now. */
  async typedAfterCrash(): Promise<unknown> {
    await this.crash();
    return (await this.page.draft.load())?.content;
  }

  /** Presses Create for the referral that is still wanted, or for a new one. */
  async refer(serviceId: string, fault: Fault): Promise<void> {
    const { world, page } = this;
    if (!world.wish || world.wish.isFulfilled) {
      world.wishes.push({ serviceId, made: [], wasLost: false, isFulfilled: false });
    }
    if (page.create.state.phase.status !== 'ready') await newCreate(page, world);
    this.world.reach(`pressed while ${page.create.state.phase.status}`);
    world.nextFault = fault;
    void page.create.actions.create();
    await this.settle();
    world.nextFault = 'none';
    if (this.options.mutation.releaseWithoutLooking) await releaseUnknown(page);
  }

  async wait(milliseconds: number): Promise<void> {
    await this.world.clock.advance(milliseconds);
    await this.settle();
  }

  /** The page is gone in the middle of whatever it was doing, and opened again. */
  async crash(): Promise<void> {
    this.page = await openPage(this.world, this.options.mutation);
    await this.settle();
  }

  async look(): Promise<void> {
    for (const finder of await this.finders()) void finder.actions.look();
    await this.settle();
  }

  /**
   * Says what the screen asks, by what e-RS shows at that moment. Nobody waits for the answers: a read
   * may have to wait for time to pass.
   */
  async answer(): Promise<void> {
    for (const { state, actions } of await this.finders()) {
      const { phase } = state;
      const inErs = this.world.wish?.made[0];
      this.world.reach(`answered while ${phase.status}`);
      if (phase.status === 'several') void actions.choose(inErs ?? phase.referrals[0].ubrn);
      else if (phase.status === 'ask-person' && inErs) void actions.choose(inErs);
      // Over the platform the page has looked, and the person takes its word.
      else void actions.confirmNone();
    }
    await this.settle();
  }

  private async finders(): Promise<FindLostFlow[]> {
    return findersOf(this.page, this.options.mutation);
  }

  private async settle(): Promise<void> {
    const { world, page } = this;
    await world.idle();
    const isFound = [...page.finders.values()].some(({ state }) => state.phase.status === 'found');
    const { wish } = world;
    if (wish && (isFound || page.create.state.phase.status === 'created')) {
      wish.isFulfilled = true;
      page.finders.clear();
    }
  }
}
