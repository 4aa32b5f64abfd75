import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { AttachLettersFlow, AttachPhase } from '../../src/flows/attach-letters.ts';
import { button } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { isAttaching, isLeftOpen } from './left-notice.ts';
import { isMadeHere } from './made-here.ts';
import { call, type Screen } from './screen.ts';
import { ubrnTogether } from './words.ts';

const CHANGED = 'This referral has a newer version. Nothing was attached';

/** What has become of attaching. */
export function attachOutcome(
  screen: Screen,
  letters: AttachLettersFlow,
): TemplateResult | typeof nothing {
  const { state, actions } = letters;
  const { phase } = state;
  const reread = button({ label: 'Read the referral again', onPress: call(actions.reread) });
  switch (phase.status) {
    case 'attached':
      return message({
        kind: 'ok',
        title: html`Letter attached. e-RS holds ${counted(state.letters.length, 'file')} for
        ${ubrnTogether(state.referral.ubrn)}`,
        content: `Saved at ${ukTime(phase.at)}.`,
        takesFocus: true,
      });
    case 'refused':
      return problemPart({
        problem: phase.problem,
        safe: 'Nothing was attached. Your files are still here. Do not create the referral again.',
      });
    case 'changed':
      return changed(phase, reread);
    case 'unknown':
      return unknown(phase, reread);
    default:
      return letterMissing(screen, letters);
  }
}

function unknown(
  { problem, rereadAt }: Extract<AttachPhase, { status: 'unknown' }>,
  reread: TemplateResult,
): TemplateResult {
  return problemPart({
    problem,
    kind: 'warn',
    title: 'We do not know if the files were attached',
    safe: rereadAt
      ? `The referral was read again at ${ukTime(rereadAt)} and does not show them yet. Your files are still here.`
      : 'The answer was lost. Your files are still here. Do not create the referral again.',
    action: reread,
  });
}

function changed(
  { problem, before, now }: Extract<AttachPhase, { status: 'changed' }>,
  reread: TemplateResult,
): TemplateResult {
  if (namesOf(before) === namesOf(now)) return changedElsewhere(problem, reread);
  return problemPart({
    problem,
    kind: 'warn',
    title: CHANGED,
    safe: 'Look at what is there now, then attach again if it is still right.',
    action: html`${dataTable({
      caption: 'Files on this referral',
      columns: ['Field', 'When you opened it', 'Now'],
      rows: [{ cells: ['Files', namesOf(before), namesOf(now)] }],
    })}
    ${reread}`,
  });
}

/** There is nothing to look at: what changed is not among the files. */
function changedElsewhere(problem: Problem, reread: TemplateResult): TemplateResult {
  return html`<section class="ui-stack">
    ${message({
      kind: 'warn',
      title: CHANGED,
      content:
        'It was read again, and its files are the same as before. Your files are still here: attach them again.',
      references: [{ label: 'Reference', value: problem.correlationId }],
      takesFocus: true,
    })}
    ${reread}
  </section>`;
}

function namesOf(letters: readonly Letter[]): string {
  return letters.map(({ name }) => name).join('; ') || 'None';
}

/** A file that did not get through, or a letter left for later, is easy to miss once the referral exists. */
function letterMissing(
  screen: Screen,
  { state }: AttachLettersFlow,
): TemplateResult | typeof nothing {
  const lost = state.files.filter(
    (file) => file.state.status === 'not-uploaded' && file.state.problem,
  );
  if (state.letters.length > 0 || (lost.length === 0 && !isLeftWithout(screen, state.referral)))
    return nothing;
  return message({
    kind: 'warn',
    title: 'Referral made. Letter missing: attach now',
    content: html`Referral ${ubrnTogether(state.referral.ubrn)} is in e-RS, but no letter is
    attached to it.
    ${lost.length > 0 ? `Not uploaded: ${lost.map(({ name }) => name).join(', ')}. ` : ''}${state.files.length > 0 ? 'Your files are still here. ' : ''}Do
    not create the referral again.`,
  });
}

/** As told at the create, which this page has not just made. A set on its way may be the letter. */
function isLeftWithout({ flow }: Screen, { ubrn }: Referral): boolean {
  return flow.isLetterDue() && !isMadeHere(flow, ubrn) && !isLeftOpen(flow, ubrn, isAttaching);
}
