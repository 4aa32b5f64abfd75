import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';

/** Files, viewer, history. */
export const viewerStyles = css`
  .files {
    width: 100%;
    font-size: ${rem(14)};
  }
  .file {
    padding: 6px 0 8px 8px;
    border-bottom: 1px solid ${token('colour-line')};
    border-left: 4px solid transparent;
  }
  .file .ui-button--link {
    min-height: ${rem(28)};
    font-weight: 700;
  }
  .file--shown {
    border-left-color: ${token('colour-brand')};
    background: ${token('colour-info-ground')};
  }
  .file--blocked {
    background: ${token('colour-error-ground')};
  }
  .file__threat {
    color: ${token('colour-error-text')};
  }
  .pane--viewer > .pane__head {
    width: calc(100% + 32px);
    max-width: none;
    margin: -12px -16px 0;
    padding: 8px 16px;
    border-bottom: 1px solid ${token('colour-line-2')};
    background: ${token('colour-ground-2')};
  }
  .document {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    width: 100%;
    padding: 16px;
    border: 1px solid ${token('colour-line-2')};
  }
  .picture {
    width: 100%;
    overflow: auto;
  }
  .picture canvas {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .picture--full canvas {
    max-width: none;
  }
  .text-file {
    width: 100%;
    max-height: ${rem(640)};
    margin: 0;
    overflow: auto;
    padding: 12px;
    border: 1px solid ${token('colour-line-2')};
    font: inherit;
    white-space: pre-wrap;
  }
  .picture:focus-visible,
  .text-file:focus-visible {
    outline: 3px solid ${token('colour-focus-edge')};
    box-shadow: 0 0 0 5px ${token('colour-focus')};
  }
  .timeline > li {
    padding: 0 0 10px 14px;
    border-left: 2px solid ${token('colour-line-2')};
    font-size: ${rem(14)};
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    padding: 0 8px;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  .tab {
    min-height: ${rem(40)};
    padding: 6px 12px;
    border: 0;
    border-bottom: 4px solid transparent;
    border-radius: 0;
    background: none;
    color: ${token('colour-brand')};
    font: inherit;
    cursor: pointer;
  }
  .tab[aria-selected='true'] {
    border-bottom-color: ${token('colour-brand')};
    color: ${token('colour-text')};
    font-weight: 700;
  }
  .tab:focus-visible {
    outline: 3px solid ${token('colour-focus-edge')};
    outline-offset: -3px;
    background: ${token('colour-focus')};
    color: ${token('colour-focus-edge')};
  }
  @container (max-width: 479.9px) {
    .pane--viewer > .pane__head {
      width: calc(100% + 24px);
      margin-right: -12px;
      margin-left: -12px;
      padding-right: 12px;
      padding-left: 12px;
    }
    .tabs {
      padding: 0;
    }
    .tab {
      min-height: ${rem(44)};
      padding: 6px 10px;
    }
  }
  @media (forced-colors: active) {
    .file--shown,
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
