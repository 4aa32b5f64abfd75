import type { Core } from './core.ts';
import type {
  Attachment,
  BusinessFunction,
  Caller,
  HistoryRow,
  Priority,
  SearchCriteria,
} from './model.ts';
import { actingUser, requireMembership } from './workgroups.ts';
import { requireOrdinaryPatient } from './referrals.ts';
import { refuse } from './refusal.ts';

export const adviceCategories = [
  'PROVIDER_RESPONSE_REQUIRED',
  'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
  'REFERRER_TO_REVIEW_RESPONSE',
  'CONVERSATION_ENDED_CANCELLED',
  'CONVERSATION_ENDED_CLOSED',
  'ADVICE_CONVERTED',
] as const;
export type AdviceCategory = (typeof adviceCategories)[number];

export type AdviceStatus = 'active' | 'cancelled' | 'completed';

const ended: Readonly<Partial<Record<AdviceCategory, AdviceStatus>>> = {
  CONVERSATION_ENDED_CANCELLED: 'cancelled',
  CONVERSATION_ENDED_CLOSED: 'completed',
  ADVICE_CONVERTED: 'completed',
};

/** Somebody in a role at an organisation; a system line has no role. */
export interface Participant {
  userId: string;
  odsCode: string;
  role?: BusinessFunction;
}

export interface AdviceMessage {
  id: string;
  sentBy: 'REQUESTER' | 'RESPONDER' | 'REFERRER_CLINICAL_INFORMATION_UPDATED';
  text: string;
  sent: string;
  /** At the keyboard. */
  sender: Participant;
  /** The clinician who answers for it. */
  requester: Participant;
  attachments: readonly Attachment[];
  outcome?: string;
  recommendation?: string;
}

/** A conversation between a referring organisation and one service (CommunicationRequest). */
export interface AdviceRequest {
  ubrn: string;
  /** The UUID of `a.<uuid>`, the platform's own identifier. */
  requestId: string;
  version: number;
  category: AdviceCategory;
  patient: string;
  priority: Priority;
  serviceId: string;
  criteria: SearchCriteria;
  referringOrg: string;
  requester: Participant;
  authorisedToConvert: boolean;
  /** Added by a referrer's own system as one replaceable set. */
  attachments: readonly Attachment[];
  messages: readonly AdviceMessage[];
  lockedUntil?: number;
  history: HistoryRow[];
}

export function statusOfAdvice({ category }: AdviceRequest): AdviceStatus {
  return ended[category] ?? 'active';
}

export function adviceOf(core: Core, ubrn: string): AdviceRequest {
  const advice = core.advice.get(ubrn);
  if (advice) return advice;
  if (core.referrals.has(ubrn)) {
    refuse('INVALID_REQUEST_TYPE', 'UBRN', 'is a referral, not an advice request.');
  }
  return refuse('NO_SUCH_REQUEST', 'UBRN', `names no request: ${ubrn}.`);
}

/** The referring organisation, or somebody in the workgroup of the service asked. */
export function requireAdviceRelationship(core: Core, advice: AdviceRequest, caller: Caller): void {
  if (caller.role.startsWith('SERVICE_PROVIDER')) {
    requireMembership(core, caller, advice.serviceId);
  } else if (advice.referringOrg !== caller.odsCode) {
    refuse('NO_RELATIONSHIP', 'UBRN', 'has no relationship with your organisation.');
  }
  requireOrdinaryPatient(core, advice.patient);
}

export function requireActive(advice: AdviceRequest): void {
  if (statusOfAdvice(advice) !== 'active') {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not in progress.');
  }
}

/** The keyboard and the clinician who answers for what is typed there. */
export function participantsOf(
  caller: Caller,
  responsible: string,
): Pick<AdviceMessage, 'sender' | 'requester'> {
  const { odsCode, role } = caller;
  const clinical = role.startsWith('SERVICE_PROVIDER')
    ? 'SERVICE_PROVIDER_CLINICIAN'
    : 'REFERRING_CLINICIAN';
  return {
    sender: { userId: caller.userId, odsCode, role },
    requester: { userId: responsible, odsCode, role: clinical },
  };
}

/** The clinician for whom a provider's answer is given. */
export function respondents(caller: Caller): Pick<AdviceMessage, 'sender' | 'requester'> {
  return participantsOf(caller, actingUser(caller));
}

export function addMessage(
  core: Core,
  advice: AdviceRequest,
  message: Omit<AdviceMessage, 'id' | 'sent'>,
): AdviceMessage {
  const added = { id: String(core.nextMessage++), sent: core.clock.iso(), ...message };
  advice.messages = [...advice.messages, added];
  return added;
}
