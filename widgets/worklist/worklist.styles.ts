import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';
import { gridStyles } from './grid.styles.ts';

const frame = css`
  .list {
    border: 1px solid ${token('colour-line-2')};
    font-size: ${rem(14)};
    line-height: ${20 / 14};
  }
  .part,
  .head,
  .under-head,
  .filters,
  .line,
  .selection,
  .foot {
    padding: 8px 16px;
  }
  .part:empty {
    display: none;
  }
  .head,
  .under-head,
  .line,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 24px;
  }
  .head__title {
    font-size: ${rem(20)};
  }
  .head__total {
    margin-left: 10px;
    font-size: ${rem(15)};
    font-weight: 700;
    white-space: nowrap;
  }
  .head__age {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    color: ${token('colour-text-2')};
  }
  .head__age strong {
    color: ${token('colour-text')};
  }
  .under-head {
    padding-top: 0;
    padding-bottom: 0;
    border-bottom: 1px solid ${token('colour-line-2')};
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
  }
  .tab {
    min-height: ${rem(36)};
    padding: 6px 14px 2px;
    border: 0;
    border-bottom: 4px solid transparent;
    background: none;
    color: ${token('colour-brand')};
    font: inherit;
    cursor: pointer;
  }
  .tab[aria-current] {
    border-color: ${token('colour-brand')};
    color: ${token('colour-text')};
    font-weight: 700;
  }
  .meter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    padding: 6px 0;
    font-size: ${rem(13)};
  }
  .meter__bar {
    width: ${rem(136)};
    height: ${rem(12)};
    border: 1px solid ${token('colour-text-2')};
    overflow: visible;
  }
  .meter__part {
    fill: ${token('colour-brand')};
  }
  .meter__marks {
    stroke: ${token('colour-text')};
    vector-effect: non-scaling-stroke;
  }
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 10px;
    align-items: end;
    border-bottom: 1px solid ${token('colour-line')};
    background: ${token('colour-ground-2')};
  }
  .filters .ui-label {
    margin-bottom: 2px;
    font-size: ${rem(13)};
  }
  .filters .ui-hint {
    font-size: ${rem(13)};
  }
  .fold > summary {
    padding: 6px 0;
  }
  .filter + .filter {
    margin-top: 8px;
  }
  .filters > .filter + .filter {
    margin-top: 0;
  }
  .filter > * + * {
    margin-top: 6px;
  }
  .filter--load {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .filter--load > * + * {
    margin-top: 0;
  }
  .news {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 20px;
    margin: 8px 16px 0;
    padding: 4px 12px;
    border-left: 5px solid ${token('colour-brand')};
    background: ${token('colour-info-ground')};
  }
  .gone {
    width: 100%;
  }
  summary {
    color: ${token('colour-brand')};
    text-decoration: underline;
    cursor: pointer;
  }
  .gone > summary {
    padding: 4px 0;
  }
  .line__words {
    flex: 1 1 ${rem(320)};
    min-width: 0;
  }
  .line__names {
    color: ${token('colour-text-2')};
  }
  .line__sort .ui-field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  .line__sort .ui-label {
    margin: 0;
  }
  .line__sort .ui-select {
    min-width: min(${rem(230)}, 100%);
  }
  .again {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    padding: 6px 12px;
    background: ${token('colour-info-ground')};
  }
  .stale-words {
    margin-top: 10px;
  }
  .selection {
    padding-top: 0;
  }
  .now {
    color: ${token('colour-text')};
  }
  .late {
    color: ${token('colour-error-text')};
  }
  .foot {
    border-top: 1px solid ${token('colour-line-2')};
    font-size: ${rem(13)};
  }
  .foot__place {
    color: ${token('colour-text-2')};
  }
  .foot > .keys {
    margin-left: auto;
  }
  .keys > summary {
    padding: 6px 0;
  }
  .keys__list {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    padding: 4px 0 8px;
  }
  .keys__list > div {
    display: flex;
    gap: 6px;
  }
  kbd {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid ${token('colour-text-2')};
    border-radius: 3px;
    background: ${token('colour-ground')};
    font: inherit;
  }
  @container (min-width: 480px) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 960px) {
    .filters {
      grid-template-columns: repeat(4, minmax(0, 1fr)) auto minmax(${rem(220)}, 1.4fr);
    }
    .filters--whole {
      grid-template-columns: auto minmax(0, ${rem(360)});
      justify-content: space-between;
    }
  }
  @container (max-width: 479.9px) {
    .part,
    .head,
    .under-head,
    .filters,
    .line,
    .selection,
    .foot {
      padding-right: 12px;
      padding-left: 12px;
    }
    .news {
      margin-right: 12px;
      margin-left: 12px;
    }
    .tab {
      min-height: ${rem(44)};
    }
    .foot > .keys {
      margin-left: 0;
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-current] {
      border-color: Highlight;
    }
    .meter__part {
      fill: CanvasText;
    }
    .meter__marks {
      stroke: CanvasText;
    }
  }
`;

export const worklistStyles = [frame, gridStyles];
