import { html } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';
import type { AdvicePermissions } from '../../src/domain/advice-permission.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { AskAdviceState } from '../../src/flows/ask-advice.ts';
import type { FindServicesState } from '../../src/flows/find-services.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import { tag } from '../../src/ui/tags.ts';
import type { ReadySession, WidgetSession } from '../session/context.ts';
import { defineAdviceThread } from './define.ts';
import {
  added,
  answer,
  at,
  file,
  hugeMessages,
  message,
  messages,
  problem,
  request,
  service,
  TEXT,
  UBRN,
} from './sample-advice.ts';
import { adviceSession, REFERRER, stillAdvice, stillQuestion } from './still-advice.ts';

const name = tag('advice-thread');

function inSession(session: WidgetSession | undefined, ended = false): () => TemplateResult {
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
  return () => html`<${name} .session=${session} .sessionEnded=${ended}></${name}>`;
}

function provider(change: Partial<AnswerAdviceState> = {}, session: Partial<ReadySession> = {}) {
  const flows = { ...noFlows, answerAdvice: async () => stillAdvice(change) };
  return inSession(adviceSession({ flows, ...session }));
}

const READS = { allowed: false, why: 'referrer', whoCan: { who: 'e-rs-application' } } as const;
const READ_ONLY: AdvicePermissions = { 'answer-advice': READS, 'convert-advice': READS };

function referrer(change: Partial<AnswerAdviceState> = {}, session: Partial<ReadySession> = {}) {
  return provider(
    { permissions: READ_ONLY, place: undefined, ...change },
    { ...REFERRER, opened: { ubrn: UBRN, list: 'ADVICE_AND_GUIDANCE_REQUESTS' }, ...session },
  );
}

function asking(change: Partial<AskAdviceState> = {}, find: Partial<FindServicesState> = {}) {
  const flows = { ...noFlows, askAdvice: async () => stillQuestion(change, find) };
  const ready = adviceSession({ ...REFERRER, flows, opened: undefined });
  return () =>
    // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
    html`<${name} .session=${ready} asking></${name}>`;
}

const typed = {
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  recommendation: 'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  text: TEXT,
  comment: '',
} as const;

const converting = { act: 'convert-advice', form: { text: TEXT, comment: '' } } as const;

const sent = {
  act: 'answer-advice',
  problem: problem('timed-out'),
  sentAt: at('23T14:27:00'),
} as const;

const answered = {
  request: { ...request, category: 'REFERRER_TO_REVIEW_RESPONSE' },
  messages: [...messages, answer],
};

const newMessage = message('m7', '23T14:40:00', 'She is now 6 weeks pregnant.');

const ended = { allowed: false, why: 'ended', whoCan: { who: 'nobody' } } as const;
const notAgreed = { allowed: false, why: 'not-agreed', whoCan: { who: 'nobody' } } as const;

const overview = {
  status: 'ready',
  file: { name: 'Advice and guidance.pdf', bytes: new Blob(['%PDF'.repeat(20_000)]) },
  at: at('23T14:30:00'),
} as const;

const question = { service, text: 'Should she have an echo before referral?', isKept: true };
const lost = {
  intentId: 'i-1',
  problem: problem('timed-out'),
  sentAt: at('23T14:27:00'),
} as const;

export const fixtureSet: FixtureSet = {
  title: 'Advice thread',
  define: defineAdviceThread,
  fixtures: {
    'outside a session': inSession(undefined),
    waiting: inSession({ status: 'waiting' }),
    'no request named, provider': inSession(adviceSession({ opened: undefined })),
    'no request named, referrer': inSession(adviceSession({ ...REFERRER, opened: undefined })),
    'no request named, asking not in the dialect': inSession(
      adviceSession({
        ...REFERRER,
        opened: undefined,
        can: (action) => action !== 'ask-for-advice',
      }),
    ),
    'a role with lists only': inSession(
      adviceSession({ can: (action) => action !== 'open-advice' }),
    ),
    'its code not loaded': inSession(
      adviceSession({
        flows: { ...noFlows, answerAdvice: () => Promise.reject(new Error('gone')) },
      }),
    ),
    opening: provider({
      request: undefined,
      phase: { status: 'opening', since: at('23T14:30:55') },
    }),
    'opening stopped': provider({ request: undefined, phase: { status: 'open-stopped' } }),
    'not opened': provider({
      request: undefined,
      phase: { status: 'open-failed', problem: problem('no-relationship') },
    }),
    'a referral, not advice': provider({
      request: undefined,
      phase: { status: 'open-failed', problem: problem('wrong-request-type') },
    }),
    'to answer': provider(),
    'to answer, training': provider({}, { environment: 'training' }),
    'to answer, host shows the patient': provider({}, { banner: 'host' }),
    'answer typed': provider({ form: typed, isKept: true }),
    'answer not kept': provider({ form: typed, isKept: false }),
    'something missing': provider({
      form: { ...typed, recommendation: undefined, text: '' },
      errors: [
        { field: 'recommendation', reason: 'field-required' },
        { field: 'text', reason: 'field-required' },
      ],
    }),
    'text too long': provider({
      form: { ...typed, text: 'x'.repeat(2001) },
      textLimit: 2000,
      errors: [{ field: 'text', reason: 'text-too-long', limit: 2000 }],
    }),
    checking: provider({
      form: typed,
      phase: { status: 'checking', act: 'answer-advice', since: at('23T14:30:58') },
    }),
    sending: provider({
      form: typed,
      phase: { status: 'sending', act: 'answer-advice', since: at('23T14:30:26') },
    }),
    sent: provider({
      ...answered,
      phase: { status: 'done', act: 'answer-advice', at: at('23T14:38:00'), proof: 'answer' },
    }),
    'a new message came': provider({
      form: typed,
      messages: [...messages, newMessage],
      phase: {
        status: 'conflict',
        act: 'answer-advice',
        beforeReadAt: at('23T14:31:00'),
        changes: [{ what: 'message-added', now: newMessage }],
        canSend: true,
        at: at('23T14:41:00'),
      },
    }),
    'newer, nothing differs': provider({
      form: typed,
      phase: {
        status: 'conflict',
        act: 'answer-advice',
        beforeReadAt: at('23T14:31:00'),
        changes: [],
        canSend: true,
        problem: problem('referral-changed', { httpStatus: 409 }),
        at: at('23T14:41:00'),
      },
    }),
    'ended meanwhile': provider({
      form: typed,
      request: { ...request, status: 'completed', category: 'CONVERSATION_ENDED_CLOSED' },
      permissions: { 'answer-advice': ended, 'convert-advice': ended },
      phase: {
        status: 'conflict',
        act: 'answer-advice',
        beforeReadAt: at('23T14:31:00'),
        changes: [{ what: 'category' }],
        canSend: false,
        at: at('23T14:41:00'),
      },
    }),
    'check failed': provider({
      form: typed,
      phase: {
        status: 'check-failed',
        act: 'answer-advice',
        problem: problem('ers-failed', { httpStatus: 503 }),
        at: at('23T14:31:00'),
      },
    }),
    refused: provider({
      form: typed,
      errors: [{ field: 'priority', reason: 'priority-not-supported' }],
      phase: {
        status: 'refused',
        act: 'answer-advice',
        problem: problem('priority-not-supported'),
        at: at('23T14:31:00'),
      },
    }),
    'refused for good': provider({
      form: typed,
      phase: {
        status: 'refused',
        act: 'answer-advice',
        problem: problem('patient-error'),
        at: at('23T14:31:00'),
      },
    }),
    locked: provider({
      form: typed,
      phase: {
        status: 'locked',
        act: 'answer-advice',
        problem: problem('locked', { httpStatus: 423 }),
        at: at('23T14:31:00'),
      },
    }),
    'answer lost': provider({
      form: typed,
      phase: {
        status: 'unanswered',
        ...sent,
        readings: [{ at: at('23T14:30:30'), found: 'unchanged' }],
        nextReadingAt: at('23T14:31:30'),
        settled: false,
      },
    }),
    'answer lost, not readable': provider({
      form: typed,
      phase: {
        status: 'unanswered',
        ...sent,
        readings: [{ at: at('23T14:30:30'), found: 'not-read' }],
        settled: false,
      },
    }),
    'answer lost, not there': provider({
      form: typed,
      phase: {
        status: 'unanswered',
        ...sent,
        readings: [{ at: at('23T14:30:30'), found: 'unchanged' }],
        settled: true,
      },
    }),
    'ended unseen': provider({
      endedUnseen: {
        id: 'i-0',
        action: 'answer-advice',
        contextId: 'context-0',
        patient: request.patient,
        sentAt: at('23T13:02:00'),
        state: 'done',
        ubrn: UBRN,
      },
    }),
    converting: provider(converting),
    'converting, something missing': provider({
      ...converting,
      errors: [
        { field: 'comment', reason: 'field-required' },
        { field: 'isConfirmed', reason: 'field-required' },
      ],
    }),
    converted: provider({
      request: { ...request, status: 'completed', category: 'ADVICE_CONVERTED' },
      messages: [...messages, answer],
      phase: { status: 'done', act: 'convert-advice', at: at('23T14:38:00'), proof: 'reading' },
    }),
    'conversion not agreed': provider({
      request: { ...request, mayConvert: false },
      permissions: { 'answer-advice': { allowed: true }, 'convert-advice': notAgreed },
    }),
    'patient died': provider({
      death: { status: 'died', date: '2026-11-14' as LocalDate, at: at('23T14:20:00') },
    }),
    'death not known, held': provider({
      form: typed,
      death: { status: 'not-known', at: at('23T14:20:00') },
      held: 'death-to-acknowledge',
    }),
    'late, no files': provider({
      request: { ...request, priority: 'TWO_WEEK_WAIT', files: [] },
      messages: [message('m1', '10T09:00:00', 'Please advise.')],
    }),
    'files that cannot be opened': provider({
      request: {
        ...request,
        files: [
          ...added,
          file('Photo of both shins, taken with the practice camera on 18 November.heic', {
            availability: 'PENDING',
          }),
          file('macro.doc', { availability: 'THREATS_FOUND' }),
          file('broken.pdf', { availability: 'VALIDATION_FAILED' }),
        ],
      },
      files: new Map([
        [
          'Binary/Liver function tests.pdf',
          { load: { status: 'failed', problem: problem('ers-failed') } },
        ],
      ]),
    }),
    'overview being fetched': provider({
      overview: { status: 'fetching', since: at('23T14:30:50') },
    }),
    'overview failed': provider({ overview: { status: 'failed', problem: problem('ers-failed') } }),
    'overview not offered': provider({ overview: { status: 'not-offered' } }),
    huge: provider({ messages: hugeMessages }),
    'session ended': inSession(
      adviceSession({
        flows: { ...noFlows, answerAdvice: async () => stillAdvice({ form: typed }) },
      }),
      true,
    ),
    'referrer, answered': referrer({ ...answered, overview }),
    'referrer, filed': referrer({
      ...answered,
      overview: { ...overview, filed: { status: 'queued' } },
    }),
    'referrer, filing rejected': referrer({
      ...answered,
      overview: { ...overview, filed: { status: 'rejected' } },
    }),
    'referrer, not answered yet': referrer({ overview: { status: 'not-offered' } }),
    'referrer, more information needed': referrer({
      request: { ...request, category: 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION' },
      messages: messages.slice(0, 2),
    }),
    'referrer, closed': referrer({
      ...answered,
      request: { ...request, status: 'completed', category: 'CONVERSATION_ENDED_CLOSED' },
    }),
    'asking, empty': asking(
      {},
      {
        search: { status: 'untouched' },
        draft: {
          findBy: 'specialty',
          postcode: '',
          waitLimit: '',
          ageAndGenderAppropriate: true,
          sortBy: 'DISTANCE',
        },
      },
    ),
    'asking, lists being read': asking(
      {},
      { lists: { status: 'loading', since: at('23T14:30:50') } },
    ),
    'asking, typed': asking(question),
    'asking, something missing': asking({
      errors: [
        { field: 'service', reason: 'field-required' },
        { field: 'text', reason: 'field-required' },
        { field: 'mayConvert', reason: 'field-required' },
      ],
    }),
    'asking, search failed': asking(
      {},
      {
        search: {
          status: 'failed',
          criteria: { priority: 'URGENT', ageAndGenderAppropriate: true },
          problem: problem('ers-unavailable', { about: undefined }),
        },
      },
    ),
    'asking, no service found': asking(
      {},
      {
        search: {
          status: 'none-found',
          criteria: { priority: 'URGENT', ageAndGenderAppropriate: true },
          at: at('23T14:30:00'),
        },
      },
    ),
    'question being sent': asking({
      ...question,
      phase: { status: 'sending', since: at('23T14:30:50') },
    }),
    'question sent': asking({
      phase: { status: 'asked', ubrn: UBRN, at: at('23T14:30:00'), proof: 'answer' },
    }),
    'question refused': asking({
      ...question,
      phase: { status: 'refused', problem: problem('patient-error'), at: at('23T14:30:00') },
    }),
    'question lost': asking({
      ...question,
      phase: {
        status: 'unanswered',
        ...lost,
        isUnderWay: false,
        lookProblem: problem('reference-not-found'),
      },
    }),
    'question under way elsewhere': asking({
      ...question,
      phase: { status: 'unanswered', ...lost, isUnderWay: true },
    }),
    'earlier questions not known': asking({
      phase: { status: 'not-looked-up', problem: problem('proxy-unreachable') },
    }),
  },
};
