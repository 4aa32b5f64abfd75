import { css } from 'lit';
import { token } from '../../src/ui/tokens.ts';

export const referralRecordStyles = css`
  [part='content'] {
    border: 1px solid ${token('colour-line')};
  }
`;
