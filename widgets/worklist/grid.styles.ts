import { css } from 'lit';
import { focusFill, rem, token } from '../../src/ui/tokens.ts';
import { widthStyles } from './widths.styles.ts';

const tableStyles = css`
  /* A host gives it another height by --ers-list-height. No higher than its rows fit in the page. */
  .rows {
    max-height: var(--frozen, min(var(--ers-list-height, max(70vh, 20rem)), 100rem));
    overflow: hidden auto;
    overflow-anchor: none;
    scroll-padding-top: var(--head, 0);
    border-top: 1px solid ${token('colour-line-2')};
  }
  .grid {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: ${rem(13)};
    line-height: ${18 / 13};
    overflow-wrap: break-word;
  }
  .grid th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 6px 6px 4px;
    border-bottom: 2px solid ${token('colour-text-2')};
    background: ${token('colour-ground-2')};
    text-align: left;
    vertical-align: bottom;
  }
  .sort {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .sort:hover {
    text-decoration: underline;
  }
  .under {
    display: block;
    color: ${token('colour-text-2')};
    font-weight: 400;
  }
  .arrow {
    margin-left: 4px;
    white-space: nowrap;
  }
  .grid td {
    padding: 4px 6px 3px;
    border-bottom: 1px solid ${token('colour-line')};
    vertical-align: top;
  }
  .grid tr > :first-child {
    padding-left: 14px;
  }
  .gap > td {
    padding: 0;
    border: 0;
  }
  .sub {
    color: ${token('colour-text-2')};
  }
  .label {
    display: none;
  }
  .joined {
    margin-top: 2px;
  }
  .joined__name {
    color: ${token('colour-text-2')};
  }
  .joined__name::after {
    content: ': ';
  }
  .joined > div {
    display: inline;
  }
  .open {
    min-height: ${rem(18)};
    padding: 0;
    border: 0;
    background: none;
    color: ${token('colour-brand')};
    font: inherit;
    font-weight: 700;
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 2px;
    overflow-wrap: break-word;
    cursor: pointer;
  }
  .open:focus-visible,
  .sort:focus-visible,
  .tab:focus-visible,
  summary:focus-visible {
    ${focusFill}
  }
  input[type='checkbox'] {
    width: ${rem(20)};
    height: ${rem(20)};
    margin: 0;
    accent-color: ${token('colour-text')};
  }
`;

const rowStyles = css`
  .row:hover > td {
    background: ${token('colour-ground-2')};
  }
  .row--marked > td:first-child {
    box-shadow: inset 5px 0 0 ${token('colour-brand')};
  }
  .row--finished > td {
    background: ${token('colour-ok-ground')};
  }
  .row--current > td,
  .row--current:hover > td,
  .row--open + .details > td {
    background: ${token('colour-warn-ground')};
  }
  .row--current > td {
    border-bottom-color: ${token('colour-text')};
  }
  .row--current > td:first-child {
    box-shadow: inset 5px 0 0 ${token('colour-text')};
  }
  .row--open > td {
    border-bottom-color: transparent;
  }
  .details > td {
    padding: 8px 16px 12px;
    border-bottom: 2px solid ${token('colour-text')};
  }
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px 32px;
  }
  .more__words {
    display: grid;
    gap: 8px;
    align-content: start;
  }
  /* An old list is told from a fresh one by a pattern too. */
  .rows--stale .row > td {
    background: repeating-linear-gradient(
      135deg,
      ${token('colour-ground-2')} 0 8px,
      ${token('colour-ground')} 8px 16px
    );
    color: ${token('colour-text-2')};
  }
  .rows--stale .open {
    color: ${token('colour-text')};
    text-decoration: none;
    cursor: default;
  }
  @container (min-width: 768px) {
    .more {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  @media (max-height: 479.9px) {
    .grid th {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .row--current > td {
      border-bottom: 2px solid Highlight;
    }
    .row--current > td:first-child {
      border-left: 6px solid Highlight;
    }
    .row--marked:not(.row--current) > td:first-child {
      border-left: 3px solid CanvasText;
    }
    .open:focus-visible,
    .sort:focus-visible,
    .tab:focus-visible,
    summary:focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
    .rows--stale .row > td {
      border-bottom-style: dashed;
    }
  }
`;

/** Below 640 pixels: one block for each row, labels in front of values. */
const blockStyles = css`
  .grid--blocks,
  .grid--blocks tbody,
  .grid--blocks tr,
  .grid--blocks td {
    display: block;
  }
  .grid--blocks thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .grid--blocks .row {
    padding: 8px 0;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  .grid--blocks .row > td,
  .grid--blocks .row > td:first-child {
    display: flex;
    gap: 10px;
    width: auto;
    padding: 2px 12px;
    border: 0;
    box-shadow: none;
  }
  .grid--blocks .row > td.none {
    display: none;
  }
  .grid--blocks .label {
    display: block;
    flex: 0 0 ${rem(104)};
    color: ${token('colour-text-2')};
  }
  .grid--blocks .cell {
    flex: 1 1 0;
    min-width: 0;
  }
  .grid--blocks .open {
    min-height: ${rem(32)};
  }
  .grid--blocks .row--marked {
    box-shadow: inset 5px 0 0 ${token('colour-brand')};
  }
  .grid--blocks .row--current {
    background: ${token('colour-warn-ground')};
    box-shadow: inset 5px 0 0 ${token('colour-text')};
  }
  .grid--blocks .details > td {
    padding: 8px 12px 12px;
  }
`;

export const gridStyles = [tableStyles, rowStyles, widthStyles, blockStyles];
