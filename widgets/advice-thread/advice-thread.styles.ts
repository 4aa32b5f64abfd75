import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';
import { paneStyles } from './panes.styles.ts';
import { messageStyles } from './messages.styles.ts';

const frame = css`
  .advice {
    border: 1px solid ${token('colour-line-2')};
  }
  .alone {
    padding: 16px;
  }
  .start {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  @container (min-width: 768px) {
    .start {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .start > * + * {
      padding-left: 24px;
      border-left: 1px solid ${token('colour-line-2')};
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 24px;
    padding: 8px 16px;
    border-bottom: 1px solid ${token('colour-line-2')};
    background: ${token('colour-ground-2')};
  }
  .head > .ui-facts {
    flex: 1 1 ${rem(420)};
  }
  @container (min-width: 480px) {
    .head .ui-facts--columns {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 24px;
    }
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
  }
  .ubrn {
    font-size: ${rem(18)};
    font-weight: 700;
  }
  .start > * {
    align-content: start;
  }
  .said {
    white-space: pre-wrap;
  }
  .said .ui-button {
    white-space: normal;
  }
`;

/** Tokens in, parts out; the rest comes from the shared sheets. */
export const adviceThreadStyles = css`
  ${frame}${paneStyles}${messageStyles}
`;
