import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { counted } from '../../src/ui/format.ts';

/** The files of the referral at hand that e-RS's store has and the referral does not. */
export function uploadedNames({ letters }: ReferPatientFlow): string[] {
  const files = letters?.state.files ?? [];
  return files.filter(({ state }) => state.status === 'uploaded').map(({ name }) => name);
}

/** `1 file is uploaded, not attached yet`. */
export function uploadedWords(count: number): string {
  return `${counted(count, 'file')} ${count === 1 ? 'is' : 'are'} uploaded, not attached yet`;
}
