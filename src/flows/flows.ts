import type { BookSlotFlow, BookSlotStart } from './book-slot.ts';
import type { ReferPatientFlow } from './refer-patient.ts';

/** The use cases of one session and one patient, ready to start. Made by `connect.ts`. */
export interface Flows {
  referPatient(): ReferPatientFlow;
  bookSlot(start: BookSlotStart): BookSlotFlow;
}
