import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import { formatUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { attachedWords, checkAgainWords, readAt, typeAndSize } from './file-words.ts';
import { paneHeading } from './pane.ts';
import type { Screen } from './screen.ts';
import { shownFile, showFile } from './shown-file.ts';

/** Every file of the referral: one that cannot be opened is no link, and says why. */
export function filesPane(screen: Screen): TemplateResult {
  const letters = screen.state.referral?.letters ?? [];
  return html`<section class="pane pane--files ui-stack" data-pane aria-label="Files">
    ${paneHeading(`Files (${letters.length})`)}
    ${
      letters.length === 0
        ? html`<p>No file is attached to this referral.</p>`
        : html`<ul class="ui-plain-list files">
            ${letters.map((letter) => fileRow(screen, letter))}
          </ul>`
    }
    ${related(screen)}
  </section>`;
}

function fileRow(screen: Screen, letter: Letter): TemplateResult {
  const isShown = shownFile(screen)?.url === letter.url;
  const isBlocked = letter.availability === 'THREATS_FOUND';
  return html`<li
    class="file ${isShown ? 'file--shown' : ''} ${isBlocked ? 'file--blocked' : ''}"
    aria-current=${isShown ? 'true' : nothing}
  >
    ${
      letter.availability === 'AVAILABLE'
        ? button({
            label: letter.name,
            kind: 'link',
            id: `file-${letter.url}`,
            onPress: () => showFile(screen, letter),
          })
        : html`<strong>${letter.name}</strong>`
    }
    <div class="ui-faint">${typeAndSize(letter)}</div>
    ${letter.description ? html`<div class="ui-faint">${letter.description}</div>` : nothing}
    <div class="ui-faint">${attachedWords(letter)}</div>
    <div>${scanWords(screen, letter)}</div>
  </li>`;
}

function scanWords(screen: Screen, letter: Letter): TemplateResult | string {
  const at = readAt(screen, letter);
  switch (letter.availability) {
    case 'AVAILABLE':
      return at ? `Opened ${ukTime(at)}` : html`<strong>Not opened</strong>`;
    case 'PENDING':
      return html`<strong>Being checked.</strong> ${checkAgainWords(screen)}`;
    case 'VALIDATION_FAILED':
      return html`<strong>Not valid.</strong> e-RS could not validate this file. It cannot be
        opened, now or later.`;
    case 'THREATS_FOUND':
      return html`<strong class="file__threat">Threat found.</strong> e-RS has blocked this file for
        good. The practice has not been told. Ask for a new copy.`;
  }
}

/** Their numbers are all that this referral tells of them. */
function related({ state: { referral } }: Screen): TemplateResult | typeof nothing {
  const told = new Set([...(referral?.related ?? []), ...(referral?.advice ?? [])]);
  const others = [...told].filter((ubrn) => ubrn !== referral?.ubrn);
  if (others.length === 0) return nothing;
  return html`<h3>Related on this pathway (${others.length})</h3>
    <ul class="ui-plain-list">
      ${others.map((ubrn) => html`<li>${relatedLine(ubrn, referral?.advice)}</li>`)}
    </ul>`;
}

function relatedLine(ubrn: Ubrn, advice: readonly Ubrn[] | undefined): TemplateResult {
  const kind = advice?.includes(ubrn) ? 'Advice request' : 'Referral';
  return html`${kind}
  ${copyable({ value: ubrn, shown: formatUbrn(ubrn), about: `UBRN of the related ${kind.toLowerCase()}` })}`;
}
