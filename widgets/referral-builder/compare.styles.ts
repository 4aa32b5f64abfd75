import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

/** Columns of one width, and a first column that stays while they scroll. */
export const compareStyles = css`
  .compare__head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    justify-content: space-between;
  }
  .compare__head > :first-child {
    flex: 1 1 ${rem(280)};
  }
  .compare__head .ui-faint {
    margin-top: 4px;
  }
  .compare__foot {
    justify-content: space-between;
  }
  .compare__scroll {
    position: relative;
    overflow-x: auto;
  }
  .compare__scroll:focus-visible {
    outline: 3px solid ${token('colour-focus-edge')};
    outline-offset: 2px;
  }
  .compare {
    table-layout: fixed;
    width: 100%;
    min-width: calc(${rem(110)} + var(--ers-compared) * ${rem(190)});
    border-collapse: collapse;
  }
  .compare th,
  .compare td {
    padding: 8px 20px 8px 0;
    border-bottom: 1px solid ${token('colour-line')};
    text-align: left;
    vertical-align: top;
    font-weight: 400;
  }
  .compare thead th {
    font-weight: 700;
  }
  .compare thead > tr > * {
    border-bottom: 2px solid ${token('colour-text-2')};
  }
  .compare tbody th,
  .compare thead td {
    position: sticky;
    left: 0;
    width: ${rem(110)};
    background: ${token('colour-ground')};
    color: ${token('colour-text-2')};
  }
  @container (min-width: 768px) {
    .compare thead td {
      width: ${rem(150)};
    }
  }
  .compare__strong,
  .compare__alert {
    font-weight: 700;
  }
  .compare__alert {
    padding: 1px 8px 1px 6px;
    border-left: 3px solid ${token('colour-warn')};
    background: ${token('colour-warn-ground')};
  }
`;
