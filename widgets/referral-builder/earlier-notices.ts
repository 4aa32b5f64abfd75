import { html, nothing, type TemplateResult } from 'lit';
import { isBooking } from '../../src/domain/action.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { formatUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import type { UnattachedLetters } from '../../src/flows/refer-patient-letters.ts';
import type { CreatedReferral, IntentAction } from '../../src/journal/ports.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { doubtMessage, doubtsOf } from './create-doubt.ts';
import { isAttaching, isLeftOpen, leftNotice } from './left-notice.ts';
import type { Screen } from './screen.ts';
import { uploadedWords } from './uploaded.ts';
import { ubrnTogether } from './words.ts';

type Part = TemplateResult | typeof nothing;

/** What was sent or left for this patient earlier: told before anything new is offered. */
export function earlierNotices(screen: Screen): Part[] {
  const { earlier, leftUnderWay, unattached, madeEarlier } = screen.flow.state;
  return [
    createInDoubt(screen),
    earlier.status === 'not-known' ? notKnownMessage(screen, earlier.problem) : nothing,
    ...leftUnderWay.map((intent) => leftNotice(screen, intent)),
    unattachedMessage(screen, unattached),
    madeMessage(screen, madeEarlier),
  ];
}

function createInDoubt(screen: Screen): Part {
  const doubts = doubtsOf(screen.flow.create.state.phase);
  if (doubts.length === 0) return nothing;
  const show = (): void => {
    screen.remember({ showingLost: true });
    screen.focus('.step--outcome [data-focus-heading]');
  };
  const label = 'Find out if it was made';
  return doubtMessage(doubts, html`<div>${button({ label, id: 'to-lost', onPress: show })}</div>`);
}

/** Never shown as "nothing": what another page has sent may exist. */
export function notKnownMessage(screen: Screen, problem: Problem): TemplateResult {
  return message({
    kind: 'warn',
    title: 'We do not know what was sent for this patient before',
    content: html`Another page, or this one before it was loaded again, may have sent a referral, a
      booking or letters. We asked and had no answer. Nothing can be created until it is known.
      <div>
        ${button({
          id: 'ask-earlier',
          label: 'Try again',
          about: 'to find out what was sent',
          busy: screen.memory.askingEarlier ? 'Asking…' : undefined,
          onPress: () => void askAgain(screen),
        })}
      </div>`,
    references: [{ label: 'Reference', value: problem.correlationId }],
    takesFocus: true,
  });
}

async function askAgain({ flow, remember, say }: Screen): Promise<void> {
  remember({ askingEarlier: true });
  await flow.actions.lookUpEarlier();
  remember({ askingEarlier: false });
  if (flow.state.earlier.status === 'not-known') say('Still not known');
}

export const UNATTACHED_TITLE = 'Files are uploaded and not attached yet';

function unattachedMessage(screen: Screen, unattached: readonly UnattachedLetters[]): Part {
  if (unattached.length === 0) return nothing;
  return message({
    kind: 'warn',
    title: UNATTACHED_TITLE,
    content: html`<ul class="ui-plain-list">
      ${unattached.map(
        ({ ubrn, files }) =>
          html`<li>
            Referral ${ubrnTogether(ubrn)}: ${files.map(({ name }) => name).join(', ')}.
            <div>${attachLink(screen, ubrn, 'Attach them')}</div>
          </li>`,
      )}
    </ul>`,
    takesFocus: true,
  });
}

/** Opens the referral at its letters, unless it has a booking to be told of first. */
function attachLink({ flow }: Screen, ubrn: Ubrn, label: string): TemplateResult {
  const open = async (): Promise<void> => {
    await flow.actions.open(ubrn);
    if (flow.state.step === 'record') flow.actions.goTo('letters');
  };
  return button({
    label,
    about: `to ${formatUbrn(ubrn)}`,
    kind: 'link',
    onPress: () => void open(),
  });
}

/** As it was sent from here: what was done elsewhere is not known before the referral is read. */
function letterStateWords({ flow }: Screen, { ubrn, attached }: CreatedReferral): string {
  const files = flow.state.unattached.find((each) => each.ubrn === ubrn)?.files ?? [];
  if (isLeftOpen(flow, ubrn, isAttaching)) return 'Not known if a letter is attached';
  if (files.length > 0) return uploadedWords(files.length);
  return attached
    ? `Letter attached, sent ${clinicalMoment(attached)}`
    : 'No letter attached from here';
}

const ENDED: Partial<Record<IntentAction, string>> = {
  'defer-to-provider': 'Deferred',
  'send-referral-for-triage': 'For triage',
};

function bookingStateWords({ flow }: Screen, { ubrn, ended }: CreatedReferral): string {
  if (ended) {
    return `${ENDED[ended.action] ?? 'Booked'}, sent ${clinicalMoment(ended.sentAt)}`;
  }
  return isLeftOpen(flow, ubrn, isBooking) ? 'Not known if it is booked' : 'Not booked from here';
}

export function madeTitle(made: readonly CreatedReferral[]): string {
  const isDue = made.some(({ letterDue }) => letterDue);
  const what = made.length === 1 ? 'A referral' : `${made.length} referrals`;
  const was = made.length === 1 ? 'was' : 'were';
  return `${what} for this patient ${was} made here already${isDue ? '. Letter missing' : ''}`;
}

/** A referral may have been made while another patient was open, or just before this one. */
function madeMessage(screen: Screen, made: readonly CreatedReferral[]): Part {
  if (made.length === 0) return nothing;
  return message({
    kind: 'warn',
    title: madeTitle(made),
    content: html`As sent from here. e-RS may know more: open it.
      <ul class="ui-plain-list">
        ${made.map((each) => madeLine(screen, each))}
      </ul>`,
    takesFocus: true,
  });
}

function madeLine(screen: Screen, made: CreatedReferral): TemplateResult {
  const { ubrn, sentAt, letterDue } = made;
  const letter = letterStateWords(screen, made);
  return html`<li>
    ${clinicalMoment(sentAt)}, UBRN ${ubrnTogether(ubrn)}
    <div>${letterDue ? html`<strong>${letter}.</strong>` : `${letter}.`}</div>
    <div>${bookingStateWords(screen, made)}.</div>
    <div class="ui-row">
      ${letterDue ? attachLink(screen, ubrn, 'Attach the letter') : nothing}
      ${button({
        label: 'Open it',
        about: formatUbrn(ubrn),
        kind: 'link',
        onPress: () => void screen.flow.actions.open(ubrn),
      })}
    </div>
  </li>`;
}
