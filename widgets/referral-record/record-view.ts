import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/domain/problem.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { conflictView } from './conflict.ts';
import { decisionPanel } from './decision-panel.ts';
import { filesPane } from './files-pane.ts';
import { historyPane } from './history-pane.ts';
import { keyLine } from './key-line.ts';
import { donePanel, noticeOf, sendingPanel } from './phase-panels.ts';
import { endedNotice, placeBar, recordFacts } from './record-head.ts';
import { referrerPanel } from './referrer-panel.ts';
import { isProvider, type Screen, type Tab } from './screen.ts';
import { tabBar } from './tab-bar.ts';
import { unansweredPanel } from './unanswered.ts';
import { letterPane, summaryPane } from './viewer.ts';

/** One referral, top to bottom: the patient, the facts, the place in the list, the panes. */
export function recordView(screen: Screen): TemplateResult {
  const { session, today } = screen;
  return html`${
    session.banner === 'always' ? patientBanner({ patient: session.patient, today }) : nothing
  }
  ${recordFacts(screen)} ${placeBar(screen)} ${endedNotice(screen)} ${body(screen)}`;
}

function body(screen: Screen): TemplateResult {
  const { state, actions, elapsedSeconds } = screen;
  const { phase } = state;
  const again = button({ label: 'Open it again', onPress: () => void actions.open() });
  switch (phase.status) {
    case 'opening':
      return html`<div class="alone">
        ${loadingPart({
          what: 'Opening the referral',
          elapsedSeconds,
          stop: { what: 'opening the referral', onPress: actions.stopReading },
        })}
      </div>`;
    case 'open-stopped':
      return html`<div class="alone">${stoppedPart('opening the referral', again)}</div>`;
    case 'open-failed':
      return openFailed(phase.problem, again, screen);
    case 'conflict':
      return html`<div class="panes panes--conflict">
        <section class="pane conflict ui-stack" data-pane aria-label="What changed">
          ${conflictView(phase, screen)}
        </section>
        ${withTabs(screen, ['letter', 'summary', 'files', 'history'])}
      </div>`;
    default:
      return html`${panes(screen)} ${keyLine(screen)}`;
  }
}

function openFailed(problem: Problem, again: TemplateResult, { another }: Screen): TemplateResult {
  return html`<div class="alone">
    ${problemPart({
      problem,
      safe: 'The referral was not opened. Nothing was changed.',
      action: buttonRow(
        again,
        another
          ? button({ label: 'Enter another UBRN', id: 'another', onPress: another })
          : nothing,
      ),
    })}
  </div>`;
}

/** A triage outcome gets room for its text, and the letter stays beside it. */
function panes(screen: Screen): TemplateResult {
  const { room, state } = screen;
  const isSheet = state.chosen === 'record-review-outcome' && room !== 'tabs';
  if (isSheet) {
    return html`<div class="panes panes--sheet">
      ${withTabs(screen, ['letter', 'summary', 'files', 'history'])} ${decision(screen)}
    </div>`;
  }
  if (room === 'tabs') {
    return html`<div class="panes panes--tabs">
      ${withTabs(screen, ['files', 'letter', 'summary', 'history'])} ${decision(screen)}
    </div>`;
  }
  const side = html`<div class="panes__side">${filesPane(screen)} ${historyPane(screen)}</div>`;
  return room === 'three-panes'
    ? html`<div class="panes panes--three">
        ${side} ${withTabs(screen, ['letter', 'summary'])} ${decision(screen)}
      </div>`
    : html`<div class="panes panes--four">
        ${side} ${letterPane(screen)} ${summaryPane(screen)} ${decision(screen)}
      </div>`;
}

const TABS: Readonly<Record<Tab, (screen: Screen) => TemplateResult>> = {
  files: filesPane,
  letter: letterPane,
  summary: summaryPane,
  history: historyPane,
};

function withTabs(screen: Screen, tabs: readonly Tab[]): TemplateResult {
  const { memory, remember, state } = screen;
  const count = state.referral?.letters.length ?? 0;
  const labels = {
    files: `Files (${count})`,
    letter: 'Letter',
    summary: 'Summary',
    history: 'History',
  };
  const shown = tabs.includes(memory.tab) ? memory.tab : 'letter';
  return html`<div class="viewer">
    ${tabBar({
      label: 'What to look at',
      tabs: tabs.map((tab) => ({ tab, label: labels[tab] })),
      shown,
      onShow: (tab) => remember({ tab }),
    })}
    <div id="tab-panel" role="tabpanel" aria-labelledby="tab-${shown}">${TABS[shown](screen)}</div>
  </div>`;
}

function decision(screen: Screen): TemplateResult {
  const label = isProvider(screen) ? 'Decision' : 'What you can do';
  return html`<section class="pane pane--decision ui-stack" data-pane aria-label=${label}>
    ${decisionContent(screen)}
  </section>`;
}

function decisionContent(screen: Screen): TemplateResult {
  const { phase } = screen.state;
  const panel = isProvider(screen) ? decisionPanel : referrerPanel;
  switch (phase.status) {
    case 'sending':
      return sendingPanel(phase, screen);
    case 'done':
      return donePanel(phase, screen);
    case 'unanswered':
      return phase.settled
        ? panel(screen, unansweredPanel(phase, screen))
        : unansweredPanel(phase, screen);
    case 'refused':
      // Nothing typed can mend it, and e-RS is not asked again.
      return phase.problem.reason === 'patient-error'
        ? html`${noticeOf(phase, screen)}`
        : panel(screen, noticeOf(phase, screen));
    default:
      return panel(screen, noticeOf(phase, screen));
  }
}
