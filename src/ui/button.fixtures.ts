import { html } from 'lit';
import { button, buttonRow, unavailableAction } from './button.ts';
import type { FixtureSet } from './fixture.ts';

const onPress = (): void => {};

export const fixtureSet: FixtureSet = {
  title: 'Buttons',
  fixtures: {
    kinds: () =>
      buttonRow(
        button({ kind: 'primary', label: 'Check this referral', onPress }),
        button({ label: 'Compare 3 services', onPress }),
        button({ kind: 'danger', label: 'Discard the draft', onPress }),
        button({ kind: 'link', label: 'Change the search', onPress }),
      ),
    busy: () => button({ kind: 'primary', label: 'Create referral', busy: 'Creating…', onPress }),
    unavailable: () =>
      buttonRow(
        button({
          label: 'Stop booking',
          onPress,
          unavailable:
            'Not available: a booking that has been sent cannot be stopped. If it is booked, you can cancel the appointment afterwards.',
        }),
      ),
    'unavailable actions with the reason beside': () =>
      html`<div class="ui-stack">
        ${unavailableAction({
          label: 'Book',
          reason: html`Not available for your role, Referring Admin.
            <strong>A referring clinician or their admin can book.</strong>`,
        })}
        ${unavailableAction({
          label: 'Change shortlist',
          reason: html`Not available while an appointment is booked.
            <strong>Cancel the appointment first.</strong>`,
        })}
      </div>`,
    'said with what it is about': () =>
      button({ kind: 'link', label: 'Remove', about: 'Arrhythmia Clinic, Northmoor', onPress }),
  },
};
