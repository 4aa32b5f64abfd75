import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { FindLostFlow, FindPhase } from '../../src/flows/find-lost-referral.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { button } from '../../src/ui/button.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { stageOf } from './lost-stage.ts';
import { stateWords } from './referral-strip.ts';
import { call } from './screen.ts';
import { ubrnTogether } from './words.ts';

const SAID: Record<string, string> = {
  seeking: 'Looking for the referral in e-RS',
  several: 'e-RS has referrals that may be it. Choose one',
  none: 'e-RS’s list has no such referral',
  'not-looked': 'We could not look in e-RS’s list',
};

/** What a screen reader hears of the search, under a key that stays while it is so. */
export function saidOfLost({ lost }: ReferPatientFlow): [key: string, words: string][] {
  return lost.flatMap(({ state: { intent, phase } }) => {
    const stage = stageOf(phase);
    const words = SAID[stage];
    return words ? [[`lost ${intent.id} ${stage}`, words]] : [];
  });
}

/** How far the search for it is. */
export function lostMessage(lost: FindLostFlow, whyNotSend: string | undefined): TemplateResult {
  const { phase } = lost.state;
  switch (phase.status) {
    case 'waiting':
    case 'looking':
      return seeking(phase);
    case 'several':
      return several(lost, phase, whyNotSend);
    case 'none':
      return told('warn', 'e-RS’s list has no such referral', none(phase));
    case 'not-looked':
      return notLooked(lost, phase);
    default:
      return told('info', 'Look for it in the e-RS application', ASK);
  }
}

function told(kind: 'info' | 'warn', title: string, content: string): TemplateResult {
  return message({ kind, title, content, level: 3, takesFocus: true });
}

const ASK =
  'Over this connection a referral cannot be looked up by patient. Find the patient there by NHS ' +
  'number, and look for a referral that was made at this time, for these services. If you cannot ' +
  'tell, phone your local service desk and give them the reference.';

type Phase<Status extends FindPhase['status']> = Extract<FindPhase, { status: Status }>;

function seeking(phase: Phase<'waiting' | 'looking'>): TemplateResult {
  const when =
    phase.status === 'looking'
      ? 'The list is being read now.'
      : `The list is read next at ${ukTimeWithSeconds(phase.nextLookAt)}.`;
  return told(
    'info',
    'We are looking for it in e-RS',
    `It may come late, so e-RS’s list of unbooked referrals is read until two minutes after the call. ${when} You do not have to do anything.`,
  );
}

function none({ at }: Phase<'none'>): string {
  return `The list of unbooked referrals was read at ${ukTimeWithSeconds(at)}. A referral that has
    been booked meanwhile is not in it: look in the e-RS application too, for one like this.`;
}

function several(
  { state, actions }: FindLostFlow,
  phase: Phase<'several'>,
  whyNotSend: string | undefined,
): TemplateResult {
  const { referrals, nextLookAt } = phase;
  const rows = referrals.map((referral) => ({
    cells: [
      html`${ubrnTogether(referral.ubrn)}`,
      clinicalMoment(referral.created),
      referral.shortlist?.map(({ id, name }) => name ?? `Service ${id}`).join('; ') ?? 'Not given',
      stateWords(referral),
      button({
        label: 'It is this one',
        about: formatUbrn(referral.ubrn),
        id: `lost-choose-${referral.ubrn}`,
        busy: state.noting ? 'Checking…' : undefined,
        unavailable: whyNotSend,
        onPress: call(() => actions.choose(referral.ubrn)),
      }),
    ],
  }));
  return html`${told(
    'warn',
    `e-RS has ${counted(referrals.length, 'referral')} that may be it`,
    `Compare with what was sent, and choose. ${nextLookAt ? `The list is read again at ${ukTimeWithSeconds(nextLookAt)}.` : ''}`,
  )}
  ${dataTable({
    caption: 'Referrals that may be it',
    hideCaption: true,
    columns: ['UBRN', 'Made', 'Services', 'State', ''],
    rows,
  })}`;
}

function notLooked({ actions }: FindLostFlow, { problem }: Phase<'not-looked'>): TemplateResult {
  return message({
    kind: 'warn',
    title: 'We could not look in e-RS’s list',
    content: html`${problemText(problem).title}. This does not say that there is none.
      <div>
        ${button({
          id: 'lost-look',
          label: 'Try again',
          about: 'to look for the referral',
          onPress: call(actions.look),
        })}
      </div>`,
    references: [{ label: 'Reference of this look', value: problem.correlationId }],
    level: 3,
    takesFocus: true,
  });
}

/** What the user said changed nothing, and why. */
export function notNotedMessage({ state }: FindLostFlow): TemplateResult | typeof nothing {
  const { ofAnotherCreate, notNoted } = state;
  if (ofAnotherCreate) {
    return notNotedPart(
      `${formatUbrn(ofAnotherCreate)} came of another create`,
      'Its answer is known here, so it is not the one that was lost. Look for another UBRN.',
    );
  }
  if (!notNoted) return nothing;
  const { reason, httpStatus, source, correlationId } = notNoted;
  if (source === 'proxy' && httpStatus === 409) {
    return notNotedPart(
      'Not noted: it is too early',
      'The connection to e-RS takes this two minutes after the call ended, by its own clock. Nothing has changed. Try again in two minutes.',
      correlationId,
    );
  }
  const { title, text } = problemText(notNoted);
  return notNotedPart(
    reason === 'not-found' ? 'e-RS has no referral with this UBRN' : title,
    `${reason === 'not-found' ? 'Compare the digits.' : text} Nothing was noted: it is still not known if the referral was made.`,
    correlationId,
  );
}

function notNotedPart(title: string, content: string, correlationId?: string): TemplateResult {
  return html`<div class="lost__not-noted ui-stack">
    ${message({
      kind: 'error',
      title,
      content,
      references: correlationId ? [{ label: 'Correlation id', value: correlationId }] : undefined,
      level: 3,
      takesFocus: true,
    })}
  </div>`;
}

/** Once the user has said that it made nothing. */
export const saidNone = message({
  kind: 'info',
  title: 'You can create the referral now',
  content:
    'You said that e-RS has no referral from the create before. What you chose is still here.',
  takesFocus: true,
});
