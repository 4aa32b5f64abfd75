import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { bar } from '../../src/ui/steps.ts';
import { answerPane } from './answer-pane.ts';
import { factsPane } from './facts-pane.ts';
import { messageList } from './message-list.ts';
import { referrerPane } from './referrer-pane.ts';
import { isProvider, type Screen } from './screen.ts';
import { endedNotice, threadHead } from './thread-head.ts';

/** One request for advice whole. */
export function threadView(screen: Screen): TemplateResult {
  const { session, today, state } = screen;
  return html`${bar({ title: 'e-Referral Service', aside: 'Advice and guidance' })}
  ${session.banner === 'always' ? patientBanner({ patient: session.patient, today }) : nothing}
  ${endedNotice(screen)} ${threadHead(screen)}
  ${state.request ? panes(screen) : html`<div class="alone">${notOpen(screen)}</div>`}`;
}

function panes(screen: Screen): TemplateResult {
  const isFailed = screen.state.phase.status === 'open-failed';
  return html`${isFailed ? html`<div class="alone">${notOpen(screen)}</div>` : nothing}
    <div class="panes">
      ${factsPane(screen)} ${messageList(screen)}
      <section
        class="pane answer ui-stack"
        aria-label=${isProvider(screen) ? 'Your answer' : 'How it stands'}
      >
        ${isProvider(screen) ? answerPane(screen) : referrerPane(screen)}
      </section>
    </div>`;
}

function notOpen(screen: Screen): TemplateResult {
  const { state, actions, elapsedSeconds, another } = screen;
  const { phase } = state;
  const ubrn = html`<span class="ui-number">${formatUbrn(state.ubrn)}</span>`;
  const again = button({
    label: 'Try again',
    id: 'advice-again',
    onPress: () => void actions.open(),
  });
  if (phase.status === 'open-failed') {
    return problemPart({
      problem: phase.problem,
      safe: html`Advice request ${ubrn} was not opened. Nothing was sent and nothing was lost.`,
      action: html`<div class="ui-row">
        ${again}
        ${another ? button({ label: 'Another UBRN', id: 'advice-another', onPress: another }) : nothing}
      </div>`,
    });
  }
  if (phase.status === 'open-stopped')
    return stoppedPart(html`opening advice request ${ubrn}`, again);
  return loadingPart({
    what: html`Opening advice request ${ubrn}`,
    elapsedSeconds,
    stop: { what: 'opening the advice request', onPress: () => actions.stopReading() },
  });
}
