import { css } from 'lit';
import { rem, token } from './tokens.ts';

/** Tables; below 480px each row is a block of labels and values. */
export const tableStyles = css`
  .ui-table {
    width: 100%;
    border-collapse: collapse;
  }
  .ui-table > caption {
    margin-bottom: 4px;
  }
  .ui-table th,
  .ui-table td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid ${token('colour-line')};
    text-align: left;
    vertical-align: top;
  }
  .ui-table thead th,
  .ui-table thead td {
    border-bottom: 2px solid ${token('colour-text-2')};
    font-size: ${rem(14)};
  }
  .ui-table__row--current {
    background: ${token('colour-info-ground')};
    box-shadow: inset 5px 0 0 ${token('colour-brand')};
    font-weight: 700;
  }
  .ui-table .ui-table__row--current > :first-child {
    padding-left: 14px;
  }
  .ui-table__row--faint > * {
    color: ${token('colour-text-2')};
    font-weight: 400;
  }
  .ui-table td + th {
    font-weight: inherit;
  }
  .ui-table__label {
    display: none;
  }
  @container (max-width: 479.9px) {
    .ui-table,
    .ui-table > caption,
    .ui-table tbody,
    .ui-table tr,
    .ui-table th,
    .ui-table td {
      display: block;
    }
    .ui-table thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .ui-table tbody > tr {
      padding: 8px 0;
      border-bottom: 1px solid ${token('colour-line-2')};
    }
    .ui-table tbody > tr > * {
      padding: 2px 0;
      border: 0;
    }
    .ui-table tbody > tr > td {
      display: grid;
      grid-template-columns: ${rem(116)} minmax(0, 1fr);
      gap: 0 12px;
    }
    .ui-table tbody > tr > td:has(> div:empty) {
      display: none;
    }
    .ui-table tbody > tr > td > :only-child {
      grid-column: 1 / -1;
    }
    .ui-table tbody > .ui-table__row--current {
      padding-left: 14px;
    }
    .ui-table .ui-table__row--current > :first-child {
      padding-left: 0;
    }
    .ui-table__label {
      display: block;
      color: ${token('colour-text-2')};
      font-weight: 400;
    }
  }
  @media (forced-colors: active) {
    .ui-table__row--current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
