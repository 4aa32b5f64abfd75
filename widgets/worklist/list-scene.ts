import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';
import type { ListingSession } from '../session/context.ts';
import { defineWorklist } from './define.ts';
import { listingSession } from './still-list.ts';
import { ErsWorklist } from './worklist.ts';

defineWorklist();

interface Scene {
  session?: Partial<ListingSession>;
  width?: number;
  height?: string;
}

/** A worklist of this flow in the page, so many pixels wide; 300 pixels of rows unless said. */
export async function show(
  flow: ProviderWorklistFlow,
  { session, width = 1_300, height = '300px' }: Scene = {},
) {
  const widget = new ErsWorklist();
  widget.session = listingSession(flow, session);
  widget.style.width = `${width}px`;
  widget.style.setProperty('--ers-list-height', height);
  document.body.append(widget);
  await settled(widget);
  return { widget, root: widget.renderRoot as ShadowRoot };
}

/** What is scrolled or measured is drawn a frame later. */
export async function settled(widget: ErsWorklist): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await widget.updateComplete;
  }
}

export function find(root: ShadowRoot, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

export function words(element: Node | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function button(root: ShadowRoot, label: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button')];
  const found = all.find((each) => words(each).startsWith(label));
  if (!found) throw new Error(`There is no button ${label}.`);
  return found;
}

/** The UBRNs of the rows that are drawn. */
export function drawn(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')].map(
    ({ dataset }) => dataset['row'] ?? '',
  );
}

/** The UBRN of the row that has the focus. */
export function focused(root: ShadowRoot): string | undefined {
  const { activeElement } = root;
  return activeElement instanceof HTMLElement ? activeElement.dataset['open'] : undefined;
}

/** What a reader was told last. */
export function said(root: ShadowRoot): string {
  return [...root.children]
    .filter((each) => each.matches('[role=status], [role=alert]'))
    .map((each) => words(each))
    .join(' ');
}

/** Pixels below the top of the window. */
export function topOf(root: ShadowRoot, ubrn: string): number {
  return find(root, `[data-row="${ubrn}"]`).getBoundingClientRect().top;
}
