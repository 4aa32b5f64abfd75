import type { BookPhase, BookSlotActions, BookSlotState } from '../../src/flows/book-slot.ts';
import type { ReadySession } from '../session/context.ts';
import { defineSlotPicker } from './define.ts';
import { NOW } from './sample-slots.ts';
import { ErsSlotPicker } from './slot-picker.ts';
import { stillFlow, stillSession } from './still-flow.ts';

defineSlotPicker();

export interface Scene {
  state?: Partial<BookSlotState>;
  actions?: Partial<BookSlotActions>;
  session?: Partial<ReadySession>;
  width?: number;
}

/** Inside another widget. */
export async function show({ state, actions, session, width = 1100 }: Scene = {}) {
  const flow = stillFlow(state, actions);
  const picker = new ErsSlotPicker();
  picker.flow = flow;
  picker.session = stillSession(session);
  picker.style.width = `${width}px`;
  document.body.append(picker);
  await picker.updateComplete;
  return { flow, picker, root: picker.renderRoot as ShadowRoot };
}

/** A focus moves after the render that it waits for. */
export async function settled(picker: ErsSlotPicker): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
    await picker.updateComplete;
  }
}

export function find(root: ShadowRoot, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

export function words(element: Element | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

export function slot(root: ShadowRoot, id: string): HTMLElement {
  return find(root, `[data-slot="${id}"]`);
}

export function heard(picker: ErsSlotPicker, name: string): unknown[] {
  const details: unknown[] = [];
  picker.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/** The slot, or the words, of what has the focus. */
export function focused(root: ShadowRoot): string | undefined {
  const { activeElement } = root;
  return activeElement instanceof HTMLElement
    ? (activeElement.dataset['slot'] ?? words(activeElement))
    : undefined;
}

export const sending: BookPhase = { status: 'sending', write: 'booking', since: NOW };
