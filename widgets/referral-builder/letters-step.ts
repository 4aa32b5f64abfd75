import { html, nothing, type TemplateResult } from 'lit';
import type { Referral } from '../../src/domain/referral.ts';
import type { AttachLettersFlow } from '../../src/flows/attach-letters.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { attachArea, attachPlan, isSaved } from './attach-area.ts';
import { attachOutcome } from './attach-outcome.ts';
import { fileTable, linkedTable, scanLine } from './letter-files.ts';
import { leftNotice } from './left-notice.ts';
import { dropArea, recordDocuments } from './letter-sources.ts';
import { isMadeHere } from './made-here.ts';
import { patientLetterPart } from './patient-letter-part.ts';
import { referralStrip } from './referral-strip.ts';
import { stepHeading, type Screen } from './screen.ts';
import { LETTER_FIRST, triageOf } from './triage-words.ts';
import { ubrnTogether } from './words.ts';

type Notice = TemplateResult | typeof nothing;

/** Step 3: the files of the referral, and the letter for the patient. */
export function lettersStep(screen: Screen): TemplateResult | typeof nothing {
  const { letters } = screen.flow;
  if (!letters) return nothing;
  const { state } = letters;
  const offered = state.documents !== 'not-offered';
  const news = [
    attachOutcome(screen, letters),
    ...leftLetters(screen, letters),
    createdMessage(screen, letters),
  ];
  return html`${referralStrip(state.referral, screen)}
    <div class="step">${news}</div>
    <div class=${offered ? 'split' : ''}>
      <section class="split__main">${files(screen, letters)} ${patientLetterPart(screen)}</section>
      ${
        offered
          ? html`<aside class="split__side" aria-label="Documents of the record">
              ${recordDocuments(screen, letters)}
            </aside>`
          : nothing
      }
    </div>
    ${attachArea(screen, letters)}`;
}

/** Of an earlier visit; what came of attaching in this one is told above. */
function leftLetters(screen: Screen, { state }: AttachLettersFlow): Notice[] {
  if (state.phase.status !== 'editing') return [];
  return screen.flow.state.leftUnderWay
    .filter(({ action, ubrn }) => action === 'attach-letters' && ubrn === state.referral.ubrn)
    .map((intent) => leftNotice(screen, intent));
}

function createdMessage(
  { flow }: Screen,
  { state: { referral, phase } }: AttachLettersFlow,
): Notice {
  if (flow.state.found?.ubrn === referral.ubrn && phase.status !== 'attached') {
    return foundMessage(referral);
  }
  const triage = triageOf(flow);
  const isOver = referral.appointment && triage !== 'at-once';
  if (!isMadeHere(flow, referral.ubrn) || phase.status === 'attached' || isOver) return nothing;
  if (triage) return triageMessage(referral, triage);
  const needing = flow.find.state.shortlist.filter(({ letterRequired }) => letterRequired).length;
  return message({
    kind: 'ok',
    title: html`Referral created. UBRN ${ubrnTogether(referral.ubrn)}. Not booked yet.`,
    content: html`${
      needing > 0
        ? `${counted(needing, 'service')} ${needing === 1 ? 'needs' : 'need'} a letter, so attach it now. `
        : nothing
    }You
    can book before or after you attach.`,
    takesFocus: true,
  });
}

function triageMessage({ ubrn }: Referral, triage: 'at-once' | 'later'): TemplateResult {
  const isSent = triage === 'at-once';
  return message({
    kind: 'ok',
    title: html`Referral created${isSent ? ' and sent for triage' : ''}. UBRN
    ${ubrnTogether(ubrn)}.${isSent ? '' : ' Not sent for triage yet.'}`,
    content: `${LETTER_FIRST}, so attach it now.${isSent ? '' : ' You send it at step\u00a04.'}`,
    takesFocus: true,
  });
}

/** The answer to its create was lost. */
function foundMessage({ ubrn, appointment, state }: Referral): TemplateResult {
  const isSent = state.code === 'AWAITING_TRIAGE';
  const notBooked = appointment ? '' : 'Not booked yet.';
  return message({
    kind: 'ok',
    title: html`Referral found. UBRN ${ubrnTogether(ubrn)}.
    ${isSent ? 'Sent for triage.' : notBooked}`,
    content: `The answer to its create was lost, and e-RS has it. Do not create it again. ${
      isSent ? `${LETTER_FIRST}.` : 'You can book before or after you attach a letter.'
    }`,
    takesFocus: true,
  });
}

function files(screen: Screen, letters: AttachLettersFlow): TemplateResult {
  const { state } = letters;
  const linked = state.letters.length > 0;
  return html`${stepHeading(
    screen,
    linked ? 'Change the files on this referral' : 'Files for this referral',
  )}
  ${
    linked
      ? html`${isSaved(letters) ? nothing : replaceWarning(letters)}
          <div class="files__linked">${linkedTable(letters)}</div>
          ${scanLine(screen)}`
      : nothing
  }
  ${
    state.files.length > 0
      ? fileTable(screen, letters)
      : html`<p class="ui-faint">
          ${linked ? 'No new file is chosen.' : 'No file is chosen yet.'}
        </p>`
  }
  ${dropArea(screen, letters)}`;
}

/** Where nothing is changed there is nothing to warn of. */
function replaceWarning({ state }: AttachLettersFlow): TemplateResult | typeof nothing {
  const { kept, removed, added } = attachPlan(state);
  if (removed.length === 0 && added.length === 0) return nothing;
  return message({
    kind: 'warn',
    title: 'Saving replaces the whole set',
    content: html`e-RS keeps only the files that are ticked. Of the
      ${counted(state.letters.length, 'file')} attached now, ${kept} will stay and
      <strong
        >${removed.length} will be
        removed${removed.length > 0 ? `: ${removed.join(', ')}` : ''}</strong
      >. ${counted(added.length, 'file')} will be added. If the service has already reviewed the
      referral, it will be asked to review it again. At least 1 file must stay.`,
    level: 3,
  });
}
