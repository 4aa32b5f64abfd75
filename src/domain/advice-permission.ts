import type { Action } from './action.ts';
import type { AdviceCategory, AdviceRequest } from './advice.ts';
import { ADVICE_ACTS, type AdviceAct } from './advice-form.ts';
import type { WhoCan } from './permission.ts';
import { roleAllows, rolesFor } from './role-rules.ts';
import type { Role } from './user.ts';

/** Why something cannot be done with a request for advice. Codes; their words are the widget's. */
export type WhyNoAdvice =
  /** e-RS has no such interaction in this dialect. */
  | 'not-in-dialect'
  /** A referrer reads: e-RS has no interaction by which one replies or closes (interactions.md §12). */
  | 'referrer'
  | 'role'
  /** It was answered for good, closed or cancelled, or became a referral. */
  | 'ended'
  | 'converted'
  /** The practice did not agree to a conversion. */
  | 'not-agreed'
  /** Whether it did, e-RS has not told. */
  | 'agreement-not-told';

export type AdvicePermission =
  { allowed: true } | { allowed: false; why: WhyNoAdvice; whoCan: WhoCan };

export type AdvicePermissions = Readonly<Record<AdviceAct, AdvicePermission>>;

export interface AdviceFacts {
  request: Pick<AdviceRequest, 'status' | 'category' | 'mayConvert'>;
  role: Role;
  dialect: 'hscn' | 'api-platform';
  /** Whether the dialect has it. */
  offers: (action: Action) => boolean;
}

const ENDED: readonly AdviceCategory[] = [
  'CONVERSATION_ENDED_CANCELLED',
  'CONVERSATION_ENDED_CLOSED',
  'ADVICE_CONVERTED',
];

/** Whether messages may still follow (states.md §4). */
export function isOpenConversation({
  status,
  category,
}: Pick<AdviceRequest, 'status' | 'category'>): boolean {
  return !ENDED.includes(category) && status !== 'completed' && status !== 'cancelled';
}

/** Both acts, each with whether it may be done, or why not and who can. */
export function advicePermissions(facts: AdviceFacts): AdvicePermissions {
  const [answer, convert] = ADVICE_ACTS;
  return { [answer]: permissionFor(answer, facts), [convert]: permissionFor(convert, facts) };
}

function permissionFor(act: AdviceAct, facts: AdviceFacts): AdvicePermission {
  const { request, role, dialect, offers } = facts;
  if (READERS.includes(role.businessFunction)) return not('referrer', E_RS_APPLICATION);
  if (!offers(act)) return not('not-in-dialect', E_RS_APPLICATION);
  if (!roleAllows(role, act, dialect)) {
    return not('role', { who: 'role', roles: rolesFor(act, dialect) });
  }
  if (!isOpenConversation(request)) {
    return not(request.category === 'ADVICE_CONVERTED' ? 'converted' : 'ended', NOBODY);
  }
  if (act === 'answer-advice' || request.mayConvert) return { allowed: true };
  return not(request.mayConvert === false ? 'not-agreed' : 'agreement-not-told', NOBODY);
}

const READERS: readonly string[] = [
  'REFERRING_CLINICIAN',
  'REFERRING_CLINICIAN_ADMIN',
  'REFERRING_ADMIN',
];

const E_RS_APPLICATION: WhoCan = { who: 'e-rs-application' };
const NOBODY: WhoCan = { who: 'nobody' };

function not(why: WhyNoAdvice, whoCan: WhoCan): AdvicePermission {
  return { allowed: false, why, whoCan };
}
