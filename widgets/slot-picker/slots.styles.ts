import { css } from 'lit';
import { focusFill, rem, token } from '../../src/ui/tokens.ts';

/** The week: a table whose day heads stay in sight. */
export const weekStyles = css`
  .grid {
    width: 100%;
    /* Collapsed borders would not go along with heads that stay. */
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }
  .grid__corner {
    width: clamp(${rem(164)}, 17cqi, ${rem(190)});
  }
  .grid th {
    text-align: left;
    vertical-align: bottom;
  }
  .grid thead th {
    padding: 4px 6px 6px;
    border-bottom: 2px solid ${token('colour-text-2')};
    font-size: ${rem(14)};
  }
  .grid thead .grid__corner {
    padding-left: 0;
  }
  /* At 400 % zoom they would cover too much of the screen. */
  @media (min-height: 480px) {
    .grid thead th {
      position: sticky;
      top: var(--ers-band, 0px);
      z-index: 1;
      background: ${token('colour-ground')};
    }
    /* Whose slots these are: below the heads of the days, as high as those are. */
    .grid__service > th {
      position: sticky;
      top: calc(var(--ers-band, 0px) + 11px + ${rem(38)});
      z-index: 1;
    }
    .grid thead th:first-child {
      box-shadow: -16px 0 0 ${token('colour-ground')};
    }
    .grid thead th:last-child {
      box-shadow: 16px 0 0 ${token('colour-ground')};
    }
    .grid button {
      scroll-margin-top: calc(var(--ers-band, 0px) + 28px + ${rem(72)});
    }
  }
  .grid__free {
    display: block;
    color: ${token('colour-text-2')};
    font-size: ${rem(13)};
    font-weight: 400;
  }
  .grid__service > th {
    padding: 6px 0;
    background: ${token('colour-ground-2')};
    box-shadow:
      -16px 0 0 ${token('colour-ground-2')},
      16px 0 0 ${token('colour-ground-2')};
  }
  .grid__facts {
    margin-left: 10px;
    color: ${token('colour-text-2')};
    font-size: ${rem(14)};
    font-weight: 400;
  }
  .grid tbody > tr:not(.grid__service) > * {
    padding: 6px 5px;
    border-bottom: 1px solid ${token('colour-line')};
    vertical-align: top;
  }
  .grid tbody > tr > th[scope='row'] {
    padding: 10px 6px 6px 0;
    font-weight: 400;
  }
  .grid tbody > tr > td + td,
  .grid tbody > tr > th + td {
    border-left: 1px solid ${token('colour-line')};
  }
  .grid tbody > tr > .grid__none {
    color: ${token('colour-text-2')};
    padding-top: 10px;
    text-align: center;
  }
  .grid__cell {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 5px 4px;
  }
  /* Two to a line, in the narrowest week too. */
  .grid__cell > .slot {
    min-width: ${rem(49)};
  }
  .grid__cell > .ui-button--link {
    padding-right: 0;
    padding-left: 0;
    font-size: ${rem(14)};
  }
`;

/** A slot, wherever it stands, and the list by day. */
export const slotStyles = css`
  .slot {
    min-width: ${rem(54)};
    min-height: ${rem(32)};
    padding: 3px 4px;
    border: 1px solid ${token('colour-brand')};
    border-radius: 3px;
    background: ${token('colour-ground')};
    color: ${token('colour-brand')};
    font: inherit;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
    cursor: pointer;
    scroll-margin-top: ${rem(56)};
  }
  .slot:hover {
    border-color: ${token('colour-brand-dark')};
    color: ${token('colour-brand-dark')};
    box-shadow: inset 0 0 0 1px ${token('colour-brand-dark')};
  }
  .slot[aria-pressed='true'] {
    border-color: ${token('colour-ground')};
    background: ${token('colour-brand-dark')};
    color: ${token('colour-ground')};
    box-shadow: 0 0 0 2px ${token('colour-brand-dark')};
  }
  .slot:focus-visible {
    ${focusFill}
  }
  .slot[aria-pressed='true']:focus-visible {
    position: relative;
    border-color: ${token('colour-ground')};
    background: ${token('colour-brand-dark')};
    color: ${token('colour-ground')};
    box-shadow:
      0 0 0 3px ${token('colour-focus')},
      0 2px 0 4px ${token('colour-focus-edge')};
  }
  /* What gets the focus is not under the commit area, which stays in sight. */
  .picker--chosen .slot,
  .picker--chosen .step .ui-button {
    scroll-margin-bottom: calc(var(--foot, 0px) + 12px);
  }
  .segment:focus-visible,
  .filters-fold > summary:focus-visible {
    ${focusFill}
  }
  .list__day {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
    margin: 0 -16px;
    padding: 6px 16px;
    border-top: 1px solid ${token('colour-line-2')};
    border-bottom: 1px solid ${token('colour-line')};
    background: ${token('colour-ground-2')};
  }
  .list__slot {
    display: grid;
    grid-template-columns: ${rem(64)} minmax(0, 1fr);
    gap: 12px;
    align-items: start;
    padding: 9px 0;
    border-bottom: 1px solid ${token('colour-line')};
  }
  .list__slot > .slot {
    min-height: ${rem(44)};
  }
  .list__slot--chosen {
    margin: 0 -16px;
    padding: 9px 16px;
    background: ${token('colour-info-ground')};
  }
  .list__more {
    padding: 6px 0;
  }
  @container (max-width: 479.9px) {
    .list__day,
    .list__slot--chosen {
      margin: 0 -12px;
      padding-right: 12px;
      padding-left: 12px;
    }
  }
  @media (forced-colors: active) {
    .slot[aria-pressed='true'],
    .slot[aria-pressed='true']:focus-visible,
    .segment[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: HighlightText;
      background: Highlight;
      box-shadow: none;
      color: HighlightText;
    }
    .slot:focus-visible,
    .segment:focus-visible,
    .filters-fold > summary:focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
