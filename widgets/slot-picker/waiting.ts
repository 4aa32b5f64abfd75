import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase, BookWrite } from '../../src/flows/book-slot.ts';
import { unavailableAction } from '../../src/ui/button.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { waitPanel, type WaitStep } from '../../src/ui/wait-panel.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { priorityWords } from './referral-line.ts';
import { clinicianName, serviceName, slotLength, together } from './slot-words.ts';
import { WRITE_WORDS } from './write-words.ts';

type WaitPhase = Extract<BookPhase, { status: 'sending' | 'reading-back' }>;

/** The provider's system may take so long (seconds); after it the screen says so and offers nothing. */
const WAIT_LIMIT_SECONDS = 120;

/** A write on its way: how long, what has happened, what is safe meanwhile. It cannot be stopped. */
export function waiting(phase: WaitPhase, view: PickerView): TemplateResult {
  const booking = phase.write === 'booking';
  const words = WRITE_WORDS[phase.write];
  return html`<div class="two-columns">
    <div>
      ${phase.status === 'sending' && view.elapsedSeconds > WAIT_LIMIT_SECONDS ? stillNoAnswer(phase) : nothing}
      ${waitPanel({
        title: words.going,
        text: `${whatGoesOn(phase, view)} You do not need to do anything.`,
        elapsedSeconds: view.elapsedSeconds,
        limitSeconds: WAIT_LIMIT_SECONDS,
        steps: steps(phase, view),
      })}
    </div>
    <div class="aside">
      <h3>${words.what}</h3>
      ${factList({ facts: booking ? bookingFacts(view) : formFacts(view) })}
      <h3>While you wait</h3>
      ${meanwhile(phase.write)} ${cannotStop(booking)}
    </div>
  </div>`;
}

function whatGoesOn({ status, write }: WaitPhase, { elapsedSeconds }: PickerView): string {
  if (status === 'reading-back')
    return 'e-RS has answered. We read the referral again, to be sure of what it says.';
  if (elapsedSeconds > WAIT_LIMIT_SECONDS) return 'It takes longer than the 2 minutes that it may.';
  const who = write === 'booking' ? 'The provider’s booking system' : 'e-RS';
  return `${who} can take up to 2 minutes to answer.`;
}

function stillNoAnswer({ write }: WaitPhase): TemplateResult {
  const { mayStill, again } = WRITE_WORDS[write];
  return message({
    kind: 'warn',
    title: 'Still no answer',
    content: html`Nothing has come back in 2 minutes. ${mayStill}
      <strong>Do not ${again} again, here or in e-RS.</strong> We go on waiting, then read the
      referral and tell you what it says.`,
  });
}

function steps(phase: WaitPhase, { elapsedSeconds, state, sentAt }: PickerView): WaitStep[] {
  const sending = phase.status === 'sending';
  const time = ukTimeWithSeconds(sentAt ?? phase.since);
  const who = phase.write === 'booking' ? waitsFor(state.chosen, state) : 'e-RS';
  return [
    { time, text: 'Your request was noted here, so that it is not lost', state: 'Done' },
    { time, text: 'Sent once to e-RS', state: 'Done' },
    {
      time,
      text: `Waiting for ${who}`,
      state: sending ? `Waiting,\u00a0${elapsedSeconds}\u00a0s` : 'Answered',
      current: sending,
    },
    {
      ...(sending ? {} : { time: ukTimeWithSeconds(phase.since) }),
      text: 'Read the referral again, to be sure of what it says',
      state: sending ? 'Not yet' : 'Reading',
      current: !sending,
    },
  ];
}

function waitsFor(chosen: PickerView['state']['chosen'], state: PickerView['state']): string {
  if (!chosen) return 'the provider’s booking system';
  return `the booking system of ${serviceName(serviceOf(state, chosen.serviceId))}`;
}

function bookingFacts({ state }: PickerView): Fact[] {
  const { chosen, referral } = state;
  const about: Fact[] = referral
    ? [
        {
          label: 'Referral',
          value: html`<span class="ui-number">UBRN ${formatUbrn(referral.ubrn)}</span>,
            ${priorityWords(referral)}`,
        },
      ]
    : [];
  if (!chosen) return about;
  return [
    { label: 'When', value: together(clinicalMoment(chosen.start)), strong: true },
    { label: 'Length', value: slotLength(chosen) },
    { label: 'Where', value: serviceName(serviceOf(state, chosen.serviceId)) },
    { label: 'With', value: clinicianName(chosen.clinician) },
    ...about,
  ];
}

function formFacts({ state }: PickerView): Fact[] {
  const { deferral, triage, referral } = state;
  const serviceId = deferral?.cause.serviceId ?? triage?.serviceId;
  return [
    ...(serviceId
      ? [
          {
            label: 'Provider',
            value: serviceName(serviceOf(state, serviceId)),
            strong: true,
          },
        ]
      : []),
    ...(referral ? [{ label: 'Referral', value: `UBRN ${formatUbrn(referral.ubrn)}` }] : []),
  ];
}

function meanwhile(write: BookWrite): TemplateResult {
  return html`<ul class="ui-list">
    <li>You can use the patient’s record. This carries on.</li>
    <li>${WRITE_WORDS[write].elsewhere}</li>
    <li>
      If you close this page, look at the referral before you do anything. We never send
      ${write === 'booking' ? 'the booking' : 'it'} twice.
    </li>
  </ul>`;
}

function cannotStop(booking: boolean): TemplateResult {
  return unavailableAction({
    id: 'ers-stop',
    label: booking ? 'Stop booking' : 'Stop',
    reason: booking
      ? 'Not available: a booking that has been sent cannot be stopped. If it is booked, it can be cancelled afterwards.'
      : 'Not available: what has been sent cannot be stopped.',
  });
}

/** When something is said, in seconds since it left. At 0 focus comes to the heading. */
const SAID_AT = [30, 60, 90, WAIT_LIMIT_SECONDS + 1];

/** The last moment to say something that has passed; ticks may miss a second. */
export function lastSaidAt(seconds: number): number {
  return SAID_AT.findLast((moment) => moment <= seconds) ?? 0;
}

export function waitAnnouncement(saidAt: number, write: BookWrite): string {
  if (saidAt > WAIT_LIMIT_SECONDS) return 'Still no answer. Do not do it again, here or in e-RS.';
  return `${WRITE_WORDS[write].going}, ${saidAt} seconds so far.`;
}
