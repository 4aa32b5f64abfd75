import { readAdvice } from '../../core/read-advice.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles } from '../../http/interaction.ts';
import { pdfResponse } from '../../http/pdf.ts';
import { adviceConversationPdf } from '../../pdf/advice-conversation.ts';

export const generateAdviceOverview: Interaction = {
  id: 'A043',
  method: 'POST',
  on: {
    'api-platform': {
      paths: ['/CommunicationRequest/:ubrn/$ers.generateCRI'],
      roles: clinicalRoles,
    },
  },
  answer: ({ core, caller, path }) => {
    const advice = readAdvice(core, caller, path['ubrn'] ?? '');
    return pdfResponse(adviceConversationPdf(core, advice), `advice-${advice.ubrn}`);
  },
};
