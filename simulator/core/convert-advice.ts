import type { AdviceRequest } from './advice.ts';
import { addMessage, requireActive, respondents } from './advice.ts';
import { guidanceFiles, requireServedPriority } from './answer-advice.ts';
import type { WantedFile } from './attachments.ts';
import { adviceAttachmentsOf, newAttachments } from './attachments.ts';
import type { Core } from './core.ts';
import { LONGEST_ADVICE } from './create-advice.ts';
import { nextAppointmentId } from './make-appointment.ts';
import type { Appointment, Attachment, Caller, Priority, Referral } from './model.ts';
import { uuid } from './random.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';
import { storeFile } from './upload-file.ts';

export interface Conversion {
  guidance: string;
  priority: Priority;
  reviewComments: string;
  guidanceFiles: readonly WantedFile[];
  reviewFiles: readonly WantedFile[];
}

interface Converting {
  advice: AdviceRequest;
  wanted: Conversion;
}

function checkConversion(core: Core, caller: Caller, { advice, wanted }: Converting): void {
  requireActive(advice);
  if (!advice.authorisedToConvert) {
    refuse('INVALID_REQUEST_STATE', 'createFrom', 'may not be converted: nobody authorised it.');
  }
  requireText('guidance', wanted.guidance, LONGEST_ADVICE[caller.dialect]);
  requireText('reviewComments', wanted.reviewComments, 2_000);
  const { priority } = wanted;
  requireServedPriority(core, advice, { priority, field: 'newReferralPriority' });
}

function reviewFiles(
  core: Core,
  caller: Caller,
  { advice, wanted, guidance }: Converting & { guidance: readonly Attachment[] },
): Attachment[] {
  return newAttachments(core, caller, {
    wanted: wanted.reviewFiles,
    linking: {
      ubrn: advice.ubrn,
      type: 'PROVIDER',
      field: 'reviewAttachmentFile',
      held: [...adviceAttachmentsOf(advice), ...guidance],
    },
  });
}

function proposal(core: Core, { advice, wanted }: Converting): Appointment {
  return {
    id: nextAppointmentId(core),
    version: 1,
    status: 'proposed',
    serviceId: advice.serviceId,
    reason: 'PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER',
    comment: wanted.reviewComments,
    created: core.clock.iso(),
  };
}

/** e-RS itself adds the conversation, as a letter of the new referral. */
function conversationLetter(
  core: Core,
  caller: Caller,
  { advice, bytes }: { advice: AdviceRequest; bytes: Uint8Array },
): Attachment {
  const { ubrn } = advice;
  const name = `Advice and guidance conversation - ${ubrn}.pdf`;
  const file = storeFile(core, caller, { ubrn, name, mediaType: 'application/pdf', bytes });
  file.scan = { result: 'AVAILABLE', due: core.clock.now() };
  const indexed = core.clock.iso();
  return { file, type: 'REFERRER', indexed, attachedBy: caller.userId };
}

/** The platform's sample of A027 goes on from the advice request, the one of HSCN leaps from 4 to 9. */
function firstVersion({ switches }: Core, { version }: AdviceRequest): number {
  return switches.convertedKeepsVersion ? version : version + 5;
}

function referralFrom(
  core: Core,
  caller: Caller,
  { advice, wanted, added }: Converting & { added: readonly Attachment[] },
): Referral {
  const at = core.clock.iso();
  const version = firstVersion(core, advice);
  const earlier = adviceAttachmentsOf(advice);
  return {
    ubrn: advice.ubrn,
    requestId: uuid(core.random),
    version,
    state: 'TRIAGED_PROVIDER_TO_ACTION',
    patient: advice.patient,
    priority: wanted.priority,
    shortlist: [advice.serviceId],
    criteria: advice.criteria,
    ruleOrg: advice.referringOrg,
    referringOrg: advice.referringOrg,
    referringClinician: advice.requester.userId,
    letterIntent: 'NOT_INTENDING_TO_ADD',
    letters: [],
    otherAttachments: [...earlier, ...added],
    clinicalInfoFirstSubmitted: at,
    appointment: proposal(core, { advice, wanted }),
    review: { status: 'REVIEWED', reviewed: true },
    fromAdvice: true,
    accessCode: '',
    history: [{ at, version, event: 'converted from advice', by: caller.userId }],
  };
}

/**
 * A027: the conversation ends with the guidance given, and becomes a referral of the same UBRN.
 * `print` makes the PDF of the whole conversation, which the referral gets as its letter.
 */
export function convertAdvice(
  core: Core,
  caller: Caller,
  { print, ...converting }: Converting & { print: (advice: AdviceRequest) => Uint8Array },
): Referral {
  checkConversion(core, caller, converting);
  const { advice, wanted } = converting;
  const attachments = guidanceFiles(core, caller, { advice, files: wanted.guidanceFiles });
  const added = reviewFiles(core, caller, { ...converting, guidance: attachments });
  const told = core.switches.guidanceEndsConversation;
  if (told) {
    const text = wanted.guidance;
    addMessage(core, advice, { sentBy: 'RESPONDER', text, ...respondents(caller), attachments });
  }
  advice.category = 'ADVICE_CONVERTED';
  record(core, advice, { step: versionSteps.advised, event: 'converted', by: caller.userId });
  const untold = told ? [] : attachments;
  const referral = referralFrom(core, caller, { ...converting, added: [...untold, ...added] });
  referral.letters = [conversationLetter(core, caller, { advice, bytes: print(advice) })];
  core.referrals.set(referral.ubrn, referral);
  return referral;
}
