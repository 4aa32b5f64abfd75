import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

/** Choices, their fields, and the button. */
export const decisionStyles = css`
  .choices,
  .fields,
  .commit,
  .other,
  .conflict__columns {
    width: 100%;
  }
  .choices {
    display: grid;
    gap: 8px;
  }
  .choice__head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 8px;
  }
  .choice__head > kbd {
    margin-top: 5px;
  }
  .choice__head .nhsuk-radios__item {
    flex: 1;
  }
  .choice__head label {
    font-weight: 700;
  }
  .choice__note {
    padding-left: ${rem(38)};
  }
  .choice--forbidden {
    padding: 4px 8px 8px;
    border: 1px dashed ${token('colour-text-2')};
  }
  .why {
    padding-left: 10px;
    border-left: 4px solid ${token('colour-line-2')};
    font-size: ${rem(14)};
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin-top: 6px;
    padding-left: 12px;
    border-left: 4px solid ${token('colour-line-2')};
  }
  .commit {
    padding-top: 12px;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .commit .ui-button--primary,
  .commit #review-send {
    flex: 1 1 ${rem(180)};
  }
  /* What takes something away is filled, as the button that sends is. */
  .commit .ui-button--danger:not([aria-disabled]) {
    min-height: ${rem(40)};
    border-color: transparent;
    background: ${token('colour-error-text')};
    color: ${token('colour-ground')};
  }
  .other {
    padding-top: 12px;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .other > *,
  .pane--decision > .choice--forbidden {
    width: 100%;
  }
  .pane--decision .ui-message .ui-row {
    margin-top: 8px;
  }
  .pane--decision .ui-unavailable {
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .said,
  .kept .ui-copyable > :first-child {
    white-space: pre-wrap;
  }
  .conflict .ui-table th,
  .conflict .ui-table td {
    overflow-wrap: break-word;
  }
  .conflict__columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px 24px;
  }
  .conflict__columns > .ui-stack {
    align-content: start;
  }
  @container (min-width: 768px) {
    .conflict__columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  /* Where the decision is below what it is about, its button stays in sight; not at 400 % zoom. */
  @media (min-height: 640px) {
    .panes--tabs .commit--chosen {
      position: sticky;
      bottom: 0;
      z-index: 1;
      padding-bottom: 8px;
      background: ${token('colour-ground')};
    }
  }
  @media (forced-colors: active) {
    .commit .ui-button--danger:not([aria-disabled]) {
      border-color: ButtonBorder;
    }
  }
`;
