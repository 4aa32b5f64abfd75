import { html, type TemplateResult } from 'lit';

/** The band of words and stripes that no screen and no print of a training system is without. */
export function trainingBand(): TemplateResult {
  return html`<div class="ui-training">
    <strong
      >Training system.
      <span class="ui-training__more">Not real patients. Nothing reaches a provider.</span></strong
    >
  </div>`;
}

/** A whole widget of a training system: the band stays at its top while its page scrolls. */
export function trainingFrame(content: TemplateResult): TemplateResult {
  return html`<div class="ui-training-frame">${trainingBand()}${content}</div>`;
}
