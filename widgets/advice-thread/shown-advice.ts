import type { ReadySession } from '../session/context.ts';
import { defineAdviceThread } from './define.ts';
import { ErsAdviceThread } from './advice-thread.ts';

/** For tests: the widget in the page, with its flow loaded. */
export async function shownWith(
  session: ReadySession,
  change: Partial<Pick<ErsAdviceThread, 'ubrn' | 'asking' | 'sessionEnded'>> = {},
): Promise<ErsAdviceThread> {
  defineAdviceThread();
  const widget = Object.assign(new ErsAdviceThread(), { session, ...change });
  document.body.append(widget);
  await drawn(widget);
  return widget;
}

/** After what needs no time has happened. */
export async function drawn(widget: ErsAdviceThread): Promise<void> {
  await new Promise(requestAnimationFrame);
  await widget.updateComplete;
}

export function find(widget: ErsAdviceThread, selector: string): HTMLElement {
  const found = widget.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

/** All that is on screen, in one line. */
export function words(widget: ErsAdviceThread): string {
  const text = widget.renderRoot.querySelector('.advice')?.textContent ?? '';
  return text.replace(/\s+/g, ' ');
}

export function focusedIn(widget: ErsAdviceThread): string {
  return (widget.shadowRoot?.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function heard(
  widget: ErsAdviceThread,
  ...names: (keyof HTMLElementEventMap)[]
): { name: string; detail: unknown }[] {
  const events: { name: string; detail: unknown }[] = [];
  for (const name of names)
    widget.addEventListener(name, (event) =>
      events.push({ name, detail: (event as CustomEvent<unknown>).detail }),
    );
  return events;
}
