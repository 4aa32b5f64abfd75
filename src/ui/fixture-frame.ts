import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ErsElement } from './base-element.ts';
import { defineOnce } from './define.ts';

/** A shadow root with the shared sheets around one fixture; the gallery and the tests show parts in it. */
export class FixtureFrame extends ErsElement {
  @property({ attribute: false }) content: TemplateResult = html``;

  override hasUnsavedInput(): boolean {
    return false;
  }

  override blank(): void {
    this.content = html``;
  }

  protected override render(): TemplateResult {
    return this.content;
  }
}

export function defineFixtureFrame(): void {
  defineOnce('ers-fixture-frame', FixtureFrame);
}

/** Puts a fixture into the page, so many CSS pixels wide, and waits until it is rendered. */
export async function showFixture(content: TemplateResult, width = 1024): Promise<FixtureFrame> {
  defineFixtureFrame();
  const frame = new FixtureFrame();
  frame.style.width = `${width}px`;
  frame.content = content;
  document.body.append(frame);
  await frame.updateComplete;
  return frame;
}
