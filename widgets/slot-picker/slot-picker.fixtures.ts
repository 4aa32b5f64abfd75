import type { TemplateResult } from 'lit';
import { html } from 'lit/static-html.js';
import type { BookPhase, BookSlotState, DeferCause } from '../../src/flows/book-slot.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { tag } from '../../src/ui/tags.ts';
import type { ReadySession } from '../session/context.ts';
import { defineSlotPicker } from './define.ts';
import {
  at,
  bookedReferral,
  chosen,
  deferredReferral,
  eastgate,
  northmoor,
  phones,
  phonesOrTriage,
  problem,
  referral,
  triage,
  triageReferral,
  UBRN,
  withoutSlots,
} from './sample-slots.ts';
import { stillFlow, stillSession } from './still-flow.ts';

/** Standing alone, with a flow that has come so far. */
function alone(
  change: Partial<BookSlotState>,
  session: Partial<ReadySession> = {},
): () => TemplateResult {
  const name = tag('slot-picker');
  return () => {
    const ready = stillSession({
      flows: { ...stillSession().flows, bookSlot: () => stillFlow(change) },
      ...session,
    });
    // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
    return html`<${name} ubrn=${UBRN} .session=${ready}></${name}>`;
  };
}

/** Inside another widget, which has the bar. */
function nested(change: Partial<BookSlotState>): () => TemplateResult {
  const name = tag('slot-picker');
  return () =>
    // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
    html`<${name} .flow=${stillFlow(change)} .session=${stillSession()}></${name}>`;
}

/** As `alone`, where opening the referral finds this end. */
function openedAs(end: Partial<BookSlotState>): () => TemplateResult {
  const opening: BookPhase = { status: 'opening', ubrn: UBRN, since: at('16T09:49:37') };
  const flow = stillFlow(
    { phase: opening },
    {
      open: async () => {
        await Promise.resolve();
        flow.become(end);
      },
    },
  );
  return alone({}, { flows: { ...stillSession().flows, bookSlot: () => flow } });
}

const phase = (value: BookPhase): Partial<BookSlotState> => ({ phase: value });

const lost: DeferCause = {
  serviceId: northmoor.serviceId,
  reason: 'SLOT_NOT_AVAILABLE',
  seenAt: at('16T09:49:51'),
  slot: chosen,
};
const none: DeferCause = {
  serviceId: northmoor.serviceId,
  reason: 'NO_SLOTS_AT_SERVICE',
  seenAt: at('16T09:47:12'),
};
const silent: DeferCause = { ...lost, reason: 'BOOKING_ATTEMPT_PROBLEM', slot: undefined };

const withoutLost = { ...northmoor, slots: northmoor.slots.filter(({ id }) => id !== chosen.id) };

/** Before anything was sent. */
const opened = at('16T09:44:02');
const unbookedAt = at('16T09:48:36');

const unanswered: Extract<BookPhase, { status: 'unanswered' }> = {
  status: 'unanswered',
  write: 'booking',
  slot: chosen,
  problem: problem('provider-silent', { httpStatus: 504 }),
  sentAt: at('16T09:45:06'),
  readings: [
    { at: unbookedAt, found: 'unbooked' },
    { at: at('16T09:48:46'), found: 'not-read' },
  ],
  nextReadingAt: at('16T09:49:46'),
  settled: false,
};
const lastReading = { at: at('16T09:49:36'), found: 'unbooked' } as const;

export const fixtureSet: FixtureSet = {
  title: 'Slot picker',
  define: () => defineSlotPicker(),
  fixtures: {
    choosing: alone({}),
    chosen: alone({ chosen }),
    'chosen, nested': nested({ chosen }),
    'chosen, training': alone({ chosen }, { environment: 'training' }),
    'old slots': alone({
      services: [
        { ...eastgate, load: { status: 'loaded', at: at('16T09:40:00'), total: 17 } },
        northmoor,
      ],
    }),
    'more at e-RS': alone({
      services: [
        eastgate,
        {
          ...northmoor,
          load: { status: 'loaded', at: at('16T09:47:12'), total: 240, nextPage: 2 },
        },
      ],
    }),
    'checking again': alone({
      chosen,
      services: [{ ...eastgate, load: { status: 'loading', since: at('16T09:49:38') } }, northmoor],
    }),
    'checking again stopped': alone({
      chosen,
      services: [
        {
          ...eastgate,
          load: { status: 'loaded', at: at('16T09:40:00'), total: 17, isStopped: true },
        },
        northmoor,
      ],
    }),
    'first reading stopped': alone({
      services: [{ ...eastgate, slots: [], load: { status: 'stopped' } }, northmoor],
    }),
    'reading all slots': alone({
      services: [{ ...eastgate, slots: [], load: { status: 'loading', since: at('16T09:49:38') } }],
    }),
    'a service failed': alone({
      services: [
        eastgate,
        {
          ...northmoor,
          slots: [],
          load: { status: 'failed', problem: problem('no-answer', { httpStatus: 503 }) },
        },
      ],
    }),
    'none at a service': alone({ services: [eastgate, withoutSlots, phones], causes: [none] }),
    'none anywhere': alone({ services: [withoutSlots, triage], causes: [none] }),
    'opened by its UBRN': alone({
      services: [{ ...eastgate, wayToBook: 'unknown' }, phonesOrTriage],
    }),
    'only phones and triage': alone({ services: [phones, triage] }),
    'names not returned': alone({
      services: [
        { ...northmoor, name: undefined, distance: undefined, appointmentType: undefined },
      ],
      ruleOrganisation: { odsCode: 'A81001', from: 'own-organisation' },
    }),
    'not allowed for the role': alone(
      { chosen },
      { can: (action) => action !== 'book-appointment' },
    ),
    opening: alone({
      referral: undefined,
      services: [],
      phase: { status: 'opening', ubrn: UBRN, since: at('16T09:49:37') },
    }),
    'open stopped': alone({
      referral: undefined,
      services: [],
      phase: { status: 'open-stopped', ubrn: UBRN },
    }),
    'open failed': alone({
      referral: undefined,
      services: [],
      phase: {
        status: 'open-failed',
        ubrn: UBRN,
        problem: problem('not-found', { httpStatus: 404 }),
      },
    }),
    'needs services': alone({ services: [], phase: { status: 'needs-services' } }),
    sending: alone({
      readAt: opened,
      chosen,
      phase: { status: 'sending', write: 'booking', since: at('16T09:49:06') },
    }),
    'still no answer': alone({
      readAt: opened,
      chosen,
      phase: { status: 'sending', write: 'booking', since: at('16T09:47:10') },
    }),
    'sending a deferral': alone({
      readAt: opened,
      deferral: { cause: lost, comment: '' },
      phase: { status: 'sending', write: 'deferral', since: at('16T09:49:36') },
    }),
    'reading back': alone({
      readAt: opened,
      chosen,
      phase: { status: 'reading-back', write: 'booking', since: at('16T09:49:39') },
    }),
    booked: alone({
      referral: bookedReferral,
      readAt: at('16T09:49:52'),
      chosen,
      phase: { status: 'booked', at: at('16T09:49:52'), confirmed: true },
    }),
    'booked, not read again': alone({
      referral: bookedReferral,
      phase: { status: 'booked', at: at('16T09:49:52'), confirmed: false },
    }),
    'booked while another record was open': openedAs({
      referral: bookedReferral,
      readAt: at('16T09:49:39'),
      phase: {
        status: 'booked',
        at: at('16T09:49:39'),
        confirmed: true,
        sentAt: at('16T09:45:06'),
      },
    }),
    'booked before': openedAs({
      referral: bookedReferral,
      phase: { status: 'booked', at: at('16T09:49:39'), confirmed: true },
    }),
    deferred: alone({
      readAt: at('16T09:52:11'),
      referral: deferredReferral,
      phase: {
        status: 'deferred',
        at: at('16T09:52:11'),
        confirmed: true,
        contactBy: '2026-10-30' as LocalDate,
      },
    }),
    'deferred, day not told': alone({
      referral: deferredReferral,
      phase: { status: 'deferred', at: at('16T09:52:11'), confirmed: false },
    }),
    'slot gone': alone({
      services: [eastgate, withoutLost, triage],
      causes: [lost],
      phase: {
        status: 'slot-gone',
        slot: chosen,
        problem: problem('slot-taken', { ersCode: 'SLOT_NOT_AVAILABLE' }),
        at: at('16T09:49:51'),
      },
    }),
    'slot unsuitable': alone(
      phase({
        status: 'slot-unsuitable',
        slot: chosen,
        problem: problem('slot-unsuitable', { ersCode: 'INAPPROPRIATE_SLOT' }),
        at: at('16T09:49:51'),
      }),
    ),
    'provider refused': alone({
      services: [eastgate, withoutLost],
      causes: [lost],
      phase: {
        status: 'provider-refused',
        slot: chosen,
        problem: problem('provider-refused', { httpStatus: 502 }),
        at: at('16T09:49:51'),
      },
    }),
    'referral changed': alone({
      chosen,
      referral: {
        ...referral,
        shortlist: referral.shortlist?.slice(1),
        letters: [...referral.letters, ...referral.letters],
      },
      phase: {
        status: 'referral-changed',
        before: referral,
        problem: problem('referral-changed', { httpStatus: 409 }),
        at: at('16T09:49:30'),
      },
    }),
    'referral changed, nothing shown differs': alone({
      chosen,
      phase: {
        status: 'referral-changed',
        before: referral,
        problem: problem('referral-changed', { httpStatus: 409 }),
        at: at('16T09:49:30'),
      },
    }),
    locked: alone({
      chosen,
      phase: {
        status: 'locked',
        problem: problem('locked', { httpStatus: 423 }),
        at: at('16T09:49:08'),
      },
    }),
    'not allowed': alone({
      chosen,
      phase: {
        status: 'not-allowed',
        problem: problem('forbidden', { httpStatus: 403 }),
        at: at('16T09:49:08'),
      },
    }),
    'under way since an earlier visit': alone({
      services: [],
      readAt: at('16T09:49:38'),
      phase: {
        ...unanswered,
        isUnderWay: true,
        serviceId: northmoor.serviceId,
        slot: undefined,
        readings: [],
        sentAt: at('16T09:49:06'),
        nextReadingAt: at('16T09:49:48'),
      },
    }),
    unanswered: alone({ chosen, readAt: unbookedAt, phase: unanswered }),
    'unanswered, last check failed': alone({
      readAt: unbookedAt,
      chosen,
      phase: { ...unanswered, nextReadingAt: undefined },
    }),
    'unanswered, unbooked': alone({
      chosen,
      causes: [silent],
      phase: {
        ...unanswered,
        readings: [...unanswered.readings, lastReading],
        nextReadingAt: undefined,
        settled: true,
      },
    }),
    'deferral form': alone({
      causes: [lost],
      deferral: {
        cause: lost,
        comment: 'Works nights Mon to Wed. Phone after 14:00.',
        contactBy: '2026-10-30' as LocalDate,
      },
    }),
    'deferral form, too long': alone({
      causes: [none],
      deferral: { cause: none, comment: 'Works nights. '.repeat(80) },
    }),
    'only triage': alone({ services: [triage] }),
    'triage form': alone({
      triage: {
        serviceId: triage.serviceId,
        comment: 'Has a pacemaker.',
        contactBy: '2026-10-23' as LocalDate,
      },
    }),
    'triage form, no letter, too long': alone({
      referral: { ...referral, letters: [] },
      services: [phonesOrTriage],
      triage: { serviceId: phonesOrTriage.serviceId, comment: 'Has a pacemaker. '.repeat(70) },
    }),
    'sending for triage': alone({
      triage: { serviceId: triage.serviceId, comment: '' },
      phase: { status: 'sending', write: 'triage', since: at('16T09:49:30') },
    }),
    'sent for triage': alone({
      readAt: at('16T09:52:11'),
      referral: triageReferral,
      phase: {
        status: 'sent-for-triage',
        at: at('16T09:52:11'),
        confirmed: true,
        contactBy: '2026-10-23' as LocalDate,
      },
    }),
    'sent for triage before, no letter': openedAs({
      referral: { ...triageReferral, letters: [] },
      phase: { status: 'sent-for-triage', at: at('16T09:49:39'), confirmed: true },
    }),
    'triage, locked': alone({
      triage: { serviceId: triage.serviceId, comment: 'Has a pacemaker.' },
      phase: {
        status: 'locked',
        problem: problem('locked', { httpStatus: 423 }),
        at: at('16T09:49:08'),
      },
    }),
    'triage, unanswered': alone({
      triage: { serviceId: triage.serviceId, comment: '' },
      readAt: unbookedAt,
      phase: { ...unanswered, write: 'triage', slot: undefined },
    }),
    'no session': () => {
      const name = tag('slot-picker');
      // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
      return html`<${name} ubrn=${UBRN}></${name}>`;
    },
    'no referral named': () => {
      const name = tag('slot-picker');
      // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
      return html`<${name} .session=${stillSession()}></${name}>`;
    },
  },
};
