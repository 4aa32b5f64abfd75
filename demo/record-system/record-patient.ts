import type { RecordPatient } from './record-system.ts';

/** As the widgets are told of a patient. */
export function patientOf(record: RecordPatient) {
  const { nhsNumber, birthDate, gender, postcode, family, given, title } = record;
  return { nhsNumber, birthDate, gender, postcode, name: { family, given, title }, verified: true };
}
