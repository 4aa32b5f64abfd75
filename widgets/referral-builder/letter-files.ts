import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { scanLook } from '../../src/domain/scan-look.ts';
import { clinicalMoment, ukTime } from '../../src/domain/uk-time.ts';
import type { AttachLettersFlow, LetterFile } from '../../src/flows/attach-letters.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { dataTable, type TableRow } from '../../src/ui/data-table.ts';
import { fileSize } from '../../src/ui/format.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { refusalWords, SCAN_WORDS } from './letter-words.ts';
import type { Screen } from './screen.ts';

/** What is linked now, each with a tick that keeps it. */
export function linkedTable({ state, actions }: AttachLettersFlow): TemplateResult {
  return dataTable({
    caption: 'Files on this referral',
    hideCaption: true,
    columns: ['File', 'Size', 'Attached', 'Scan'],
    rows: state.letters.map(({ letter, keep }) => ({
      cells: [
        html`${checkbox({
          id: `keep-${letter.url.replace(/\W/g, '-')}`,
          label: html`<span class=${keep ? '' : 'files__gone'}>${letter.name}</span>`,
          checked: keep,
          hint: keep ? 'Keep' : html`<span class="ui-error">Will be removed</span>`,
          onChange: (kept) => actions.keep(letter.url, kept),
        })}`,
        letter.size === undefined ? 'Not given' : fileSize(letter.size),
        letter.attachedAt ? clinicalMoment(letter.attachedAt) : 'Not given',
        scanOf(letter),
      ],
    })),
  });
}

export function scanOf({ availability }: Letter): TemplateResult {
  const { state, bad, rest } = SCAN_WORDS[availability];
  return html`<span class=${bad ? 'ui-error' : ''}>${state}</span> ${rest}`;
}

/** While a file is being scanned: as of when, and when it is looked at again. */
export function scanLine({ flow }: Screen): TemplateResult | typeof nothing {
  const { opened, scanTriedAt } = flow.state;
  if (opened.status !== 'open') return nothing;
  const look = scanLook(opened.referral.letters, opened.at, scanTriedAt);
  if (!look) return nothing;
  const { missedAt, nextAt } = look;
  const readAt = ukTime(opened.at);
  return html`<p class="ui-hint">
    ${
      missedAt
        ? html`<strong>The scan could not be checked at ${ukTime(missedAt)}.</strong> What is shown
            is as it was at ${readAt}.`
        : `Being checked. Last looked at ${readAt}.`
    }
    This page checks again after ${ukTime(nextAt)}.
  </p>`;
}

/** The files that are on their way. */
export function fileTable(screen: Screen, letters: AttachLettersFlow): TemplateResult {
  return dataTable({
    caption: 'Files to attach',
    hideCaption: true,
    columns: ['File', 'Size', 'State', 'Change'],
    rows: letters.state.files.map((file) => fileRow(screen, letters, file)),
  });
}

function fileRow(screen: Screen, letters: AttachLettersFlow, file: LetterFile): TableRow {
  return {
    cells: [
      html`${file.name}
        <div class="ui-faint files__source">
          ${file.source === 'record' ? 'From the record' : 'From this computer'}
        </div>`,
      fileSize(file.size),
      stateOf(file, letters.state),
      html`<div class="ui-row">${changesOf(screen, letters, file)}</div>`,
    ],
  };
}

function stateOf(
  { name, state }: LetterFile,
  { limits }: AttachLettersFlow['state'],
): TemplateResult {
  switch (state.status) {
    case 'waiting':
      return html`Waiting to upload`;
    case 'uploading':
      return html`Uploading: ${fileSize(state.sentBytes)} of ${fileSize(state.totalBytes)}
        <progress
          class="files__progress"
          aria-label="Uploading ${name}"
          max=${state.totalBytes}
          .value=${state.sentBytes}
        ></progress>`;
    case 'uploaded':
      return html`Uploaded ${ukTime(state.at)}. Not attached yet`;
    case 'not-uploaded':
      return notUploaded(state.problem);
    case 'refused': {
      const [what, advice] = refusalWords(state.reason, name, limits);
      return html`<span class="ui-error">${what}</span> ${advice}`;
    }
  }
}

function notUploaded(problem: Problem | undefined): TemplateResult {
  if (!problem) return html`<span class="ui-error">Not uploaded.</span> You stopped it.`;
  return html`<span class="ui-error">Not uploaded.</span> ${problemText(problem).title}. Reference
    ${problem.transactionId ?? problem.correlationId}`;
}

function changesOf(
  screen: Screen,
  { state: { files }, actions }: AttachLettersFlow,
  { id, name, state }: LetterFile,
): (TemplateResult | typeof nothing)[] {
  const link = (label: string, act: () => void, unavailable?: string): TemplateResult =>
    button({
      label,
      about: name,
      kind: 'link',
      id: `${idOf(label)}-${id}`,
      unavailable,
      onPress: act,
    });
  const leaveOut = (): void => {
    const index = files.findIndex((file) => file.id === id);
    const next = files[index + 1] ?? files[index - 1];
    actions.leaveOut(id);
    screen.say(`${name} left out`);
    screen.focus(next ? `#leave-out-${CSS.escape(next.id)}` : '#choose-files');
  };
  const doubled = state.status === 'refused' && state.reason === 'duplicate-file-name';
  return [
    state.status === 'not-uploaded'
      ? link('Try again', () => void actions.retry(id), screen.whyNotSend)
      : nothing,
    doubled
      ? link('Add “(2)” to the name', () => void actions.rename(id), screen.whyNotSend)
      : nothing,
    state.status === 'uploading'
      ? link('Stop', () => actions.stop(id))
      : link('Leave out', leaveOut),
  ];
}

function idOf(label: string): string {
  return label.toLowerCase().replace(/\W+/g, '-');
}
