import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/**
 * Says to a screen reader what changed on screen. The host renders `region()` once, always, as a
 * region that comes and goes is not read.
 */
export class LiveRegion implements ReactiveController {
  private polite = '';
  private assertive = '';
  /** A second equal announcement must differ to be read again. */
  private turn = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Assertive interrupts: errors and outcomes only. */
  announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    this.turn = !this.turn;
    this[urgency] = this.turn ? text : `${text}\u00a0`;
    this.host.requestUpdate();
  }

  /** Another patient or another step: what was said belongs to neither. */
  clear(): void {
    this.polite = this.assertive = '';
    this.host.requestUpdate();
  }

  region(): TemplateResult {
    return html`<div class="ui-hidden" role="status">${this.polite}</div>
      <div class="ui-hidden" role="alert">${this.assertive}</div>`;
  }
}
