import { html, type TemplateResult } from 'lit';
import { type LocalDate } from '../../src/domain/instant.ts';
import type { Appointment } from '../../src/domain/referral.ts';
import type { Slot } from '../../src/domain/slot.ts';
import type { Clinician } from '../../src/domain/user.ts';
import { clinicalDay, clinicalMoment } from '../../src/domain/uk-time.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import { counted, spokenMoment } from '../../src/ui/format.ts';
import { kindName } from '../../src/ui/referral-words.ts';

const NOT_NAMED = 'Clinician not named';

/** The name, or the number where neither the search nor e-RS told a name. */
export function serviceName({ name, serviceId }: ServiceSlots): string {
  return name ?? `Service ${serviceId}`;
}

/** `1 mile. GP with special interest clinic`. */
export function serviceFacts({ distance, appointmentType }: ServiceSlots): string {
  const far = distance === undefined ? undefined : counted(distance, 'mile');
  const kind = appointmentType && kindName(appointmentType);
  return [far, kind].filter(Boolean).join('. ');
}

export function clinicianName(clinician: Clinician | undefined): string {
  if (!clinician) return NOT_NAMED;
  return clinician.name ?? `Clinician ${clinician.sdsUserId}`;
}

/** One per row: all slots without a name are one. */
export function clinicianKey({ clinician }: Slot): string {
  return clinician?.sdsUserId ?? 'not-named';
}

/** `20 minutes`. */
export function slotLength({ start, end }: { start: string; end: string }): string {
  return counted(Math.round((Date.parse(end) - Date.parse(start)) / 60_000), 'minute');
}

/** `Thu 22-Oct-2026 09:40 BST, 20 minutes`. */
export function slotTime(slot: Slot): string {
  return `${clinicalMoment(slot.start)}, ${slotLength(slot)}`;
}

/** Everything that the row and column heads tell, for those who do not see them. */
export function slotName(slot: Slot, service: ServiceSlots): string {
  return `${spokenMoment(slot.start)}, ${serviceName(service)}, ${clinicianName(slot.clinician)}`;
}

/** `Thu 22-Oct-2026 09:40 BST, OKONKWO, Chidi (Dr)`. */
export function slotAndClinician(slot: Slot): string {
  return `${clinicalMoment(slot.start)}, ${clinicianName(slot.clinician)}`;
}

/** A date, time or number that is read as one is not broken over two lines. */
export function together(whole: string): TemplateResult {
  return html`<span class="ui-number">${whole}</span>`;
}

/** As `slotAndClinician`, to be seen. */
export function slotInLine({ start, clinician }: Slot): TemplateResult {
  return html`${together(clinicalMoment(start))}, ${clinicianName(clinician)}`;
}

/** `Thu 22-Oct`, for a column. */
export function shortDay(day: LocalDate): string {
  return clinicalDay(day).slice(0, -5);
}

/** `Arrhythmia Clinic` of a read appointment; its number where it has no name. */
export function appointmentService({ service }: Appointment): string {
  return service.name ?? `Service ${service.id}`;
}
