import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import type { Intent, IntentAction } from '../../src/journal/ports.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import type { Screen } from './screen.ts';
import { ubrnTogether } from './words.ts';

type LeftWords = Record<Intent['state'] | 'notAgain', string>;

const WORDS: Partial<Record<IntentAction, LeftWords>> = {
  'book-appointment': {
    sending: 'A booking is on its way to e-RS',
    unknown: 'We do not know if the appointment is booked',
    done: 'The appointment was booked after you left this patient',
    'not-done': 'Nothing is booked',
    notAgain: 'Do not book again, here or in e-RS.',
  },
  'defer-to-provider': {
    sending: 'A deferral is on its way to e-RS',
    unknown: 'We do not know if the referral is deferred',
    done: 'The referral was deferred after you left this patient',
    'not-done': 'Nothing is deferred',
    notAgain: 'Do not defer again, here or in e-RS.',
  },
  'send-referral-for-triage': {
    sending: 'A request for triage is on its way to e-RS',
    unknown: 'We do not know if the referral is sent for triage',
    done: 'The referral was sent for triage after you left this patient',
    'not-done': 'Nothing is sent for triage',
    notAgain: 'Do not send it again, here or in e-RS.',
  },
  'attach-letters': {
    sending: 'Letters are on their way to e-RS',
    unknown: 'We do not know if the letters were attached',
    done: 'The letters were attached after you left this patient',
    'not-done': 'The letters were not attached',
    notAgain: 'Look at the referral before you attach them again.',
  },
};

/** Empty for a create, which has a notice of its own. */
export function leftTitle({ action, state }: Intent): string {
  return WORDS[action]?.[state] ?? '';
}

/** A write of an earlier visit that has no known end, or ended while nobody looked. */
export function leftNotice(screen: Screen, intent: Intent): TemplateResult | typeof nothing {
  const words = WORDS[intent.action];
  if (!words) return nothing;
  const { ubrn, sentAt, state } = intent;
  const why = state === 'not-done' ? `${problemText(intent.problem).title}.` : nothing;
  return message({
    kind: state === 'done' ? 'info' : 'warn',
    title: leftTitle(intent),
    content: html`${
        ubrn
          ? html`Referral ${ubrnTogether(ubrn)}.`
          : 'Of which referral is not known here: open it by its UBRN to see.'
      }
      Sent once, ${clinicalMoment(sentAt)}. ${why}
      ${isOpenEnded(intent) ? html`<strong>${words.notAgain}</strong>` : nothing}
      <div class="ui-row">${openLink(screen, intent)}${putAwayLink(screen, intent)}</div>`,
    references:
      state === 'unknown'
        ? [{ label: 'Reference', value: intent.problem.correlationId }]
        : undefined,
    takesFocus: screen.flow.state.step === 'find',
  });
}

function isOpenEnded({ state }: Intent): boolean {
  return state === 'sending' || state === 'unknown';
}

/** Of which referral it is, is not always known. */
export function isPerhapsOf(intent: Intent, ubrn: Ubrn): boolean {
  return !intent.ubrn || intent.ubrn === ubrn;
}

/** Whether nobody knows yet what has become of such a write to the referral. */
export function isLeftOpen(
  { state }: Screen['flow'],
  ubrn: Ubrn,
  isOfKind: (intent: Intent) => boolean,
): boolean {
  return state.leftUnderWay.some(
    (intent) => isOfKind(intent) && isOpenEnded(intent) && isPerhapsOf(intent, ubrn),
  );
}

export function isAttaching({ action }: Intent): boolean {
  return action === 'attach-letters';
}

function openLink({ flow }: Screen, { ubrn }: Intent): TemplateResult | typeof nothing {
  const { opened, step } = flow.state;
  const isHere = opened.status === 'open' && opened.referral.ubrn === ubrn && step !== 'find';
  if (!ubrn || isHere) return nothing;
  return button({
    label: 'See what came of it',
    about: formatUbrn(ubrn),
    kind: 'link',
    onPress: () => void flow.actions.open(ubrn),
  });
}

function putAwayLink({ flow }: Screen, intent: Intent): TemplateResult | typeof nothing {
  if (isOpenEnded(intent)) return nothing;
  return button({
    label: 'Put this note away',
    id: `put-away-${intent.id}`,
    kind: 'link',
    onPress: () => void flow.actions.putAway([intent.id]),
  });
}
