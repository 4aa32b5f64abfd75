import type { AdviceMessage, AdviceRequest } from './advice.ts';
import { addMessage, participantsOf } from './advice.ts';
import type { WantedFile } from './attachments.ts';
import { newAttachments } from './attachments.ts';
import type { Core } from './core.ts';
import { newUbrn } from './create-referral.ts';
import type { Attachment, Caller } from './model.ts';
import { referablePatient, responsibleClinician } from './people.ts';
import { uuid } from './random.ts';
import { refuse } from './refusal.ts';
import { checkCriteria } from './search-services.ts';
import type { WantedShortlist } from './shortlist.ts';
import { checkShortlistSize, shortlistedServices } from './shortlist.ts';
import { requireText } from './texts.ts';

export const LONGEST_ADVICE = { hscn: 2_000, 'api-platform': 8_000 } as const;

export interface NewAdvice extends WantedShortlist {
  patient: string;
  referringClinician?: string | undefined;
  authorisedToConvert: boolean;
  request: string;
  files: readonly WantedFile[];
}

function serviceAsked(core: Core, wanted: NewAdvice): string {
  checkShortlistSize(wanted.shortlist);
  if (wanted.shortlist.length > 1) {
    refuse('TOO_MANY_ITEMS', 'shortlist', 'has more than one service.');
  }
  const patient = referablePatient(core, wanted.patient);
  checkCriteria(core, wanted.criteria);
  const [service] = shortlistedServices(core, wanted, patient);
  if (!service?.givesAdvice) {
    return refuse('INAPPROPRIATE_VALUE', 'shortlist', 'has a service that gives no advice.');
  }
  return service.id;
}

interface Opening {
  advice: AdviceRequest;
  message: AdviceMessage;
}

/** Files that were uploaded for no request belong to this one from now on. */
function claim(attachments: readonly Attachment[], ubrn: string): void {
  for (const { file } of attachments) file.ubrn = ubrn;
}

/** A044: a conversation starts with the referrer's question. */
export function createAdvice(core: Core, caller: Caller, wanted: NewAdvice): Opening {
  const clinician = responsibleClinician(core, caller, wanted.referringClinician);
  const serviceId = serviceAsked(core, wanted);
  requireText('request', wanted.request, LONGEST_ADVICE['api-platform']);
  const field = 'requestAttachmentFile';
  const linking = { ubrn: undefined, type: 'ADVICE_REQUEST', field, held: [] } as const;
  const attachments = newAttachments(core, caller, { wanted: wanted.files, linking });
  const people = participantsOf(caller, clinician);
  const ubrn = newUbrn(core);
  claim(attachments, ubrn);
  const advice: AdviceRequest = {
    ubrn,
    requestId: uuid(core.random),
    version: 1,
    category: 'PROVIDER_RESPONSE_REQUIRED',
    patient: wanted.patient,
    priority: wanted.criteria.priority,
    serviceId,
    criteria: wanted.criteria,
    referringOrg: caller.odsCode,
    requester: people.requester,
    authorisedToConvert: wanted.authorisedToConvert,
    attachments: [],
    messages: [],
    history: [{ at: core.clock.iso(), version: 1, event: 'advice asked', by: caller.userId }],
  };
  const { request: text } = wanted;
  const message = addMessage(core, advice, { sentBy: 'REQUESTER', text, ...people, attachments });
  core.advice.set(ubrn, advice);
  return { advice, message };
}
