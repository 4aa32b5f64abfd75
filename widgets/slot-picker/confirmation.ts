import { html, nothing, render, type TemplateResult } from 'lit';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDate, clinicalMoment, spokenDay, ukDayOf } from '../../src/domain/uk-time.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { patientName, spokenMoment } from '../../src/ui/format.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { bookedAppointment, placeOf, whereOf } from './done.ts';
import type { PickerView } from './picker-view.ts';
import { clinicianName, slotLength } from './slot-words.ts';

/**
 * The appointment for the patient to take along, from the last reading of the referral. It is ours:
 * over HSCN e-RS gives no letter once a referral is booked.
 */
export function confirmation(view: PickerView): TemplateResult {
  const { state, session, now } = view;
  return html`<main class="paper">
    ${session.environment === 'training' ? trainingBand() : nothing}
    <h1>Your appointment</h1>
    ${factList({ facts: [...patientPart(view), ...appointmentPart(view)] })}
    <h2>To change or cancel it</h2>
    <p>
      Ask your GP
      practice${session.role.organisation.name ? html`, ${session.role.organisation.name}` : nothing}.
      Have your booking reference number (UBRN) with you.
    </p>
    <p class="paper__small">
      As read from the e-Referral Service
      ${state.readAt ? `on ${clinicalMoment(state.readAt)}` : nothing}. Printed on
      ${clinicalMoment(now)}.
    </p>
    ${session.environment === 'training' ? trainingBand() : nothing}
  </main>`;
}

function patientPart({ session }: PickerView): Fact[] {
  const { patient } = session;
  return [
    { label: 'Patient', value: patientName(patient), strong: true },
    { label: 'Born', value: clinicalDate(patient.birthDate) },
    { label: 'NHS No.', value: formatNhsNumber(patient.nhsNumber) },
  ];
}

function appointmentPart({ state, found }: PickerView): Fact[] {
  const appointment = bookedAppointment(state);
  const { start, end } = appointment ?? {};
  return [
    ...(state.referral
      ? [{ label: 'UBRN', value: formatUbrn(state.referral.ubrn), strong: true }]
      : []),
    {
      label: 'Day',
      value: start ? spokenDay(ukDayOf(start)) : 'Not returned by e-RS',
      strong: true,
    },
    {
      label: 'Time',
      value: start ? timeWords(spokenMoment(start)) : 'Not returned by e-RS',
      strong: true,
    },
    ...(start && end ? [{ label: 'Length', value: slotLength({ start, end }) }] : []),
    { label: 'Service', value: whereOf(state), strong: true },
    {
      label: 'Place',
      value: placeOf(state, found) ?? 'Not returned by e-RS: ask your GP practice',
      strong: true,
    },
    ...(appointment?.clinician
      ? [{ label: 'With', value: clinicianName(appointment.clinician) }]
      : []),
  ];
}

/** `09:40 (British Summer Time)`: the day stands beside it. */
function timeWords(spoken: string): string {
  const parts = spoken.split(', ');
  return `${parts[0]} (${parts.at(-1)})`;
}

/**
 * Puts content on a page of its own, inside `room`, so that printing takes nothing of the host's.
 * @returns that page's window; undefined where the browser gives none
 */
export function paperIn(
  room: Element,
  { title, css, content }: { title: string; css: string; content: TemplateResult },
): (Window & typeof globalThis) | undefined {
  const frame = document.createElement('iframe');
  frame.title = title;
  room.replaceChildren(frame);
  const page = frame.contentDocument?.defaultView;
  if (!page) return undefined;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(css);
  page.document.adoptedStyleSheets = [sheet];
  page.document.documentElement.lang = 'en';
  page.document.title = title;
  render(content, page.document.body);
  page.addEventListener('afterprint', () => frame.remove(), { once: true });
  return page;
}
