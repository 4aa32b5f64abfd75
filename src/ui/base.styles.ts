import { css } from 'lit';
import { rem, token } from './tokens.ts';

/** The host, headings, lists and links. */
export const baseStyles = css`
  :host {
    all: initial;
    display: block;
    container-type: inline-size;
    box-sizing: border-box;
    background: ${token('colour-ground')};
    color: ${token('colour-text')};
    font: 400 ${rem(15)} / 1.4 ${token('font-family')};
    overflow-wrap: anywhere;
    /* The part of the page that a fixed foot or head of the host may cover. */
    scroll-padding: 16px;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  h1,
  h2,
  h3 {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3,
  .ui-h2,
  .ui-h3 {
    font-weight: 700;
    line-height: 1.25;
    text-align: left;
  }
  h1,
  h2,
  .ui-h2 {
    font-size: ${rem(20)};
  }
  h3,
  .ui-h3 {
    font-size: ${rem(16)};
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  [tabindex='-1']:focus-visible {
    outline: 3px solid ${token('colour-focus-edge')};
    outline-offset: 2px;
    box-shadow: 0 0 0 2px ${token('colour-focus')};
  }
  .ui-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ui-faint {
    color: ${token('colour-text-2')};
  }
  .ui-number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .ui-stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    justify-items: start;
  }
  .ui-stack > * {
    max-width: 100%;
  }
  .ui-stack > .ui-message,
  .ui-stack > dl,
  .ui-stack > .ui-table,
  .ui-stack > .ui-ghost,
  .ui-stack > .ui-loading__head,
  .ui-stack > [class^='ui-wait__'] {
    width: 100%;
  }
  .ui-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
  }
  .ui-list {
    padding-left: 20px;
  }
  .ui-list > li + li {
    margin-top: 6px;
  }
  .ui-plain-list {
    list-style: none;
  }
  @media print {
    :host {
      background: none;
    }
  }
`;
