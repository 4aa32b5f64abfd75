import { css } from 'lit';
import { focusFill, rem, token } from '../../src/ui/tokens.ts';

const frame = css`
  .picker--alone {
    border: 1px solid ${token('colour-line-2')};
  }
  .referral,
  .head,
  .slots,
  .notes,
  .outcome {
    padding: 12px 16px;
  }
  .referral,
  .head {
    border-bottom: 1px solid ${token('colour-line')};
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 24px;
  }
  .head > h2 {
    justify-self: start;
  }
  .slots,
  .notes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .notes:empty {
    display: none;
  }
  .band {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding: 8px 16px;
    margin: 0 -16px;
    background: ${token('colour-ground-2')};
  }
  .subject__service {
    font-size: ${rem(15)};
    font-weight: 400;
  }
  .two-columns {
    display: grid;
    gap: 20px;
    padding: 16px;
  }
  .two-columns > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
  }
  .nearest,
  .outcome > .ui-row {
    width: 100%;
  }
  .checked {
    font-size: ${rem(14)};
    font-weight: 400;
  }
  .outcome .ui-table thead > tr > :first-child {
    width: ${rem(112)};
  }
  /* A short first column keeps its words whole. */
  .ui-table th,
  .ui-table td {
    overflow-wrap: break-word;
  }
  .print-room {
    position: absolute;
    width: 0;
    height: 0;
    overflow: hidden;
  }
  .clock-change {
    font-size: ${rem(14)};
  }
  @container (min-width: 768px) {
    .head {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
    .head > .earliest {
      grid-column: 1 / -1;
    }
    .two-columns {
      grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
    }
    .aside .ui-unavailable {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    .aside {
      padding-left: 20px;
      border-left: 1px solid ${token('colour-line')};
    }
  }
  @container (max-width: 479.9px) {
    .referral,
    .head,
    .slots,
    .notes,
    .outcome,
    .two-columns {
      padding-right: 12px;
      padding-left: 12px;
    }
    .band {
      margin: 0 -12px;
      padding: 8px 12px;
    }
  }
`;

const filters = css`
  .filters {
    display: grid;
    gap: 12px 16px;
    padding: 12px 16px;
    border-bottom: 1px solid ${token('colour-line')};
    background: ${token('colour-ground-2')};
  }
  .filters__times {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .filters-fold {
    padding: 8px 16px 0;
  }
  .filters-fold > summary {
    list-style: none;
  }
  .filters-fold > .filters {
    margin: 8px -16px 0;
  }
  .filters-fold + .filters__showing {
    padding: 4px 16px 0;
  }
  .page-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 20px;
  }
  .segments {
    display: flex;
  }
  .segment {
    min-height: ${rem(32)};
    padding: 4px 16px;
    border: 1px solid ${token('colour-text-2')};
    border-radius: 0;
    background: ${token('colour-ground')};
    color: ${token('colour-brand')};
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  .segment + .segment {
    border-left: 0;
  }
  .segment[aria-pressed='true'] {
    border-color: ${token('colour-brand-dark')};
    background: ${token('colour-brand-dark')};
    color: ${token('colour-ground')};
  }
  .go-to {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
  }
  @container (min-width: 768px) {
    .filters {
      grid-template-columns: minmax(0, 4fr) minmax(0, 4fr) auto minmax(0, 3fr);
      align-items: start;
    }
    .filters__showing {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 1024px) {
    .filters {
      grid-template-columns: ${rem(170)} ${rem(170)} auto ${rem(160)} minmax(0, 1fr);
    }
    .filters__showing {
      grid-column: auto;
      align-self: end;
      text-align: right;
    }
  }
  @container (max-width: 479.9px) {
    .filters-fold {
      padding: 8px 12px 0;
    }
    .filters-fold > summary {
      width: 100%;
    }
    .filters-fold > .filters {
      margin: 8px -12px 0;
      padding: 12px;
    }
    .filters-fold + .filters__showing {
      padding: 4px 12px 0;
    }
  }
`;

const week = css`
  .grid {
    width: 100%;
    border-collapse: collapse;
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

const slots = css`
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
    .segment[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: HighlightText;
      background: Highlight;
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

/** Tokens in, parts out; the rest comes from the shared sheets. */
export const slotPickerStyles = css`
  ${frame}${filters}${week}${slots}
`;
