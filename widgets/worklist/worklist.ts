import { consume } from '@lit/context';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ErsElement } from '../../src/ui/base-element.ts';
import { message } from '../../src/ui/message.ts';
import { sessionContext, type WidgetSession } from '../session/context.ts';
import { worklistStyles } from './worklist.styles.ts';
import './worklist.events.ts';

/**
 * What it is for, in one sentence.
 *
 * @summary What it is for, in a few words.
 * @tag ers-worklist
 * @csspart content - Everything it shows.
 */
export class ErsWorklist extends ErsElement {
  static override styles = worklistStyles;

  /** The referral it is about. Spaces are allowed. */
  @property() ubrn = '';

  /** From the `<ers-session>` around it. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  private leave: (() => void) | undefined;

  hasUnsavedInput(): boolean {
    return false;
  }

  blank(): void {
    this.ubrn = '';
    this.performUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session')) return;
    this.leave?.();
    this.leave = this.session?.status === 'ready' ? this.session.join(this) : undefined;
  }

  protected override render(): TemplateResult {
    const title = this.session
      ? 'There is nothing to show yet'
      : 'This part stands outside a session, so it can show nothing';
    return html`<div part="content">${message({ kind: 'info', title })}</div>`;
  }
}
