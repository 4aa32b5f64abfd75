import { referralForPatientLetter } from '../core/patient-letter.ts';
import { patientLetterPdf } from '../pdf/patient-letter.ts';
import type { FhirInteraction } from './interaction.ts';
import { referrers } from './interaction.ts';

export const generatePatientLetter: FhirInteraction = {
  id: 'A019',
  kind: 'fhir',
  method: 'POST',
  paths: ['/ReferralRequest/:ubrn/$ers.generatePatientLetter'],
  roles: referrers,
  answer: async ({ core, caller, path }) => {
    const referral = referralForPatientLetter(core, caller, path['ubrn'] ?? '');
    return new Response(await patientLetterPdf(core, referral), {
      status: 200,
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="patient-letter-${referral.ubrn}.pdf"`,
      },
    });
  },
};
