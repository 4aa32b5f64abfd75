import { html } from 'lit';
import { checkbox } from './checkbox.ts';
import { fieldGroup } from './field.ts';
import type { FixtureSet } from './fixture.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import { textArea } from './text-area.ts';
import { textField } from './text-field.ts';

const ignore = (): void => {};
const priorities = [
  { value: 'ROUTINE', label: 'Routine' },
  { value: 'URGENT', label: 'Urgent' },
  { value: 'TWO_WEEK_WAIT', label: '2 week wait (urgent suspected cancer)' },
] as const;

export const fixtureSet: FixtureSet = {
  title: 'Fields',
  fixtures: {
    'text field': () =>
      textField({
        id: 'postcode',
        label: 'Postcode',
        hint: 'From the record. Change it if the patient wants to be seen elsewhere.',
        value: 'NM3 8RB',
        width: 'medium',
        onInput: ignore,
      }),
    'text field with words after it': () =>
      textField({
        id: 'wait',
        label: 'Indicative wait no longer than',
        hint: 'Optional. Not used for 2 week wait.',
        value: '',
        suffix: 'days',
        width: 'short',
        inputMode: 'numeric',
        onInput: ignore,
      }),
    'text field in error': () =>
      textField({
        id: 'postcode-error',
        label: 'Postcode',
        error: 'Enter a postcode to use a distance',
        value: '',
        onInput: ignore,
      }),
    'text area': () =>
      textArea({
        id: 'comment',
        label: 'Comment for the provider (optional)',
        value: 'Works nights Mon to Wed. Phone after 14:00.',
        limit: 1000,
        onInput: ignore,
      }),
    'text area, too long': () =>
      textArea({
        id: 'too-long',
        label: 'Comment for the provider (optional)',
        value: 'Works nights Mon to Wed.',
        limit: 20,
        onInput: ignore,
      }),
    'radios, nothing chosen': () =>
      radios({
        id: 'priority',
        label: 'Priority',
        hint: 'You choose. Nothing is chosen for you.',
        options: priorities,
        value: undefined,
        onChange: ignore,
      }),
    'radios in error': () =>
      radios({
        id: 'priority-error',
        label: 'Priority',
        error: 'Select a priority',
        options: priorities,
        value: undefined,
        onChange: ignore,
      }),
    'radios, one of them unavailable': () =>
      radios({
        id: 'letter',
        label: 'Referral letter',
        options: [
          { value: 'add', label: 'I will add a letter' },
          {
            value: 'none',
            label: 'I do not intend to add a letter',
            unavailable: 'Not available: all 3 services need a letter. You attach it at step 3.',
          },
        ],
        value: 'add',
        onChange: ignore,
      }),
    'tick boxes': () =>
      fieldGroup(
        { id: 'time-of-day', label: 'Time of day' },
        html`${checkbox({ id: 'morning', label: 'Morning', checked: true, onChange: ignore })}
        ${checkbox({ id: 'afternoon', label: 'Afternoon', checked: false, onChange: ignore })}
        ${checkbox({
          id: 'discharge',
          label: 'Discharge summary 03-Aug-2025',
          checked: false,
          unavailable: 'PDF, 7.4 MB. Too big: the limit is 5 MB. Save it as a smaller PDF.',
          onChange: ignore,
        })}`,
      ),
    select: () =>
      select({
        id: 'specialty',
        label: 'Specialty',
        options: [
          { value: 'CARDIOLOGY', label: 'Cardiology' },
          { value: 'ENT', label: 'Ear, Nose & Throat' },
        ],
        value: 'CARDIOLOGY',
        onChange: ignore,
      }),
    'select, nothing chosen': () =>
      select({
        id: 'clinic-type',
        label: 'Clinic type',
        error: 'Choose a clinic type',
        prompt: 'Choose a clinic type',
        options: [{ value: 'ARRHYTHMIA', label: 'Arrhythmia' }],
        value: undefined,
        onChange: ignore,
      }),
  },
};
