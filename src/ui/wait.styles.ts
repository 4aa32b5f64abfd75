import { css } from 'lit';
import { rem, token } from './tokens.ts';

/** Loading and waiting: time in words and a bar of time, nothing that turns. */
export const waitStyles = css`
  .ui-loading__head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    padding-bottom: 8px;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  .ui-ghost {
    height: ${rem(64)};
    border-bottom: 1px solid ${token('colour-line')};
    background:
      linear-gradient(${token('colour-line')} 0 0) 0 0 / 58% 15px no-repeat,
      linear-gradient(${token('colour-ground-2')} 0 0) 0 24px / 40% 10px no-repeat,
      linear-gradient(${token('colour-ground-2')} 0 0) 0 42px / 88% 10px no-repeat;
  }
  .ui-wait__time {
    font-size: ${rem(16)};
  }
  .ui-wait__time > strong {
    font-size: ${rem(20)};
  }
  .ui-wait__bar {
    height: ${rem(14)};
    border: 1px solid ${token('colour-text-2')};
    background: ${token('colour-line')};
  }
  .ui-wait__fill {
    height: 100%;
    background: ${token('colour-brand')};
    transition: width 1s linear;
  }
  .ui-wait__scale {
    display: flex;
    justify-content: space-between;
    margin-top: -8px;
    color: ${token('colour-text-2')};
    font-size: ${rem(13)};
  }
  @media (prefers-reduced-motion: reduce) {
    .ui-wait__fill {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .ui-wait__fill {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
