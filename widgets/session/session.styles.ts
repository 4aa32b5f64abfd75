import { css } from 'lit';

export const sessionStyles = css`
  .session__panel {
    padding: 16px;
    border: 1px solid var(--ers-colour-line-2);
  }
  .session__locked {
    padding: 24px 16px;
    border-top: 5px solid var(--ers-colour-text);
    background: var(--ers-colour-ground-2);
  }
  .session__choices {
    display: grid;
    gap: 8px;
    max-width: 560px;
  }
  .session__who {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 4px 16px;
    font-size: calc(13 / 16 * var(--ers-rem, 16px));
    color: var(--ers-colour-text-2);
  }
  [hidden] {
    display: none;
  }
`;
