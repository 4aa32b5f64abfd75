import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { doubtsOf } from './create-doubt.ts';
import { uploadedNames, uploadedWords } from './uploaded.ts';

/** What leaving the patient now would leave undone, as a sentence that names neither of them. */
export function leftUndoneWords(flow: ReferPatientFlow): string | undefined {
  const { phase } = flow.create.state;
  if (phase.status === 'sending') return 'The referral is on its way to e-RS.';
  if (doubtsOf(phase).length > 0) {
    return 'We do not know if the referral was made. Do not create it again, here or in e-RS.';
  }
  const { length } = uploadedNames(flow);
  const uploaded = length > 0 ? uploadedWords(length) : undefined;
  if (!flow.isLetterDue()) return uploaded && `A referral is made, and ${uploaded}.`;
  return `Letter missing: the referral is made, a service needs a letter, and ${uploaded ?? 'none is attached'}.`;
}
