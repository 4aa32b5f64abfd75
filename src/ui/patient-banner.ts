import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../domain/instant.ts';
import { formatNhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import { clinicalDate } from '../domain/uk-time.ts';
import { age, bornWithAge, patientName } from './format.ts';

export interface PatientBannerOptions {
  patient: Patient;
  /** For the age. */
  today: LocalDate;
  /** Right of the patient: "Referring clinician FENWICK, Ruth (Dr)". */
  aside?: string | TemplateResult | undefined;
}

/** The read-back line: on every screen about one patient, in full, never hidden (NHS CUI, PAB). */
export function patientBanner({ patient, today, aside }: PatientBannerOptions): TemplateResult {
  return html`<section
    class="ui-patient ${patient.deceased ? 'ui-patient--deceased' : ''}"
    aria-label="Patient"
  >
    <strong class="ui-patient__name">${patientName(patient)}</strong>
    ${patientFacts(patient, today)}
    ${aside ? html`<span class="ui-patient__aside">${aside}</span>` : nothing}
  </section>`;
}

/** The patient at commit size, above what is about to be done. */
export function readBack(patient: Patient, today: LocalDate): TemplateResult {
  return html`<div class="ui-read-back ${patient.deceased ? 'ui-patient--deceased' : ''}">
    <strong class="ui-read-back__name">${patientName(patient)}</strong>
    <div class="ui-patient__line">${patientFacts(patient, today)}</div>
  </div>`;
}

/** Born, gender and NHS number, in the order and with the labels of the standard. */
export function patientFacts(patient: Patient, today: LocalDate): TemplateResult {
  const { birthDate, gender, nhsNumber, deceased } = patient;
  const born = deceased ? clinicalDate(birthDate) : bornWithAge(birthDate, today);
  return html`${pair('Born', born)}${deceased ? died(birthDate, deceased.date) : nothing}${pair(
    'Gender',
    gender ?? 'Not recorded',
  )}${pair('NHS No.', formatNhsNumber(nhsNumber))}`;
}

function died(birthDate: LocalDate, date: LocalDate | undefined): TemplateResult {
  const day = html`<span class="ui-patient__pair"
    ><strong class="ui-patient__died">Died</strong> ${
      date ? clinicalDate(date) : 'Date not recorded'
    }</span
  >`;
  return html`${day}${date ? pair('Age at Death', age(birthDate, date)) : nothing}`;
}

function pair(label: string, value: string): TemplateResult {
  return html`<span class="ui-patient__pair"
    ><span class="ui-faint">${label}</span> <span class="ui-number">${value}</span></span
  >`;
}
