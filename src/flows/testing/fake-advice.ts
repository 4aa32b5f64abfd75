import { readAdviceText } from '../../domain/advice-text.ts';
import type { AdviceMessage, AdviceRequest, AdviceVersion } from '../../domain/advice.ts';
import type { AdviceForm } from '../../domain/advice-form.ts';
import type { Instant } from '../../domain/instant.ts';
import { createAnswerAdvice } from '../answer-advice-flow.ts';
import type { AnswerAdviceStart } from '../answer-advice.ts';
import { fakePorts, type FakePorts } from './fake-ports.ts';
import { PATIENT, UBRN } from './fake-records.ts';
import { PROVIDER } from './fake-review.ts';

export function adviceVersion(number: number): AdviceVersion {
  return String(number) as AdviceVersion;
}

export function adviceRequest(facts: Partial<AdviceRequest> = {}): AdviceRequest {
  return {
    ubrn: UBRN,
    version: adviceVersion(5),
    patient: PATIENT.nhsNumber,
    status: 'active',
    category: 'PROVIDER_RESPONSE_REQUIRED',
    priority: 'ROUTINE',
    specialty: { code: 'DERMATOLOGY', display: 'Dermatology' },
    service: { id: '301', name: 'General dermatology advice' },
    mayConvert: true,
    files: [],
    ...facts,
  };
}

export function message(id: string, facts: Partial<AdviceMessage> = {}): AdviceMessage {
  return {
    id,
    ubrn: UBRN,
    sentBy: 'REQUESTER',
    sent: '2026-10-14T08:52:00.000Z' as Instant,
    text: readAdviceText('Is this discoid eczema or tinea?'),
    sender: { sdsUserId: '555000111222', name: 'SINGH, Priya (Ms)', odsCode: 'R69' },
    files: [],
    untoldFiles: 0,
    ...facts,
  };
}

export const QUESTION = message('m1');

/** A message of ours with this text, from after the fake clock's start. */
export function ours(text: string, facts: Partial<AdviceMessage> = {}): AdviceMessage {
  return message('m9', {
    sentBy: 'RESPONDER',
    sent: '2026-10-16T09:30:02.000Z' as Instant,
    text: readAdviceText(text),
    sender: { sdsUserId: '021600556514', odsCode: 'RWX01' },
    ...facts,
  });
}

/** From then on e-RS holds this request with these messages. */
export function holdsAdvice(
  { answers }: FakePorts,
  request: AdviceRequest,
  messages: readonly AdviceMessage[] = [QUESTION],
): void {
  answers.retrieveAdviceRequest = async () => request;
  answers.retrieveAdviceConversation = async () => [...messages];
}

export function advicePorts(overrides: Parameters<typeof fakePorts>[0] = {}): FakePorts {
  return fakePorts({
    role: PROVIDER,
    lookUps: { isDeceased: async () => false },
    ...overrides,
  });
}

interface Opening {
  ports?: FakePorts;
  request?: AdviceRequest;
  messages?: readonly AdviceMessage[];
  list?: AnswerAdviceStart['list'];
}

/** Opened and steady. */
export async function openedAdvice({
  ports = advicePorts(),
  request = adviceRequest(),
  messages = [QUESTION],
  list,
}: Opening = {}) {
  holdsAdvice(ports, request, messages);
  const flow = createAnswerAdvice(ports, { ubrn: UBRN, list });
  await flow.actions.open();
  await ports.clock.advance(600);
  return { ports, flow };
}

export const ADVICE_TEXT = 'Start terbinafine 250 mg once daily for 4 weeks.';

export const FILLED_ADVICE: AdviceForm = {
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  recommendation: 'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  text: ADVICE_TEXT,
  comment: '',
};

/** Filled in, one press away from sending. */
export async function filledAdvice(opening: Opening = {}) {
  const { ports, flow } = await openedAdvice(opening);
  flow.actions.change(FILLED_ADVICE);
  await ports.clock.advance(0);
  ports.happened.length = 0;
  return { ports, flow };
}

export const FILLED_CONVERSION: Partial<AdviceForm> = {
  text: ADVICE_TEXT,
  comment: 'Book the next clinic',
  isConfirmed: true,
};

export async function filledConversion(opening: Opening = {}) {
  const { ports, flow } = await openedAdvice(opening);
  flow.actions.choose('convert-advice');
  flow.actions.change(FILLED_CONVERSION);
  await ports.clock.advance(0);
  ports.happened.length = 0;
  return { ports, flow };
}
