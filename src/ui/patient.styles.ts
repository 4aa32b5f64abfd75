import { css } from 'lit';

/** Its rules are in `sharedSheet`. */
export const patientStyles = css``;
