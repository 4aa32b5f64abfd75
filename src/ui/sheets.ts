import { unsafeCSS, type CSSResult } from 'lit';
import forms from './nhs/forms.scss?inline';
import { baseStyles } from './base.styles.ts';
import { controlStyles } from './controls.styles.ts';
import { panelStyles } from './panels.styles.ts';
import { patientStyles } from './patient.styles.ts';
import { tableStyles } from './tables.styles.ts';
import { waitStyles } from './wait.styles.ts';

/** Made once and adopted by every widget's shadow root. Later ones win over the NHS sheet. */
export const sheets: readonly CSSResult[] = [
  unsafeCSS(forms),
  baseStyles,
  controlStyles,
  panelStyles,
  tableStyles,
  patientStyles,
  waitStyles,
];
