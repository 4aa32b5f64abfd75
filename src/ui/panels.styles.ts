import { css } from 'lit';
import { rem, token } from './tokens.ts';

/** Messages, tags, facts, the as-of line, dialogs. */
export const panelStyles = css`
  .ui-message {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border-left: 5px solid ${token('colour-brand')};
    background: ${token('colour-info-ground')};
  }
  .ui-message--ok {
    border-color: ${token('colour-action')};
    background: ${token('colour-ok-ground')};
  }
  .ui-message--warn {
    border-color: ${token('colour-warn')};
    background: ${token('colour-warn-ground')};
  }
  .ui-message--error {
    border-color: ${token('colour-error')};
    background: ${token('colour-error-ground')};
  }
  .ui-message__title {
    font-size: ${rem(17)};
    font-weight: 700;
    line-height: 1.25;
  }
  .ui-tag {
    display: inline-block;
    padding: 2px 8px;
    border: 1px solid ${token('colour-text')};
    font-size: ${rem(14)};
    font-weight: 700;
    line-height: 1.25;
    white-space: nowrap;
  }
  .ui-tag--strong {
    background: ${token('colour-text')};
    color: ${token('colour-ground')};
  }
  .ui-tag--info {
    border-color: ${token('colour-brand')};
    background: ${token('colour-brand')};
    color: ${token('colour-ground')};
  }
  .ui-facts {
    display: grid;
    gap: 4px 20px;
  }
  .ui-fact {
    display: grid;
    grid-template-columns: ${rem(116)} minmax(0, 1fr);
    gap: 0 12px;
    align-items: baseline;
  }
  .ui-fact > dt {
    color: ${token('colour-text-2')};
  }
  .ui-fact--strong > dd {
    font-weight: 700;
  }
  .ui-fact--alert > dd {
    margin-left: -9px;
    padding: 1px 8px 1px 6px;
    border-left: 3px solid ${token('colour-warn')};
    background: ${token('colour-warn-ground')};
    font-weight: 700;
  }
  .ui-facts--line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
  }
  .ui-facts--line > .ui-fact {
    display: flex;
    gap: 6px;
  }
  @container (min-width: 480px) {
    .ui-facts--columns {
      grid-template-columns: repeat(auto-fit, minmax(${rem(110)}, 1fr));
    }
    .ui-facts--columns > .ui-fact {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
    }
    .ui-facts--columns dt {
      font-size: ${rem(14)};
    }
  }
  .ui-as-of {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .ui-as-of--old {
    padding: 4px 8px;
    background: ${token('colour-warn-ground')};
    box-shadow: inset 3px 0 0 ${token('colour-warn')};
  }
  .ui-dialog {
    width: min(${rem(560)}, calc(100% - 24px));
    padding: 16px;
    border: 0;
    border-top: 5px solid ${token('colour-brand')};
    background: ${token('colour-ground')};
    color: inherit;
  }
  .ui-dialog[open] {
    display: grid;
    gap: 12px;
  }
  .ui-dialog::backdrop {
    background: rgb(33 43 50 / 70%);
  }
  @container (max-width: 479.9px) {
    .ui-message {
      padding: 10px 12px;
    }
  }
  @media (forced-colors: active) {
    .ui-message,
    .ui-dialog,
    .ui-as-of--old {
      border: 1px solid CanvasText;
      border-left-width: 5px;
    }
    .ui-fact--alert > dd {
      border-left: 3px solid CanvasText;
    }
  }
`;
