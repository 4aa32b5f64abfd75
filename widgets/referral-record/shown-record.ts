import type {
  ReviewReferralActions,
  ReviewReferralState,
} from '../../src/flows/review-referral.ts';
import type { ReadySession } from '../session/context.ts';
import { defineReferralRecord } from './define.ts';
import { ErsReferralRecord } from './referral-record.ts';
import { reviewSession, stillReview } from './still-review.ts';

defineReferralRecord();

interface Scene {
  state?: Partial<ReviewReferralState>;
  actions?: Partial<ReviewReferralActions>;
  session?: Partial<ReadySession>;
  width?: number;
}

/** A record in a session, shown with the state that it is given. */
export async function show({ state, actions, session, width = 1300 }: Scene = {}) {
  const flow = stillReview(state, actions);
  const widget = new ErsReferralRecord();
  widget.style.width = `${width}px`;
  widget.session = reviewSession(flow, session);
  document.body.append(widget);
  await settled(widget);
  return { flow, widget, root: widget.renderRoot as ShadowRoot };
}

/** A flow comes as a promise, and a focus moves after the render that it waits for. */
export async function settled(widget: ErsReferralRecord): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await Promise.resolve();
    await widget.updateComplete;
  }
}

export function find(root: ParentNode, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

export function words(element: Element | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

export function heard(widget: ErsReferralRecord, name: string): unknown[] {
  const details: unknown[] = [];
  widget.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/** The id, or the words, of what has the focus. */
export function focused(root: ShadowRoot): string | undefined {
  const { activeElement } = root;
  return activeElement ? activeElement.id || words(activeElement) : undefined;
}
