import type { AdviceMessage, AdviceRequest } from './advice.ts';
import { addMessage, requireActive, respondents } from './advice.ts';
import type { WantedFile } from './attachments.ts';
import { adviceAttachmentsOf, newAttachments } from './attachments.ts';
import type { Core } from './core.ts';
import { LONGEST_ADVICE } from './create-advice.ts';
import type { Attachment, Caller, Priority } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

/** What a provider may decide, and whose turn it is then. */
export const guidanceOutcomes = {
  RETURN_TO_REFERRER_WITH_ADVICE: 'REFERRER_TO_REVIEW_RESPONSE',
  REQUIRE_FURTHER_INFORMATION: 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
} as const;
export type GuidanceOutcome = keyof typeof guidanceOutcomes;

export const recommendations = [
  'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
  'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  'REFERRAL_RECOMMENDED',
  'OTHER',
] as const;

export interface Guidance {
  guidance: string;
  outcome: GuidanceOutcome;
  recommendation?: (typeof recommendations)[number] | undefined;
  priority: Priority;
  files: readonly WantedFile[];
}

function checkRecommendation({ outcome, recommendation }: Guidance): void {
  const field = 'guidanceIntendedRecommendation';
  const returned = outcome === 'RETURN_TO_REFERRER_WITH_ADVICE';
  if (returned && !recommendation)
    refuse('VALUE_IS_REQUIRED', field, 'is needed for this outcome.');
  if (!returned && recommendation) {
    refuse('INAPPROPRIATE_VALUE', field, 'is not for this outcome.');
  }
}

/** The service has to serve the priority that the request gets. */
export function requireServedPriority(
  core: Core,
  { serviceId }: AdviceRequest,
  wanted: { priority: Priority; field: string },
): void {
  const service = core.directory.services.get(serviceId);
  if (service?.priorities.includes(wanted.priority)) return;
  refuse('UNSUPPORTED_PRIORITY', wanted.field, 'is not a priority of the service.');
}

export function guidanceFiles(
  core: Core,
  caller: Caller,
  { advice, files }: { advice: AdviceRequest; files: readonly WantedFile[] },
): Attachment[] {
  return newAttachments(core, caller, {
    wanted: files,
    linking: {
      ubrn: advice.ubrn,
      type: 'GUIDANCE_RESPONSE',
      field: 'guidanceAttachmentFile',
      held: adviceAttachmentsOf(advice),
    },
  });
}

/** A026. */
export function answerAdvice(
  core: Core,
  caller: Caller,
  { advice, wanted }: { advice: AdviceRequest; wanted: Guidance },
): AdviceMessage {
  requireActive(advice);
  requireText('guidance', wanted.guidance, LONGEST_ADVICE[caller.dialect]);
  checkRecommendation(wanted);
  const { outcome, recommendation, priority } = wanted;
  requireServedPriority(core, advice, { priority, field: 'updatedPriority' });
  const attachments = guidanceFiles(core, caller, { advice, files: wanted.files });
  advice.priority = priority;
  advice.category = guidanceOutcomes[outcome];
  const message = addMessage(core, advice, {
    sentBy: 'RESPONDER',
    text: wanted.guidance,
    ...respondents(caller),
    attachments,
    outcome,
    ...(recommendation && { recommendation }),
  });
  record(core, advice, { step: versionSteps.advised, event: outcome, by: caller.userId });
  return message;
}
