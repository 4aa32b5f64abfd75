import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

export const sessionStyles = css`
  .session__panel {
    padding: min(16px, 3.75cqi);
    border: 1px solid ${token('colour-line-2')};
  }
  .session__locked {
    padding: 24px 16px;
    border-top: 5px solid ${token('colour-text')};
    background: ${token('colour-ground-2')};
  }
  .ui-message p {
    margin-top: 8px;
  }
  .session__choices {
    display: grid;
    gap: 8px;
    max-width: ${rem(720)};
  }
  .session__who {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 4px 16px;
    font-size: ${rem(13)};
    color: ${token('colour-text-2')};
  }
  /* In sight on every screen; at 400 % zoom it would cover too much of it. */
  @media (min-height: 420.1px) {
    .ui-training {
      position: sticky;
      top: 0;
      z-index: 2;
    }
  }
  [hidden] {
    display: none;
  }
`;
