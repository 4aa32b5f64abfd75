import { document } from './document.ts';

/** The letter with which a patient books. Over HSCN e-RS refuses it once booked or deferred. */
export const retrievePatientLetter = document({ id: 'A019', name: 'Patient letter.pdf' });
