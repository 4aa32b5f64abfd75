import { html, type TemplateResult } from 'lit';

const TRAINING_WORDS = 'Training system. Not real patients. Nothing reaches a provider.';

/** The band of words and stripes that no screen and no print of a training system is without. */
export function trainingBand(): TemplateResult {
  return html`<div class="ui-training"><strong>${TRAINING_WORDS}</strong></div>`;
}

/** A whole widget of a training system: the band stays at its top while its page scrolls. */
export function trainingFrame(content: TemplateResult): TemplateResult {
  return html`<div class="ui-training-frame">${trainingBand()}${content}</div>`;
}
