import { html } from 'lit';
import { errorSummary } from './error-summary.ts';
import type { FixtureSet } from './fixture.ts';
import { message } from './message.ts';
import { radios } from './radios.ts';

const ignore = (): void => {};

export const fixtureSet: FixtureSet = {
  title: 'Messages',
  fixtures: {
    info: () =>
      message({
        kind: 'info',
        title: 'Clocks go back on Sun 25-Oct-2026 at 02:00',
        content: 'Times up to Sat 24-Oct-2026 are BST. Times from Sun 25-Oct-2026 are GMT.',
      }),
    ok: () =>
      message({
        kind: 'ok',
        title: 'Referral created. UBRN 0000 4928 3317. Not booked yet',
        content: '3 services need a letter, so attach it now.',
      }),
    warn: () =>
      message({
        kind: 'warn',
        title: 'We do not know if the referral was made',
        content: html`It was sent once at 10:42:08 and the answer was lost.
          <strong>Do not create it again, here or in e-RS.</strong>`,
      }),
    'error with references': () =>
      message({
        kind: 'error',
        title: 'Stopped: the patient details do not match',
        content: 'The two dates of birth are different for this NHS number. Nothing was sent.',
        references: [{ label: 'Correlation id', value: 'c04e77b1-2a9d-4f15-9d3e-0a4b6c1d2e3f' }],
      }),
    'error summary with its field': () =>
      html`<div class="ui-stack">
        ${errorSummary([{ fieldId: 'summary-priority', text: 'Select a priority' }])}
        ${radios({
          id: 'summary-priority',
          label: 'Priority',
          error: 'Select a priority',
          options: [
            { value: 'ROUTINE', label: 'Routine' },
            { value: 'URGENT', label: 'Urgent' },
          ],
          value: undefined,
          onChange: ignore,
        })}
      </div>`,
  },
};
