import type { TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { Mark } from '../../src/domain/worklist-since.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ProviderWorklistState } from '../../src/flows/provider-worklist.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { tag } from '../../src/ui/tags.ts';
import type { ListingSession, WidgetSession } from '../session/context.ts';
import { defineWorklist } from './define.ts';
import { memoryOf, type Place } from './list-memory.ts';
import {
  adviceRow,
  at,
  followUpRow,
  letterRow,
  patientOf,
  problem,
  reviewRow,
  slotIssueRow,
  ubrnOf,
} from './sample-rows.ts';
import { listingSession, loadedState, manyRows, stillList } from './still-list.ts';

const name = tag('worklist');

const inSession = (session: WidgetSession | undefined) => (): TemplateResult =>
  staticHtml`<${name} .session=${session}></${name}>`;

interface Situation {
  session?: Partial<ListingSession>;
  place?: Partial<Place>;
}

/** A new list each time it is shown, as a list remembers where the user was. */
const listing =
  (state: Partial<ProviderWorklistState>, { session, place }: Situation = {}) =>
  (): TemplateResult => {
    const flow = stillList(state);
    Object.assign(memoryOf(flow).placeIn(flow.state.list), place);
    return inSession(listingSession(flow, session))();
  };

const times = <Row>(count: number, make: (nth: number) => Row): Row[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

const review = times(14, (nth) =>
  reviewRow(
    nth,
    nth === 0 ? { news: 'LETTER_CHANGED', clinicalInfoLastUpdated: at('11-23T09:14') } : {},
  ),
);
const marks = new Map<Ubrn, Mark>([
  [ubrnOf(0), { kind: 'changed', what: ['clinical-information', 'priority'] }],
  [ubrnOf(2), { kind: 'new' }],
  [ubrnOf(5), { kind: 'changed', what: ['appointment'] }],
]);
const since = { at: at('11-23T13:10'), marks, gone: [reviewRow(40), reviewRow(41)] };
const before = loadedState('REFERRALS_FOR_REVIEW', review, { at: at('11-23T13:10') });
const failedWith = (state: Partial<ProviderWorklistState>, load: ProviderWorklistState['load']) =>
  listing({ ...state, load, isStale: state.loaded !== undefined });
const timedOut = problem('timed-out', { httpStatus: 504 });
const tooLarge = problem('bad-request', { httpStatus: 413, retry: 'never' });
const likelyTooLarge = problem('upstream-failed', { httpStatus: 502 });
const listsOnly: ProviderWorklistState['opening'] = {
  allowed: false,
  why: 'role',
  whoCan: {
    who: 'role',
    roles: ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'],
  },
};
const slotIssues = loadedState('APPOINTMENT_SLOT_ISSUES', times(9, slotIssueRow));
const loading = { status: 'loading', since: at('11-23T14:31') } as const;
const noneOf = (filter: ProviderWorklistState['filter']) =>
  loadedState('REFERRALS_FOR_REVIEW', [], { filter });
const referrer = { session: { can: (action: string) => action === 'see-referrer-worklist' } };
const largest: DeskRow[] = manyRows(6_290);

export const fixtureSet: FixtureSet = {
  title: 'Worklist',
  define: defineWorklist,
  fixtures: {
    'referrals for review': listing(loadedState('REFERRALS_FOR_REVIEW', review, { since }), {
      place: { current: ubrnOf(3) },
    }),
    'slot issues': listing(slotIssues, {
      place: { selected: new Set([ubrnOf(1), ubrnOf(3)]), current: ubrnOf(3) },
    }),
    'advice and guidance': listing(
      loadedState('ADVICE_AND_GUIDANCE_REQUESTS', times(7, adviceRow)),
    ),
    'not loaded': listing({}),
    'loading for the first time': listing({ load: loading }),
    'loading again': listing({ ...before, load: loading }),
    'stopped by the user': listing({ load: { status: 'stopped' } }),
    'stopped, with rows': listing({ ...before, load: { status: 'stopped' } }),
    'failed at the first load': failedWith(
      {},
      { status: 'failed', problem: timedOut, at: at('11-23T14:32') },
    ),
    'failed, an old list': failedWith(before, {
      status: 'failed',
      problem: timedOut,
      at: at('11-23T14:32'),
    }),
    'session ended': failedWith(before, {
      status: 'failed',
      problem: problem('session-ended', { httpStatus: 401 }),
      at: at('11-23T14:32'),
    }),
    'too large': failedWith(
      {},
      { status: 'too-large', problem: tooLarge, isCertain: true, at: at('11-23T14:32') },
    ),
    'too large, most likely': failedWith(before, {
      status: 'too-large',
      problem: likelyTooLarge,
      isCertain: false,
      at: at('11-23T14:32'),
    }),
    'nothing to review': listing(noneOf({})),
    'nothing with these filters': listing(
      noneOf({ specialty: 'RHEUMATOLOGY', clinician: { sdsUserId: '555036671101' } }),
    ),
    filtered: listing(
      loadedState('REFERRALS_FOR_REVIEW', review.slice(0, 3), {
        filter: { serviceId: '201', location: 'RWX01', clinician: 'NOT_ASSIGNED' },
      }),
    ),
    'filter changed, not loaded': listing({ ...before, filter: { location: 'RWX02' } }),
    'found some': listing({ ...before, sought: 'skin', rows: review.slice(0, 2), withoutName: 2 }),
    'found none': listing({ ...before, sought: 'Nobody', rows: [], withoutName: 2 }),
    'only new and changed, none left': listing({
      ...loadedState('REFERRALS_FOR_REVIEW', review, {
        since: { at: at('11-23T13:10'), marks: new Map(), gone: [] },
      }),
      onlyNews: true,
      rows: [],
    }),
    'decided here': listing({
      ...before,
      finished: new Map([
        [ubrnOf(0), { action: 'accept-referral', at: at('11-23T14:36') }],
        [ubrnOf(2), { action: 'reject-referral', at: at('11-23T14:37') }],
      ]),
    }),
    'names not there yet': listing({ ...before, patients: new Map() }),
    'the host knows no names': listing({
      ...before,
      patients: new Map(review.map((_, nth) => [patientOf(nth), { status: 'unavailable' }])),
    }),
    'plan a filter': listing(loadedState('REFERRALS_FOR_REVIEW', manyRows(4_900))),
    'the largest list': listing(loadedState('REFERRALS_FOR_REVIEW', largest), {
      place: { current: ubrnOf(9) },
    }),
    'details of a lists-only role': listing(
      { ...slotIssues, opening: listsOnly },
      { place: { current: ubrnOf(3), details: ubrnOf(3) } },
    ),
    'this system opens no record': listing(before, {
      session: { openRow: undefined },
      place: { current: ubrnOf(2), details: ubrnOf(2) },
    }),
    'letters missing': listing(loadedState('LETTERS_OUTSTANDING', times(4, letterRow)), referrer),
    'awaiting booking': listing(loadedState('AWAITING_BOOKING', times(5, followUpRow)), referrer),
    'rejected or returned': listing(
      loadedState(
        'REJECTED_TRIAGE_RESPONSE',
        times(3, (nth) =>
          followUpRow(nth, {
            list: 'REJECTED_TRIAGE_RESPONSE',
            state: { code: nth ? 'TRIAGE_RESPONSE' : 'REJECTED' },
            reason: { code: 'FURTHER_INFORMATION', display: 'Further information required' },
          }),
        ),
      ),
      referrer,
    ),
    'no list for this role': listing({}, { session: { can: () => false } }),
    'the lists did not start': inSession(
      listingSession(stillList(), { worklist: () => Promise.reject(new Error('No such part.')) }),
    ),
    'outside a session': inSession(undefined),
    waiting: inSession({ status: 'waiting' }),
  },
};
