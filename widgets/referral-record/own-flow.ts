import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ReviewReferralFlow } from '../../src/flows/review-referral.ts';
import type { ReadySession } from '../session/context.ts';

interface Start {
  session: ReadySession;
  ubrn: Ubrn;
}

/** The flow of one context and referral, which is loaded when it is first asked for. */
export class OwnFlow {
  private started: Start | undefined;
  private loaded: ReviewReferralFlow | undefined;
  private hasFailed = false;

  constructor(private readonly onLoaded: () => void) {}

  get flow(): ReviewReferralFlow | undefined {
    return this.loaded;
  }

  /** Its code could not be loaded. */
  get failed(): boolean {
    return this.hasFailed;
  }

  follow(start: Start): void {
    const { started } = this;
    const isSame =
      started?.ubrn === start.ubrn && started.session.contextId === start.session.contextId;
    if (isSame) return;
    this.drop();
    this.started = start;
    void this.load(start);
  }

  drop(): void {
    this.loaded?.dispose();
    this.started = this.loaded = undefined;
    this.hasFailed = false;
  }

  private async load(start: Start): Promise<void> {
    const { ubrn, session } = start;
    const { flows, list } = session;
    const flow = await flows.reviewReferral({ ubrn, list }).catch(() => undefined);
    if (start !== this.started) {
      flow?.dispose();
      return;
    }
    this.loaded = flow;
    this.hasFailed = !flow;
    this.onLoaded();
  }
}
