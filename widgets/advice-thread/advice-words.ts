import type {
  AdviceCategory,
  AdviceMessage,
  AdviceParticipant,
  AdviceRecommendation,
} from '../../src/domain/advice.ts';
import type { AdviceAct, AdviceField, AdviceFieldError } from '../../src/domain/advice-form.ts';
import type { AdvicePermission, WhyNoAdvice } from '../../src/domain/advice-permission.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { isProvider, type Screen } from './screen.ts';

/** Whose turn it is, in the words of the side that reads; a code that is not known stays. */
export function categoryWords(category: AdviceCategory, ofProvider: boolean): string {
  const words = CATEGORIES[category];
  return words ? words[ofProvider ? 0 : 1] : category;
}

const CATEGORIES: Readonly<Record<string, readonly [provider: string, referrer: string]>> = {
  PROVIDER_RESPONSE_REQUIRED: ['Waiting for our answer', 'Waiting for the service’s answer'],
  REFERRER_TO_SUBMIT_FURTHER_INFORMATION: [
    'Waiting for more information from the practice',
    'More information needed from you',
  ],
  REFERRER_TO_REVIEW_RESPONSE: [
    'Answered, for the practice to review',
    'Answered, for you to review',
  ],
  CONVERSATION_ENDED_CANCELLED: ['Cancelled', 'Cancelled'],
  CONVERSATION_ENDED_CLOSED: ['Closed', 'Closed'],
  ADVICE_CONVERTED: ['Converted to a referral', 'Converted to a referral by the service'],
};

export const RECOMMENDATION_NAMES: Readonly<Record<AdviceRecommendation, string>> = {
  ADVICE_ONLY_NO_REFERRAL_RECOMMENDED: 'Advice only, no referral recommended',
  ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED: 'Follow this advice, then refer if needed',
  REFERRAL_RECOMMENDED: 'Refer',
  OTHER: 'Other',
};

/** What is sent, as the words of its result name it. */
export const ACT_WORDS: Readonly<
  Record<AdviceAct, { noun: string; done: string; label: string; doing: string }>
> = {
  'answer-advice': {
    noun: 'answer',
    done: 'Answer sent',
    label: 'Send answer',
    doing: 'Sending your answer',
  },
  'convert-advice': {
    noun: 'conversion',
    done: 'Converted to a referral',
    label: 'Convert to referral',
    doing: 'Converting to a referral',
  },
};

/** A question back is named for what it is. */
export function sendLabel({ state }: Pick<Screen, 'state'>): string {
  const { act, form } = state;
  if (act === 'answer-advice' && form.outcome === 'REQUIRE_FURTHER_INFORMATION')
    return 'Send question';
  return ACT_WORDS[act].label;
}

const WHY: Readonly<Record<WhyNoAdvice, string>> = {
  'not-in-dialect': 'e-RS does not take this over this connection.',
  referrer: 'You cannot reply to or close this request here.',
  role: 'Your role cannot do this.',
  ended: 'This conversation has ended.',
  converted: 'This conversation has ended: the request was converted to a referral.',
  'not-agreed': 'You cannot convert this request. The practice did not agree to it.',
  'agreement-not-told':
    'You cannot convert this request. e-RS did not say if the practice agreed to it.',
};

/** Why, and who can. */
function whyNotWords(permission: Extract<AdvicePermission, { allowed: false }>): string {
  const { why, whoCan } = permission;
  const why1 = WHY[why];
  if (why === 'not-agreed' || why === 'agreement-not-told')
    return `${why1} Give advice or ask for more information.`;
  if (whoCan.who === 'e-rs-application')
    return `${why1} Use the e-RS application and search for this UBRN.`;
  return whoCan.who === 'role' ? `${why1} A service provider clinician or their admin can.` : why1;
}

/** Why an act is not offered here; absent where it is. */
export function whyNoAct({ state, session }: Screen, act: AdviceAct): string | undefined {
  const permission = state.permissions?.[act];
  if (permission && !permission.allowed) return whyNotWords(permission);
  return session.can(act) ? undefined : 'Switched off in this system. Use the e-RS application.';
}

const ROLES: Readonly<Record<string, string>> = {
  REFERRING_CLINICIAN: 'referring clinician',
  REFERRING_CLINICIAN_ADMIN: 'referring clinician’s admin',
  SERVICE_PROVIDER_CLINICIAN: 'service provider clinician',
  SERVICE_PROVIDER_CLINICIAN_ADMIN: 'service provider clinician’s admin',
};

export function roleWords({ businessFunction }: AdviceParticipant): string | undefined {
  return businessFunction && (ROLES[businessFunction] ?? businessFunction);
}

/** The name as e-RS or the host tells it; else the id, said to be one. */
export function personWords(
  { state }: Pick<Screen, 'state'>,
  { sdsUserId, name }: AdviceParticipant,
): string {
  return name ?? state.names.get(sdsUserId) ?? `SDS user ${sdsUserId}`;
}

/** e-RS tells an organisation by its code; the user's own has a name here. */
export function organisationWords({ session }: Pick<Screen, 'session'>, odsCode: string): string {
  const { organisation } = session.role;
  const isOwn = organisation.odsCode === odsCode && organisation.name;
  return isOwn ? `${organisation.name} (${odsCode})` : `Organisation ${odsCode}`;
}

const LAST_ANSWER: Readonly<Record<string, string>> = {
  REFERRER_TO_SUBMIT_FURTHER_INFORMATION: 'more information needed',
  REFERRER_TO_REVIEW_RESPONSE: 'advice given',
  ADVICE_CONVERTED: 'converted to a referral',
};

/**
 * Direction and kind in words. Of an answer e-RS tells the kind only through whose turn it is, so
 * that of an earlier one it is not known.
 */
export function kindWords(screen: Screen, message: AdviceMessage): string {
  const talk = screen.state.messages.filter(({ sentBy }) => sentBy !== LINE);
  const index = talk.indexOf(message);
  const before = talk[index - 1];
  if (message.sentBy === 'RESPONDER') {
    const isLast = index === talk.length - 1;
    const kind = isLast && LAST_ANSWER[screen.state.request?.category ?? ''];
    return `To the practice: ${kind || 'answer'}`;
  }
  if (!before) return 'To the service: question';
  if (before.sentBy === 'RESPONDER') return 'To the service: reply';
  return isProvider(screen)
    ? 'To the service: another message before your answer'
    : 'To the service: another message';
}

/** A line of e-RS's own. */
export const LINE = 'REFERRER_CLINICAL_INFORMATION_UPDATED';

const FIELDS: Readonly<Record<AdviceField, { id: string; missing: string }>> = {
  outcome: { id: 'advice-outcome', missing: 'Select what you do' },
  recommendation: { id: 'advice-recommendation', missing: 'Select what you recommend' },
  priority: { id: 'advice-priority', missing: 'Select a priority' },
  text: { id: 'advice-text', missing: 'Enter your message to the practice' },
  comment: { id: 'advice-comment', missing: 'Enter what your admin team needs to know' },
  isConfirmed: { id: 'advice-confirmed', missing: 'Tick that you want to convert this request' },
};

export function fieldId(field: AdviceField): string {
  return FIELDS[field].id;
}

/** What to do about it. */
export function errorWords({ field, reason, limit }: AdviceFieldError): string {
  if (reason === 'field-required') return FIELDS[field].missing;
  if (reason === 'text-too-long')
    return limit ? `Shorten this to ${wholeNumber(limit)} characters` : 'Shorten this';
  if (reason === 'priority-not-supported')
    return 'Select another priority: this service does not take it';
  if (field === 'text')
    return 'Write links as plain addresses, without HTML: e-RS refuses any other markup';
  return reason === 'field-not-permitted'
    ? 'e-RS does not take this here'
    : 'e-RS refused this value';
}
