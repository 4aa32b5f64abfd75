import { LitElement, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { sharedSheet } from './sheet.ts';

/** The events of our own that an element may send, with their detail types. */
type ErsEventName = Extract<keyof HTMLElementEventMap, `ers-${string}`>;
type Detail<N extends ErsEventName> =
  HTMLElementEventMap[N] extends CustomEvent<infer D> ? D : never;

/**
 * The base of every widget: the shared sheets, typed events, focus on a heading, and the two
 * questions that the host and the session ask of each.
 */
export abstract class ErsElement extends LitElement {
  /** True while something that the user typed or chose here would be lost. */
  abstract hasUnsavedInput(): boolean;

  /** Removes every patient detail and every typed word from the screen and from memory. */
  abstract blank(): void;

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [sharedSheet, ...super.finalizeStyles(styles)];
  }

  /**
   * Sends an event that bubbles and crosses shadow roots; its detail holds keys only.
   * @returns false when the event is a question and somebody has cancelled it
   */
  protected emit<N extends ErsEventName>(
    name: N,
    detail: Detail<N>,
    options: { cancelable?: boolean } = {},
  ): boolean {
    const event = new CustomEvent(name, { ...options, detail, bubbles: true, composed: true });
    return this.dispatchEvent(event);
  }

  /** After the next render: focus on the step's heading, which carries `data-focus-heading`. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('[data-focus-heading]');
    if (heading) heading.focus();
    else await this.widgetInside()?.focusHeading();
  }

  /** Where a step is a widget of its own, the heading is in its root. */
  private widgetInside(): ErsElement | undefined {
    const inside = [...this.renderRoot.querySelectorAll('*')];
    return inside.find((element): element is ErsElement => element instanceof ErsElement);
  }

  /** After the next render: focus on the error summary, also when it was there before. */
  async focusErrorSummary(): Promise<void> {
    await this.focusFirst('[data-error-summary]');
  }

  /** After the next render: focus on the first match; falls back to nothing when it is gone. */
  protected async focusFirst(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
