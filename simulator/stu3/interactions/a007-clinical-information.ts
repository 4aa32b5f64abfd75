import { referralForSummary } from '../../core/read-referral.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';
import { pdfResponse } from '../../http/pdf.ts';
import { clinicalSummaryPdf } from '../../pdf/clinical-summary.ts';

export const generateClinicalInformation: Interaction = {
  id: 'A007',
  method: 'POST',
  on: onBoth({ paths: ['/ReferralRequest/:ubrn/$ers.generateCRI'], roles: clinicalRoles }),
  answer: ({ core, caller, path }) => {
    const referral = referralForSummary(core, caller, path['ubrn'] ?? '');
    return pdfResponse(clinicalSummaryPdf(core, referral), `clinical-info-${referral.ubrn}`);
  },
};
