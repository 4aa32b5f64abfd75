import type { AdviceCategory, AdviceRequest } from './advice.ts';
import { addMessage, requireActive } from './advice.ts';
import type { Core } from './core.ts';
import { record, versionSteps } from './referrals.ts';

/** What the referrer does in the e-RS application: no API has any of it. */
export const adviceChanges = ['reply', 'add-clinical-information', 'close', 'cancel'] as const;
export type AdviceChange = (typeof adviceChanges)[number];

const BY = 'e-RS application';
const CHANGED = 'NOTE: Clinical Information has been added/amended';

const category: Readonly<Partial<Record<AdviceChange, AdviceCategory>>> = {
  reply: 'PROVIDER_RESPONSE_REQUIRED',
  close: 'CONVERSATION_ENDED_CLOSED',
  cancel: 'CONVERSATION_ENDED_CANCELLED',
};

/** Throws a Refusal for a conversation that has ended. */
export function changeAdviceElsewhere(
  core: Core,
  advice: AdviceRequest,
  { change, text = '' }: { change: AdviceChange; text?: string },
): void {
  requireActive(advice);
  const { requester } = advice;
  const people = { sender: requester, requester, attachments: [] };
  if (change === 'reply') addMessage(core, advice, { sentBy: 'REQUESTER', text, ...people });
  if (change === 'add-clinical-information') {
    const { userId, odsCode } = requester;
    const system = { userId, odsCode };
    addMessage(core, advice, {
      sentBy: 'REFERRER_CLINICAL_INFORMATION_UPDATED',
      text: CHANGED,
      sender: system,
      requester: system,
      attachments: [],
    });
  }
  advice.category = category[change] ?? advice.category;
  record(core, advice, { step: versionSteps.elsewhere, event: `${change} elsewhere`, by: BY });
}
