import type { AdviceMessage, AdviceRequest } from '../core/advice.ts';
import type { Core } from '../core/core.ts';
import { userName, writeAttachments, writePatient } from './clinical-summary.ts';
import {
  londonTime,
  trainingPdf,
  ubrnGroups,
  writeFact,
  writeHeading,
} from './training-document.ts';

type Document = PDFKit.PDFDocument;

const sides: Readonly<Record<AdviceMessage['sentBy'], string>> = {
  REQUESTER: 'Referrer',
  RESPONDER: 'Service',
  REFERRER_CLINICAL_INFORMATION_UPDATED: 'e-RS',
};

function writeMessage(document: Document, core: Core, message: AdviceMessage): void {
  const { sentBy, requester, sent, outcome, recommendation } = message;
  writeHeading(document, `${sides[sentBy]}, ${londonTime(sent)}`);
  writeFact(document, 'From', userName(core, requester.userId));
  writeFact(document, 'Outcome', outcome);
  writeFact(document, 'Recommendation', recommendation);
  document.text(message.text);
  if (message.attachments.length > 0) writeAttachments(document, core, message.attachments);
}

/** A043, and the letter that A027 adds: the request and the whole conversation, oldest first. */
export function adviceConversationPdf(core: Core, advice: AdviceRequest): Uint8Array<ArrayBuffer> {
  return trainingPdf(core, 'Advice and guidance conversation', (document) => {
    writeFact(document, 'Reference (UBRN)', ubrnGroups(advice.ubrn));
    writeFact(document, 'Status', advice.category);
    writeFact(document, 'Priority', advice.priority);
    const service = core.directory.services.get(advice.serviceId);
    writeFact(document, 'Service', service?.name ?? advice.serviceId);
    writePatient(document, core, advice.patient);
    const oldestFirst = [...advice.messages].sort((one, other) =>
      one.sent.localeCompare(other.sent),
    );
    for (const message of oldestFirst) writeMessage(document, core, message);
    writeHeading(document, 'Clinical information of the referrer');
    writeAttachments(document, core, advice.attachments);
  });
}
