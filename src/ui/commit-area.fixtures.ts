import { html } from 'lit';
import { button } from './button.ts';
import { commitArea } from './commit-area.ts';
import type { FixtureSet } from './fixture.ts';
import { josephine, today } from './patient-banner.fixtures.ts';
import { patientBanner } from './patient-banner.ts';
import { bar } from './steps.ts';
import { trainingFrame } from './training-frame.ts';

const onPress = (): void => {};
const steps = [
  { name: 'Find services', done: true },
  { name: 'Check and create', done: false },
  { name: 'Letters', done: false },
  { name: 'Book', done: false },
];

const creating = {
  doing: 'You are creating a referral for',
  patient: josephine,
  today,
  facts: [
    { label: 'Priority', value: 'Urgent', strong: true },
    { label: 'For', value: 'Cardiology, Arrhythmia', strong: true },
    { label: 'Services', value: '3', strong: true },
    { label: 'Responsible', value: 'FENWICK, Ruth (Dr)', strong: true },
  ],
  note: 'This makes the referral in e-RS and gives it a UBRN. It does not book, and it does not send a letter.',
};

export const fixtureSet: FixtureSet = {
  title: 'Bar, steps, commit area, training',
  fixtures: {
    'bar with steps': () => bar({ title: 'e-Referral Service', steps, current: 1 }),
    'bar of a record': () => bar({ title: 'e-Referral Service', aside: 'Referral record' }),
    creating: () =>
      commitArea({
        ...creating,
        primary: button({ kind: 'primary', label: 'Create referral', onPress }),
        back: button({ kind: 'link', label: 'Back to services', onPress }),
      }),
    'being created': () =>
      commitArea({
        ...creating,
        primary: button({ kind: 'primary', label: 'Create referral', busy: 'Creating…', onPress }),
      }),
    booking: () =>
      commitArea({
        doing: 'You are booking',
        subject: 'Thu 22-Oct-2026 09:40 BST, 20 minutes',
        patient: josephine,
        today,
        facts: [{ label: 'Where', value: 'Arrhythmia Clinic, Northmoor', strong: true }],
        primary: button({ kind: 'primary', label: 'Book this appointment', onPress }),
      }),
    'a training system': () =>
      trainingFrame(
        html`${bar({ title: 'e-Referral Service', steps, current: 1 })}${patientBanner({
          patient: josephine,
          today,
        })}${commitArea({
          ...creating,
          training: true,
          primary: button({ kind: 'primary', label: 'Create training referral', onPress }),
          back: button({ kind: 'link', label: 'Back to services', onPress }),
        })}`,
      ),
  },
};
