import { css, unsafeCSS, type CSSResult } from 'lit';

/**
 * The one set of design tokens. A vendor themes by setting `--ers-<name>` on any ancestor of a
 * widget; what is not set keeps the value here.
 */
export const TOKENS = {
  'colour-brand': '#005eb8',
  'colour-brand-dark': '#003087',
  'colour-action': '#007f3b',
  'colour-action-edge': '#00401e',
  'colour-text': '#212b32',
  'colour-text-2': '#4c6272',
  'colour-focus': '#ffeb3b',
  'colour-focus-edge': '#212b32',
  'colour-line': '#d8dde0',
  'colour-line-2': '#aeb7bd',
  'colour-ground': '#ffffff',
  'colour-ground-2': '#f0f4f5',
  'colour-error': '#d5281b',
  'colour-error-text': '#b01f14',
  'colour-error-ground': '#fdf1f0',
  'colour-warn': '#ffb81c',
  'colour-warn-ground': '#fff8e1',
  'colour-ok-ground': '#eef7f1',
  'colour-info-ground': '#eef4fa',
  'font-family': 'Arial, Helvetica, sans-serif',
} as const;

export type TokenName = keyof typeof TOKENS;

/** A token for a `css` literal: `color: ${token('colour-text-2')}`. A wrong name does not compile. */
export function token(name: TokenName): CSSResult {
  return unsafeCSS(`var(--ers-${name},${TOKENS[name]})`);
}

/**
 * A length that follows `--ers-rem`, in CSS pixels at its default of 16px. `1rem` makes the widgets
 * follow the text size of the user's browser.
 */
export function rem(pixels: number): CSSResult {
  return unsafeCSS(`calc(${pixels / 16}*var(--ers-rem,16px))`);
}

/** Ground, text and lower edge of a focused link or button. */
export const focusFill = css`
  background: ${token('colour-focus')};
  color: ${token('colour-focus-edge')};
  border-color: transparent;
  box-shadow: 0 4px 0 ${token('colour-focus-edge')};
  outline: 3px solid transparent;
  text-decoration: none;
`;
