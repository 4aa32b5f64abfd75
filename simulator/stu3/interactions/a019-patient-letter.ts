import { referralForPatientLetter } from '../../core/patient-letter.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, referrers } from '../../http/interaction.ts';
import { pdfResponse } from '../../http/pdf.ts';
import { patientLetterPdf } from '../../pdf/patient-letter.ts';

export const generatePatientLetter: Interaction = {
  id: 'A019',
  method: 'POST',
  on: onBoth({ paths: ['/ReferralRequest/:ubrn/$ers.generatePatientLetter'], roles: referrers }),
  answer: ({ core, caller, path }) => {
    const referral = referralForPatientLetter(core, caller, path['ubrn'] ?? '');
    return pdfResponse(patientLetterPdf(core, referral), `patient-letter-${referral.ubrn}`);
  },
};
