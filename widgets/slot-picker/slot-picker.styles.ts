import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';
import { slotStyles, weekStyles } from './slots.styles.ts';

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
  .head__age {
    display: grid;
    gap: 4px;
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
    .head__age {
      justify-items: end;
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
  /* As wide as the labels of the ids below them. */
  .outcome > .ui-facts--rows > .ui-fact {
    grid-template-columns: ${rem(136)} minmax(0, 1fr);
  }
  @container (max-width: 479.9px) {
    .ui-facts.ui-facts--rows > .ui-fact.ui-fact {
      grid-template-columns: ${rem(80)} minmax(0, 1fr);
    }
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

/** Tokens in, parts out; the rest comes from the shared sheets. */
export const slotPickerStyles = css`
  ${frame}${filters}${weekStyles}${slotStyles}
`;
