import { fakeReferPatient, fakeSession, type SceneParts } from './fake-flow.ts';
import { defineReferralBuilder } from './define.ts';
import { loadLostPart } from './lost-view.ts';
import { loadLaterSteps } from './step-view.ts';
import { ErsReferralBuilder } from './referral-builder.ts';

defineReferralBuilder();

/** A builder in the page, with the flow that it draws. */
export async function show(parts: SceneParts = {}, change: Parameters<typeof fakeSession>[1] = {}) {
  await Promise.all([loadLaterSteps(), loadLostPart()]);
  const flow = fakeReferPatient(parts);
  const builder = new ErsReferralBuilder();
  builder.session = fakeSession(flow, change);
  document.body.append(builder);
  await builder.updateComplete;
  return { flow, builder, root: builder.renderRoot as ShadowRoot };
}

export function find(root: ShadowRoot, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

export function heard(builder: ErsReferralBuilder, name: string): unknown[] {
  const details: unknown[] = [];
  builder.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
  return details;
}

export function focused(root: ShadowRoot): string {
  return root.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** A focus moves after the render that it waits for. */
export async function settled(builder: ErsReferralBuilder): Promise<void> {
  await builder.updateComplete;
  await Promise.resolve();
  await builder.updateComplete;
}
