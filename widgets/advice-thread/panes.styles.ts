import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

/** Facts, conversation and answer: one below the other, in two columns, then in three. */
export const paneStyles = css`
  .panes,
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .panes > *,
  .ask > * {
    min-width: 0;
  }
  .pane {
    align-content: start;
    padding: 12px 16px;
  }
  .pane__head {
    font-size: ${rem(16)};
  }
  .pane__head--large {
    font-size: ${rem(20)};
  }
  .pane > *,
  .form,
  .form > *,
  .commit,
  .convert {
    width: 100%;
  }
  .facts-pane {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(220)}), 1fr));
    align-content: start;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  @container (min-width: 480px) {
    .facts-pane .ui-facts--columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .answer {
    border-top: 2px solid ${token('colour-text-2')};
  }
  .commit,
  .convert {
    padding-top: 12px;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .commit > .ui-row {
    width: 100%;
  }
  .commit #advice-send,
  .commit #ask-send {
    flex: 1 1 ${rem(180)};
  }
  .commit .ui-button--danger:not([aria-disabled]) {
    min-height: ${rem(40)};
    border-color: transparent;
    background: ${token('colour-error-text')};
    color: ${token('colour-ground')};
  }
  .clock {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 3px;
  }
  .clock__day {
    height: 8px;
    border: 1px solid ${token('colour-text-2')};
  }
  .clock__day--gone {
    background: ${token('colour-text-2')};
  }
  .clock__day--late {
    border-color: ${token('colour-error-text')};
    background: ${token('colour-error-text')};
  }
  .files {
    display: grid;
    gap: 8px;
  }
  .files__links {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px 14px;
  }
  .files__blocked {
    font-size: ${rem(14)};
  }
  .ask__criteria {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(220)}), 1fr));
    gap: 12px 24px;
    align-items: end;
  }
  .ask__head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
  }
  .ask__head > .ui-button {
    margin-left: auto;
  }
  @container (min-width: 960px) {
    .panes {
      grid-template-columns: minmax(0, 1fr) ${rem(400)};
    }
    .facts-pane {
      grid-column: 1 / -1;
    }
    .ask {
      grid-template-columns: minmax(0, 1fr) ${rem(400)};
    }
    .answer {
      border-top: 0;
    }
    .answer,
    .ask__beside {
      border-left: 1px solid ${token('colour-line-2')};
    }
  }
  @container (min-width: 1240px) {
    .panes {
      grid-template-columns: ${rem(250)} minmax(0, 1fr) ${rem(430)};
    }
    .facts-pane {
      grid-column: auto;
      grid-template-columns: minmax(0, 1fr);
      border-right: 1px solid ${token('colour-line-2')};
      border-bottom: 0;
    }
    .facts-pane > .pane + .pane {
      border-top: 1px solid ${token('colour-line-2')};
    }
  }
  @container (max-width: 479.9px) {
    .pane,
    .head,
    .alone,
    .message,
    .thread__head {
      padding-right: 12px;
      padding-left: 12px;
    }
  }
  @media (forced-colors: active) {
    .clock__day--gone,
    .clock__day--late {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .commit .ui-button--danger:not([aria-disabled]) {
      border-color: ButtonBorder;
    }
  }
`;
