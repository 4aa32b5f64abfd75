import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Appointment, Referral } from '../../src/domain/referral.ts';
import type { Service } from '../../src/domain/service.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDay, clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { reasonWords } from '../../src/ui/referral-words.ts';
import type { Outcome } from './outcome.ts';
import { lettersWords } from './referral-line.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import {
  appointmentService,
  clinicianName,
  serviceName,
  slotLength,
  together,
} from './slot-words.ts';

type Ended = Extract<BookPhase, { status: 'booked' | 'deferred' | 'sent-for-triage' }>;

const TRIAGE_TITLE = 'Sent for triage. No appointment is booked';

interface EndWords {
  title: string;
  /** Of a referral that had come to it when it was opened. */
  before: string;
  /** `e-RS shows it as …`. */
  shown: string;
  again: string;
}

const WORDS: Readonly<Record<Ended['status'], EndWords>> = {
  booked: {
    title: 'Appointment booked',
    before: 'This referral has an appointment',
    shown: 'booked',
    again: 'book',
  },
  deferred: {
    title: 'Deferred to the provider. No appointment is booked',
    before: 'This referral is deferred to the provider',
    shown: 'deferred',
    again: 'defer',
  },
  'sent-for-triage': {
    title: TRIAGE_TITLE,
    before: TRIAGE_TITLE,
    shown: 'awaiting triage',
    again: 'send it',
  },
};

/** What is booked, deferred or sent for triage: by this picker, or already when the referral was opened. */
export function ended(phase: Ended, view: PickerView): Outcome {
  const { at, status, confirmed, sentAt } = phase;
  const booked = status === 'booked';
  const { title, before, shown, again } = WORDS[status];
  const contactBy = 'contactBy' in phase ? phase.contactBy : undefined;
  const facts = booked
    ? appointmentFacts(view)
    : [...providerFacts(status, view.state), contactFact(contactBy)];
  const read = ukTimeWithSeconds(view.state.readAt ?? at);
  const what = booked ? bookedWords(view.state) : nothing;
  const rest = html`${factList({ facts })} ${nextOf(phase, view)} <slot name="next"></slot>`;
  if (view.endedBefore)
    return {
      kind: 'info',
      title: before,
      content: html`${what} e-RS shows it as ${shown}, read at ${read}. Nothing more can be booked
      here.`,
      rest,
    };
  return {
    kind: 'ok',
    title,
    content: html`${what}
    ${sentAt ? `It was sent at ${ukTimeWithSeconds(sentAt)}, before this record was opened again.` : nothing}
    ${
      confirmed
        ? `e-RS showed the referral as ${shown} when it was read at ${read}.`
        : `e-RS answered that it is ${shown}, at ${ukTimeWithSeconds(at)}. A second look at the referral did not show it or could not be made. Do not ${again} again.`
    }`,
    rest,
  };
}

/** The appointment itself comes first: what is booked, then how we know. */
function bookedWords(state: BookSlotState): TemplateResult | typeof nothing {
  const start = (bookedAppointment(state) ?? state.chosen)?.start;
  if (!start) return nothing;
  return html`<p><strong>${together(clinicalMoment(start))}</strong>, ${whereOf(state)}.</p>`;
}

/** A confirmation prints from a fresh reading only. */
function nextOf(
  { status, confirmed }: Ended,
  { actions, onPrint }: PickerView,
): TemplateResult | typeof nothing {
  if (!confirmed)
    return button({
      kind: 'primary',
      label: 'Read the referral again',
      onPress: () => void actions.open(),
    });
  if (status !== 'booked') return nothing;
  return button({ kind: 'primary', label: 'Print confirmation', onPress: onPrint });
}

export function contactFact(contactBy: LocalDate | undefined, when?: string): Fact {
  return {
    label: 'Contact by',
    value: contactBy
      ? html`The provider contacts the patient by
          <strong>${together(clinicalDay(contactBy))}</strong>${when ? `, ${when}` : nothing}.`
      : 'The provider contacts the patient. e-RS did not tell the last day for it.',
  };
}

/** From the reading where there is one, else from what was chosen. */
function appointmentFacts({ state, found }: PickerView): Fact[] {
  const { referral, chosen } = state;
  const read = bookedAppointment(state);
  const start = read?.start ?? chosen?.start;
  const end = read?.end ?? chosen?.end;
  const length = start && end ? `, ${slotLength({ start, end })}` : '';
  return [
    {
      label: 'When',
      value: start
        ? html`<strong>${together(clinicalMoment(start))}</strong>${length}`
        : 'Not returned by e-RS',
    },
    { label: 'Service', value: whereOf(state) },
    { label: 'Place', value: placeOf(state, found) ?? 'Not returned by e-RS' },
    { label: 'With', value: clinicianName((read ?? chosen)?.clinician) },
    ...(referral ? [{ label: 'Letter', value: lettersWords(referral) }] : []),
    ...(referral
      ? [
          {
            label: 'UBRN',
            value: copyable({
              value: referral.ubrn,
              shown: formatUbrn(referral.ubrn),
              about: 'UBRN',
            }),
          },
        ]
      : []),
  ];
}

export function bookedAppointment({ referral }: BookSlotState): Appointment | undefined {
  const appointment = referral?.appointment;
  return appointment?.status === 'booked' ? appointment : undefined;
}

/** Of the service with the appointment, as its search told it: e-RS's appointment has no place. */
export function placeOf(state: BookSlotState, found: readonly Service[]): string | undefined {
  const id = serviceIdOf(state);
  return found.find((service) => service.id === id)?.location.name;
}

/** The name from the reading, else from the shortlist. */
export function whereOf(state: BookSlotState): string {
  const read = bookedAppointment(state);
  if (read?.service.name) return read.service.name;
  const id = serviceIdOf(state);
  return id ? serviceName(serviceOf(state, id)) : 'Not returned by e-RS';
}

function serviceIdOf(state: BookSlotState): string | undefined {
  return bookedAppointment(state)?.service.id ?? state.chosen?.serviceId;
}

/** Whoever triages is shown the referral only once its letter is there. */
export function triageLetterWords(referral: Referral): string {
  const words = lettersWords(referral);
  return referral.letters.length > 0
    ? words
    : `${words}. The service sees the referral only once its letter is attached.`;
}

function providerFacts(
  status: Ended['status'],
  { referral, deferral, services }: BookSlotState,
): Fact[] {
  const appointment = referral?.appointment;
  const known = services.find(
    ({ serviceId }) => serviceId === (deferral?.cause.serviceId ?? appointment?.service.id),
  );
  const cause = deferral && { code: deferral.cause.reason };
  const reason = appointment?.reason ?? cause;
  const where = known ? serviceName(known) : appointment && appointmentService(appointment);
  return [
    ...(where ? [{ label: 'Provider', value: where, strong: true }] : []),
    ...(status === 'sent-for-triage' && referral
      ? [{ label: 'Letter', value: triageLetterWords(referral) }]
      : []),
    ...(reason && status === 'deferred' ? [{ label: 'Reason', value: reasonWords(reason) }] : []),
    ...(referral ? [{ label: 'UBRN', value: formatUbrn(referral.ubrn) }] : []),
  ];
}
