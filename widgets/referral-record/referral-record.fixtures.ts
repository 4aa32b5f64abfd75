import type { TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { ReviewPhase, ReviewReferralState } from '../../src/flows/review-referral.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { tag } from '../../src/ui/tags.ts';
import type { ReadySession, WidgetSession } from '../session/context.ts';
import { defineReferralRecord } from './define.ts';
import {
  conflictChanged,
  conflictDecided,
  conflictVersionOnly,
  rejecting,
  settledUnanswered,
  unanswered,
} from './sample-phases.ts';
import {
  at,
  decisions,
  inTriage,
  invalid,
  note,
  NOW,
  openFile,
  patient,
  pdf,
  pending,
  photo,
  place,
  problem,
  reasons,
  threat,
  toReview,
  whenInTriage,
} from './sample-review.ts';
import { deciding, formsWith, REFERRER, reviewSession, stillReview } from './still-review.ts';

const name = tag('referral-record');

const inSession =
  (session: WidgetSession | undefined, ubrn = '') =>
  (): TemplateResult =>
    staticHtml`<${name} ubrn=${ubrn} .session=${session}></${name}>`;

type State = Partial<ReviewReferralState>;

const record = (change: State = {}, session: Partial<ReadySession> = {}): (() => TemplateResult) =>
  inSession(reviewSession(stillReview(change), session));

const phase = (value: ReviewPhase, change: State = {}): (() => TemplateResult) =>
  record({ ...change, phase: value });

const readyReasons = { status: 'ready', reasons } as const;
const rejected: State = { ...rejecting, reasons: readyReasons };
const since = at('23T14:35:08');

const triage: State = {
  referral: inTriage,
  decisions: whenInTriage,
  chosen: 'record-review-outcome',
  scan: undefined,
};
const outcomeForm = {
  outcome: 'ACCEPT_REFER_BOOK_LATER',
  priority: 'URGENT',
  comment: 'First available IBD flare slot with any consultant. Needs bloods on arrival.',
} as const;
const accepting = formsWith({ 'record-review-outcome': outcomeForm });
const returning = formsWith({
  'record-review-outcome': { outcome: 'RETURN_TO_REFERRER_WITH_ADVICE' },
});

const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
);

const withFiles = (letters: Referral['letters'], files: State['files'] = new Map()): State => ({
  referral: { ...toReview, letters },
  files,
  scan: deciding.scan,
});

/** As the one who refers sees it. */
const sent = (referral: Partial<Referral>, change: State = {}): (() => TemplateResult) =>
  record(
    {
      referral: { ...toReview, ...referral },
      decisions: decisions({}),
      place: undefined,
      ...change,
    },
    REFERRER,
  );

const many = Array.from({ length: 24 }, (_, index) => ({
  ...pdf,
  url: `Binary/${index}`,
  name: `Cardiology correspondence with a name as long as a scanner may make it ${index + 1}.pdf`,
}));

const noMore = { ...place, position: 2140, next: undefined };
const open = (status: 'open-stopped'): (() => TemplateResult) =>
  phase({ status }, { referral: undefined });
const openFailed = (reason: 'not-found' | 'wrong-patient'): (() => TemplateResult) =>
  phase({ status: 'open-failed', problem: problem(reason) }, { referral: undefined });

export const fixtureSet: FixtureSet = {
  title: 'Referral record',
  define: defineReferralRecord,
  fixtures: {
    'outside a session': inSession(undefined),
    waiting: inSession({ status: 'waiting' }),
    'no referral named': inSession(reviewSession(stillReview(), { opened: undefined })),
    'a UBRN that is none': inSession(
      reviewSession(stillReview(), { opened: undefined }),
      '0000 49',
    ),
    'a role with lists only': record({}, { can: (action) => action !== 'open-referral' }),
    opening: phase({ status: 'opening', since }, { referral: undefined }),
    'open stopped': open('open-stopped'),
    'open failed': openFailed('not-found'),
    'of another patient': openFailed('wrong-patient'),
    'to decide': record(),
    'to accept': record({ chosen: 'accept-referral' }),
    'to reject': record(rejected),
    'to reject without a reason': record({
      chosen: 'reject-referral',
      reasons: readyReasons,
      errors: [{ field: 'reason', reason: 'field-required' }],
    }),
    'reasons being read': record({ chosen: 'reject-referral', reasons: { status: 'loading' } }),
    'reasons not read': record({
      chosen: 'reject-referral',
      reasons: { status: 'failed', problem: problem('ers-unavailable') },
      held: 'reasons-not-there',
    }),
    'own booking system asked for': record({
      ...rejected,
      asksCancelledInPas: true,
      errors: [{ field: 'cancelledInPas', reason: 'field-required' }],
    }),
    'to action later': record({ chosen: 'cancel-and-act-later', isKept: true }),
    'text too long': record({
      chosen: 'cancel-and-act-later',
      forms: formsWith({ 'cancel-and-act-later': { comment: 'x'.repeat(2040) } }),
      errors: [{ field: 'comment', reason: 'text-too-long', limit: 2000 }],
    }),
    'triage outcome, accept': record({ ...triage, forms: accepting }),
    'triage outcome, return without advice': record({
      ...triage,
      forms: returning,
      errors: [{ field: 'comment', reason: 'field-required' }],
    }),
    'deceased, before an outcome': record(
      { ...triage, death: { status: 'died', date: '2026-11-14' as LocalDate, at: since } },
      { patient: { ...patient, deceased: { date: '2026-11-14' as LocalDate } } },
    ),
    'death not known': record({
      ...triage,
      forms: accepting,
      death: { status: 'not-known', at: since },
      held: 'death-to-acknowledge',
    }),
    'to cancel': record({
      chosen: 'cancel-referral',
      reasons: readyReasons,
      errors: [{ field: 'isConfirmed', reason: 'field-required' }],
    }),
    'permissions not known': record({
      decisions: decisions({ 'cancel-referral': ['not-known', { who: 'after-asking-again' }] }),
      decisionsProblem: problem('ers-unavailable'),
    }),
    'all forbidden': record({
      decisions: decisions({
        'accept-referral': ['role', { who: 'role', roles: ['SERVICE_PROVIDER_CLINICIAN'] }],
        'reject-referral': ['appointment-past', { who: 'nobody' }],
        'cancel-and-act-later': ['no-clinical-information', { who: 'referrer' }],
        'record-review-outcome': ['booked', { who: 'after-cancelling' }],
        'cancel-referral': ['not-in-dialect', { who: 'e-rs-application' }],
      }),
    }),
    'files that cannot be opened': record(withFiles([pdf, pending, invalid, threat])),
    'no file': record(withFiles([])),
    'a picture': record(withFiles([photo], new Map([[photo.url, openFile(PIXEL, 'image/png')]]))),
    'a text': record(
      withFiles(
        [note],
        new Map([[note.url, openFile('Phoned 23-Nov-2026.\nWants a morning.', 'text/plain')]]),
      ),
    ),
    'a file failed, no summary': record({
      files: new Map([
        [pdf.url, { load: { status: 'failed', problem: problem('ers-unavailable') } }],
      ]),
      summary: { status: 'failed', problem: problem('no-clinical-information') },
    }),
    'file and summary on their way': record({
      files: new Map([[pdf.url, { load: { status: 'opening', since } }]]),
      summary: { status: 'fetching', since },
    }),
    'summary stopped': record({ files: new Map(), summary: { status: 'stopped' } }),
    'many files': record(withFiles(many)),
    checking: phase({ status: 'checking', action: 'reject-referral', since }, rejected),
    'check failed': phase(
      {
        status: 'check-failed',
        action: 'reject-referral',
        problem: problem('proxy-unreachable', { source: 'network' }),
        at: NOW,
      },
      rejected,
    ),
    sending: phase({ status: 'sending', action: 'reject-referral', since }, rejected),
    done: phase(
      { status: 'done', action: 'accept-referral', at: NOW, proof: 'answer' },
      { decisions: [] },
    ),
    'done, the last': phase(
      { status: 'done', action: 'reject-referral', at: NOW, proof: 'reading' },
      { decisions: [], place: noMore },
    ),
    refused: phase(
      {
        status: 'refused',
        action: 'reject-referral',
        problem: problem('provider-refused'),
        at: NOW,
      },
      rejected,
    ),
    'refused for good': phase(
      { status: 'refused', action: 'accept-referral', problem: problem('patient-error'), at: NOW },
      { chosen: 'accept-referral' },
    ),
    'held by someone else': phase(
      { status: 'locked', action: 'accept-referral', problem: problem('locked'), at: NOW },
      { chosen: 'accept-referral' },
    ),
    'answer lost': record({ ...rejected, phase: unanswered }),
    'answer lost, not read': record({
      ...rejected,
      phase: { ...unanswered, nextReadingAt: undefined },
    }),
    'answer lost, nothing found': record({ ...rejected, phase: settledUnanswered }),
    'changed while deciding': record({ ...conflictChanged, reasons: readyReasons }),
    'a newer version alone': record({ ...conflictVersionOnly, reasons: readyReasons }),
    'a colleague decided first': record(conflictDecided),
    'sent before it was opened again': record({
      endedUnseen: {
        id: 'i1',
        contextId: 'context-0',
        patient: patient.nhsNumber,
        ubrn: toReview.ubrn,
        action: 'cancel-and-act-later',
        sentAt: at('23T13:58:00'),
        state: 'done',
      },
    }),
    training: record({ chosen: 'accept-referral' }, { environment: 'training' }),
    'the host has the banner': record({ chosen: 'accept-referral' }, { banner: 'host' }),
    'referrer, rejected': sent({
      appointment: {
        ...inTriage.appointment,
        status: 'cancelled',
        service: { id: '201', name: 'Suspected skin cancer' },
      },
      state: {
        code: 'REJECTED',
        derived: false,
        reason: { code: 'SERVICE_INAPPROPRIATE', display: 'Service inappropriate' },
        comments: 'The lesion is within an old skin graft. Please refer to plastic surgery.',
      },
    }),
    'referrer, returned with advice': sent({
      state: {
        code: 'TRIAGED_PROVIDER_TO_ACTION',
        derived: false,
        reason: { code: 'RETURN_TO_REFERRER_WITH_ADVICE' },
        comments: 'Repeat the calprotectin in 4 weeks. Refer again if above 250.',
      },
    }),
    'referrer, not booked': sent({
      state: { code: 'NOT_BOOKED', derived: false },
      appointment: undefined,
    }),
    'referrer, over HSCN': record(
      {
        place: undefined,
        decisions: decisions({
          'cancel-referral': ['not-in-dialect', { who: 'e-rs-application' }],
        }),
      },
      { ...REFERRER, can: (action) => action !== 'send-referral-for-triage' },
    ),
    'referrer, to cancel': sent({}, { chosen: 'cancel-referral', reasons: readyReasons }),
  },
};
