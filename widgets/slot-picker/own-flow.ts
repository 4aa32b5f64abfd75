import { parseUbrn } from '../../src/domain/ubrn.ts';
import type { Service } from '../../src/domain/service.ts';
import type { BookSlotFlow } from '../../src/flows/book-slot.ts';
import type { ReadySession } from '../session/context.ts';

interface Start {
  session: ReadySession;
  ubrn: string;
  services: readonly Service[] | undefined;
}

/** The flow of a picker that stands alone: one for each context and referral. */
export class OwnFlow {
  private started: (Start & { flow: BookSlotFlow }) | undefined;

  get flow(): BookSlotFlow | undefined {
    return this.started?.flow;
  }

  follow(start: Start): void {
    const { started } = this;
    if (started && isSame(started, start)) return;
    this.drop();
    const ubrn = parseUbrn(start.ubrn);
    if (!ubrn) return;
    const flow = start.session.flows.bookSlot({ ubrn, services: start.services });
    this.started = { ...start, flow };
  }

  drop(): void {
    this.started?.flow.dispose();
    this.started = undefined;
  }
}

function isSame(a: Start, b: Start): boolean {
  return (
    a.session.contextId === b.session.contextId && a.ubrn === b.ubrn && a.services === b.services
  );
}
