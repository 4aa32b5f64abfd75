import { html, nothing, type TemplateResult } from 'lit';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import { button } from '../../src/ui/button.ts';
import { patientName } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { ACTION_WORDS, consequence, sendLabel } from './decision-words.ts';
import { unreadWords } from './file-words.ts';
import type { Screen } from './screen.ts';

/** Why a press has sent nothing. */
export const HELD = {
  'death-being-asked':
    'Nothing was sent: your record system is still being asked if this patient has died.',
  'death-to-acknowledge': 'Nothing was sent: say first that you go on, above.',
  'reasons-not-there': 'Nothing was sent: the reasons that may be given are not read yet.',
};

/** For whom it is, what is lost by it, and the one button that names the act. */
export function decisionCommit(screen: Screen): TemplateResult {
  const { state, session } = screen;
  const { chosen, referral, held } = state;
  const lost = chosen && referral && consequence(chosen, referral);
  return html`<section
    class="commit ${chosen ? 'commit--chosen' : ''} ui-stack"
    aria-label="Send your decision"
  >
    ${session.environment === 'training' ? trainingBand() : nothing}
    <p class="commit__for">
      For <strong>${patientName(session.patient)}</strong>,
      <span class="ui-number">NHS No. ${formatNhsNumber(session.patient.nhsNumber)}</span>
    </p>
    ${lost ? html`<p><strong>${lost}</strong></p>` : nothing}
    ${held ? html`<p role="status" class="ui-error">${HELD[held]}</p>` : nothing}
    ${chosen ? sendButtons(screen, chosen) : html`<p class="ui-hint">Choose a decision first.</p>`}
    ${kept(screen)}
  </section>`;
}

/** It warns and never blocks. */
export function unreadNotice(screen: Screen): TemplateResult | typeof nothing {
  const words = unreadWords(screen);
  return words
    ? message({ kind: 'warn', title: words.title, content: words.text, level: 3 })
    : nothing;
}

function sendButtons(screen: Screen, chosen: ReviewAction): TemplateResult {
  const { state, whyNotSend, send } = screen;
  const { place, phase, forms } = state;
  const label = sendLabel(chosen, forms[chosen]);
  const isGoingOn = place?.next !== undefined && chosen !== 'cancel-referral';
  const busy = phase.status === 'checking' ? 'Checking with e-RS…' : undefined;
  return html`<div class="ui-row">
    ${button({
      kind: ACTION_WORDS[chosen].isRed ? 'danger' : 'primary',
      id: 'review-send',
      label: isGoingOn ? `${label} and open next` : label,
      busy,
      unavailable: busy ? undefined : whyNotSend,
      onPress: () => send(isGoingOn),
    })}
    ${busy ? stopButton({ what: 'the check: nothing has been sent', onPress: screen.actions.stopReading }) : nothing}
    ${
      isGoingOn && !busy && !whyNotSend
        ? button({ id: 'review-stay', label: `${label} and stay`, onPress: () => send(false) })
        : nothing
    }
  </div>`;
}

function kept({ state }: Screen): TemplateResult | typeof nothing {
  const { chosen, forms, isKept } = state;
  if (!chosen || !forms[chosen].comment) return nothing;
  return html`<p class="ui-hint">
    ${isKept ? 'Your text is kept as a draft.' : 'Your text is not kept if you leave this page.'}
  </p>`;
}
