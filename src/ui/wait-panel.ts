import { html, type TemplateResult } from 'lit';
import { dataTable } from './data-table.ts';
import { lengthOfTime } from './format.ts';

export interface WaitStep {
  /** When it happened, `10:49:06`; absent while it has not. */
  time?: string | undefined;
  text: string;
  /** "Done", "Waiting, 34 s", "Not yet". */
  state: string;
  current?: boolean | undefined;
}

export interface WaitPanelOptions {
  title: string;
  /** Who may take how long. */
  text: string | TemplateResult;
  elapsedSeconds: number;
  /** 2 minutes unless said. */
  limitSeconds?: number | undefined;
  steps: readonly WaitStep[];
}

/** A long wait: the time that has passed, never a share of work done, and what has happened. */
export function waitPanel(options: WaitPanelOptions): TemplateResult {
  const { title, text, elapsedSeconds, limitSeconds = 120, steps } = options;
  const share = Math.min(1, elapsedSeconds / limitSeconds);
  return html`<section class="ui-stack">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>${title}</h2>
    <p>${text}</p>
    <p class="ui-wait__time">
      <strong>${lengthOfTime(elapsedSeconds)}</strong> so far<span class="ui-faint"
        >${comparison(elapsedSeconds, limitSeconds)}</span
      >
    </p>
    <div class="ui-wait__bar" aria-hidden="true">
      <div class="ui-wait__fill" .style=${`width: ${share * 100}%`}></div>
    </div>
    ${scale(limitSeconds)}
    <p class="ui-hint">The bar shows time passed, not how much of the work is done.</p>
    ${dataTable({
      caption: 'What has happened',
      hideCaption: true,
      columns: ['Time', 'What has happened', 'State'],
      rowHeader: 1,
      rows: steps.map((step) => ({
        cells: [step.time ?? '', step.text, step.state],
        current: step.current,
        faint: !step.time,
      })),
    })}
  </section>`;
}

function comparison(elapsedSeconds: number, limitSeconds: number): string {
  const relation = elapsedSeconds > limitSeconds ? ', longer than' : ' of up to';
  return `${relation} ${lengthOfTime(limitSeconds)}`;
}

function scale(limitSeconds: number): TemplateResult {
  const marks = [0, 1, 2, 3, 4].map((quarter) => (limitSeconds * quarter) / 4);
  return html`<div class="ui-wait__scale" aria-hidden="true">
    ${marks.map((seconds) => html`<span>${shortTime(seconds)}</span>`)}
  </div>`;
}

function shortTime(seconds: number): string {
  if (seconds === 0) return '0';
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`].filter(Boolean).join(' ');
}
