import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

/** Entries on rules, no bubbles: who on the left, what on the right. */
export const messageStyles = css`
  .thread__head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    padding: 8px 16px;
    border-bottom: 1px solid ${token('colour-line-2')};
    background: ${token('colour-ground-2')};
  }
  .thread__head > .ui-button {
    margin-left: auto;
  }
  .thread__foot {
    padding: 12px 16px;
  }
  .message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: 8px 24px;
    padding: 14px 16px;
    border-bottom: 1px solid ${token('colour-line')};
  }
  .message__who {
    font-size: ${rem(14)};
  }
  .message--service {
    border-left: 6px solid ${token('colour-brand-dark')};
    padding-left: 10px;
    background: ${token('colour-ground-2')};
  }
  .message--line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    background: ${token('colour-warn-ground')};
  }
  @container (min-width: 640px) {
    .message:not(.message--line) {
      grid-template-columns: ${rem(210)} minmax(0, 1fr);
    }
  }
`;
