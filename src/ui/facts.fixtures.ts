import { html } from 'lit';
import type { Instant, LocalDate } from '../domain/instant.ts';
import { asOf } from './as-of.ts';
import { copyable } from './copyable.ts';
import { factList } from './facts.ts';
import type { FixtureSet } from './fixture.ts';
import { textTag } from './text-tag.ts';

const received = '2026-10-16T09:47:10.000Z' as Instant;
const onCheckAgain = (): void => {};

export const fixtureSet: FixtureSet = {
  title: 'Facts, tags, as-of line',
  fixtures: {
    rows: () =>
      factList({
        facts: [
          {
            label: 'Referrer alert',
            value: 'Attach the 12-lead ECG. Referrals without an ECG tracing are returned.',
            alert: true,
          },
          { label: 'Exclusions', value: 'Under 16. Blackout during exercise.' },
          { label: 'Suggested tests', value: 'None given by the service' },
        ],
      }),
    columns: () =>
      factList({
        layout: 'columns',
        facts: [
          { label: 'Indicative wait', value: '11 days', strong: true },
          { label: 'Distance', value: '3 miles', strong: true },
          { label: 'How to book', value: 'Book here now', strong: true },
          { label: 'Referral letter', value: 'Needed', strong: true },
        ],
      }),
    'one line': () =>
      factList({
        layout: 'line',
        facts: [
          {
            label: 'UBRN',
            value: copyable({ value: '000049283317', shown: '0000 4928 3317', about: 'UBRN' }),
            strong: true,
          },
          { label: 'State', value: 'Not booked', strong: true },
          { label: 'Priority', value: 'Urgent', strong: true },
          { label: 'For', value: 'Cardiology, Arrhythmia' },
        ],
      }),
    tags: () =>
      html`<div class="ui-row">
        ${textTag({ kind: 'strong', label: '2 week wait' })}
        ${textTag({ kind: 'info', label: 'New' })} ${textTag({ label: 'Routine' })}
      </div>`,
    'as of, fresh': () =>
      asOf({
        what: 'Slots',
        at: received,
        now: '2026-10-16T09:49:20.000Z' as Instant,
        until: '2026-11-13' as LocalDate,
        onCheckAgain,
      }),
    'as of, old': () =>
      asOf({
        what: 'Slots',
        at: received,
        now: '2026-10-16T09:59:20.000Z' as Instant,
        onCheckAgain,
      }),
  },
};
