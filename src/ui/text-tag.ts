import { html, type TemplateResult } from 'lit';

export interface TextTagOptions {
  label: string;
  /** Strong: black ground, for what must not be missed. Info: blue. Plain: a border. */
  kind?: 'strong' | 'info' | 'plain' | undefined;
}

/** A word in a box, such as "Look at this" or "2 week wait". */
export function textTag({ label, kind = 'plain' }: TextTagOptions): TemplateResult {
  return html`<strong class="ui-tag ui-tag--${kind}">${label}</strong>`;
}
