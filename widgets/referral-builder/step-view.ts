import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { bookStep } from './book-step.ts';
import { checkStep } from './check-step.ts';
import { findStep } from './find-step.ts';
import type { laterSteps } from './later-steps.ts';
import { referralStrip } from './referral-strip.ts';
import type { Screen } from './screen.ts';

/** Code only: nothing of a patient is kept here. */
let later: typeof laterSteps | undefined;

export async function loadLaterSteps(): Promise<void> {
  later ??= (await import('./later-steps.ts')).laterSteps;
}

/** The step that the flow is at. */
export function stepView(screen: Screen): TemplateResult | typeof nothing {
  const { step } = screen.flow.state;
  switch (step) {
    case 'find':
      return findStep(screen);
    case 'check':
      return checkStep(screen);
    case 'book':
      return bookStep(screen);
    case 'letters':
    case 'record':
      return later ? later[step](screen) : notLoaded(screen);
  }
}

/** The referral is shown all the same: it may have been made a moment ago. */
function notLoaded(screen: Screen): TemplateResult {
  const { flow, memory, elapsed, loadLater } = screen;
  const { opened } = flow.state;
  return html`${opened.status === 'open' ? referralStrip(opened.referral, screen) : nothing}
    <div class="step">
      ${
        memory.laterFailed
          ? message({
              kind: 'error',
              title: 'This page could not be loaded. The referral is in e-RS and unchanged',
              content: html`Do not create it again. Keep the UBRN.
              ${button({ label: 'Load it again', id: 'load-later', onPress: loadLater })}`,
              takesFocus: true,
            })
          : loadingPart({ what: 'Loading this page', elapsedSeconds: elapsed })
      }
    </div>`;
}
