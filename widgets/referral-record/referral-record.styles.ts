import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';
import { decisionStyles } from './decision.styles.ts';
import { viewerStyles } from './viewer.styles.ts';

const frame = css`
  .record {
    border: 1px solid ${token('colour-line-2')};
  }
  .record:focus-visible {
    outline: none;
  }
  .record > .ui-message {
    border-bottom: 1px solid ${token('colour-line')};
  }
  .alone {
    padding: 16px;
  }
  .facts {
    padding: 8px 16px;
    border-bottom: 1px solid ${token('colour-line-2')};
    background: ${token('colour-ground-2')};
  }
  .urgent > .ui-tag {
    border-width: 2px;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 6px 16px;
    padding: 6px 16px;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  .place__to {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .panes > * {
    min-width: 0;
  }
  .pane {
    align-content: start;
    padding: 12px 16px;
  }
  .pane__head {
    font-size: ${rem(16)};
  }
  .pane--decision .pane__head,
  .conflict .pane__head {
    font-size: ${rem(20)};
  }
  .panes__side > .pane + .pane {
    border-top: 1px solid ${token('colour-line-2')};
  }
  .panes--three,
  .panes--four,
  .panes--sheet {
    min-height: ${rem(420)};
  }
  .panes--three > * + *,
  .panes--four > * + *,
  .panes--conflict > .viewer {
    border-left: 1px solid ${token('colour-line-2')};
  }
  .panes--three {
    grid-template-columns: ${rem(232)} minmax(0, 1fr) ${rem(340)};
  }
  .panes--four {
    grid-template-columns: ${rem(248)} minmax(0, 1fr) minmax(0, 1fr) ${rem(340)};
  }
  .panes--sheet {
    grid-template-columns: minmax(0, 1fr) minmax(0, ${rem(690)});
  }
  .panes--sheet > .pane--decision {
    border-left: 3px solid ${token('colour-brand')};
    box-shadow: -4px 0 8px rgb(33 43 50 / 12%);
  }
  .panes--tabs > .pane--decision {
    border-top: 2px solid ${token('colour-text-2')};
  }
  @container (min-width: 480px) {
    .facts > .ui-facts--columns {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 22px;
    }
    .facts .ui-fact {
      max-width: ${rem(200)};
    }
    .facts .ui-button--link {
      margin: ${rem(-6)} 0;
    }
  }
  @container (min-width: 960px) {
    .facts > .ui-facts--columns {
      display: grid;
      grid-template-columns: none;
      grid-auto-flow: column;
      grid-auto-columns: auto;
      justify-content: start;
    }
    .panes--conflict {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 18px;
    padding: 6px 16px;
    border-top: 1px solid ${token('colour-line-2')};
    font-size: ${rem(14)};
  }
  .keys__off {
    margin-left: auto;
  }
  kbd {
    display: inline-block;
    min-width: ${rem(22)};
    padding: 0 5px;
    border: 1px solid ${token('colour-text-2')};
    border-bottom-width: 2px;
    border-radius: 3px;
    background: ${token('colour-ground')};
    font: inherit;
    font-size: ${rem(13)};
    line-height: 1.35;
    text-align: center;
  }
  @container (max-width: 479.9px) {
    .alone,
    .facts,
    .place,
    .pane,
    .keys {
      padding-right: 12px;
      padding-left: 12px;
    }
    .place {
      justify-content: flex-start;
    }
    .place kbd,
    .keys > :not(.keys__off) {
      display: none;
    }
    .keys__off {
      margin-left: 0;
    }
  }
`;

/** Tokens in, parts out; the rest comes from the shared sheets. */
export const referralRecordStyles = css`
  ${frame}${viewerStyles}${decisionStyles}
`;
