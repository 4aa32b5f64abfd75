import { html, type TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Appointment } from '../../src/domain/referral.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDay, clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { reasonWords } from './deferral-form.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { appointmentService, clinicianName, serviceName, slotLength } from './slot-words.ts';

export function booked(
  { at, confirmed }: Extract<BookPhase, { status: 'booked' }>,
  view: PickerView,
): TemplateResult {
  return html`${message({
    kind: 'ok',
    title: 'Appointment booked',
    content: confirmed
      ? `e-RS shows the referral as booked. Checked at ${ukTimeWithSeconds(at)}.`
      : `e-RS answered that it is booked, at ${ukTimeWithSeconds(at)}. The referral could not be read again, so this is not checked a second time. Do not book again.`,
    takesFocus: true,
  })}
  ${factList({ facts: appointmentFacts(view.state) })}
  ${confirmed ? printButton(view) : readAgain(view)}`;
}

/** The referral was opened with an appointment: there is nothing to choose. */
export function alreadyBooked(view: PickerView): TemplateResult {
  return html`${message({
    kind: 'info',
    title: 'This referral has an appointment',
    content: `e-RS shows it as booked${readAt(view)}. Nothing more can be booked here.`,
    takesFocus: true,
  })}
  ${factList({ facts: appointmentFacts(view.state) })} ${printButton(view)}`;
}

export function deferred(
  { at, confirmed, contactBy }: Extract<BookPhase, { status: 'deferred' }>,
  view: PickerView,
): TemplateResult {
  return html`${message({
    kind: 'ok',
    title: 'Deferred to the provider. No appointment is booked',
    content: confirmed
      ? `e-RS shows the referral as deferred. Checked at ${ukTimeWithSeconds(at)}.`
      : `e-RS answered that it is deferred, at ${ukTimeWithSeconds(at)}. The referral could not be read again, so this is not checked a second time. Do not defer again.`,
    takesFocus: true,
  })}
  ${factList({ facts: [...deferralFacts(view.state), contactFact(contactBy)] })}
  ${confirmed ? html`` : readAgain(view)}`;
}

function contactFact(contactBy: LocalDate | undefined): Fact {
  return {
    label: 'Contact by',
    value: contactBy
      ? html`The provider contacts the patient by <strong>${clinicalDay(contactBy)}</strong>.`
      : 'The provider contacts the patient. e-RS did not tell the last day for it.',
  };
}

export function alreadyDeferred(
  { contactBy }: Extract<BookPhase, { status: 'deferred' }>,
  view: PickerView,
): TemplateResult {
  return html`${message({
    kind: 'info',
    title: 'This referral is deferred to the provider',
    content: `e-RS shows no appointment${readAt(view)}.`,
    takesFocus: true,
  })}
  ${factList({ facts: [...deferralFacts(view.state), contactFact(contactBy)] })}`;
}

function readAt({ state }: PickerView): string {
  return state.readAt ? `, read at ${ukTimeWithSeconds(state.readAt)}` : '';
}

function printButton({ onPrint }: PickerView): TemplateResult {
  return button({ kind: 'primary', label: 'Print confirmation', onPress: onPrint });
}

/** A confirmation prints from a fresh reading only. */
function readAgain({ actions }: PickerView): TemplateResult {
  return button({
    kind: 'primary',
    label: 'Read the referral again',
    onPress: () => void actions.open(),
  });
}

/** From the reading where there is one, else from what was chosen. */
function appointmentFacts(state: BookSlotState): Fact[] {
  const { referral, chosen } = state;
  const read = bookedAppointment(state);
  const start = read?.start ?? chosen?.start;
  const end = read?.end ?? chosen?.end;
  const length = start && end ? `, ${slotLength({ start, end })}` : '';
  return [
    {
      label: 'When',
      value: start
        ? html`<strong>${clinicalMoment(start)}</strong>${length}`
        : 'Not returned by e-RS',
    },
    { label: 'Where', value: whereOf(state) },
    { label: 'With', value: clinicianName((read ?? chosen)?.clinician) },
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

/** The name from the reading, else from the shortlist. */
export function whereOf(state: BookSlotState): string {
  const read = bookedAppointment(state);
  if (read?.service.name) return read.service.name;
  const id = read?.service.id ?? state.chosen?.serviceId;
  return id ? serviceName(serviceOf(state, id)) : 'Not returned by e-RS';
}

function deferralFacts({ referral, deferral, services }: BookSlotState): Fact[] {
  const appointment = referral?.appointment;
  const known = services.find(
    ({ serviceId }) => serviceId === (deferral?.cause.serviceId ?? appointment?.service.id),
  );
  const reason = appointment?.reason?.code ?? deferral?.cause.reason;
  const where = known ? serviceName(known) : appointment && appointmentService(appointment);
  return [
    ...(where ? [{ label: 'Provider', value: where, strong: true }] : []),
    ...(reason ? [{ label: 'Reason', value: reasonWords(reason) }] : []),
    ...(referral ? [{ label: 'UBRN', value: formatUbrn(referral.ubrn) }] : []),
  ];
}
