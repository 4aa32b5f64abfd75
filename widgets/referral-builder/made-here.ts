import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';

/** The referral that this page has just created. */
export function isMadeHere({ create }: ReferPatientFlow, ubrn: Ubrn): boolean {
  const { phase } = create.state;
  return phase.status === 'created' && phase.referral.ubrn === ubrn;
}
