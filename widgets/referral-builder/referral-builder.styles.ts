import { css } from 'lit';
import { rem, token } from '../../src/ui/tokens.ts';
import { compareStyles } from './compare.styles.ts';

// The training band may stay above what is scrolled to.
const frame = css`
  .ui-message .ui-button--secondary {
    margin-top: 6px;
  }
  .ui-table .ui-button--secondary {
    white-space: nowrap;
  }
  :host {
    scroll-margin-top: ${rem(48)};
  }
  .frame {
    --side: 16px;
    border: 1px solid ${token('colour-line-2')};
  }
  .step,
  .criteria__fields,
  .service__facts,
  .split,
  .split__main,
  .split__side,
  .check__choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .step {
    gap: 14px;
    padding: 16px var(--side);
  }
  .step:empty {
    display: none;
  }
  .step__foot {
    border-top: 1px solid ${token('colour-line')};
  }
  .strip {
    padding: 12px var(--side);
    border-bottom: 1px solid ${token('colour-line')};
  }
  @container (max-width: 479.9px) {
    .frame {
      --side: 12px;
    }
  }
`;

// Below 768 px the foot of the tray stays in sight over all of the step, once there is something to
// check; at 400 % zoom it would cover half of what is read. From 768 px the whole tray stays beside
// a long list, and a long shortlist scrolls. An error has no room in half a column.
const find = css`
  .find {
    display: block;
  }
  .tray {
    display: contents;
  }
  .tray .ui-h3,
  .split__side .ui-h3 {
    font-size: ${rem(18)};
  }
  .criteria__search .ui-button,
  .tray__compare .ui-button {
    width: 100%;
  }
  .criteria,
  .open-referral,
  .results,
  .tray__list,
  .tray__foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
    padding: 16px var(--side);
  }
  .find__criteria {
    background: ${token('colour-ground-2')};
  }
  .criteria__fields {
    gap: 16px;
  }
  .criteria__pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px;
    align-items: end;
  }
  .criteria__pair:has(.ui-error) {
    grid-template-columns: minmax(0, 1fr);
  }
  .criteria__fields > .ui-hint {
    margin-top: -10px;
  }
  .look-up {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .look-up > .ui-field {
    width: 100%;
  }
  .open-referral {
    gap: 8px;
    justify-items: start;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .results__head,
  .results__order {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    justify-content: space-between;
    align-items: baseline;
  }
  .results__order > p {
    flex: 1 1 ${rem(220)};
  }
  .results__order .ui-field {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
  }
  .results__order .ui-label {
    margin: 0;
  }
  .results__order .ui-select {
    min-width: ${rem(168)};
  }
  .service {
    padding: 12px 0;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .service__facts {
    gap: 8px;
  }
  .results__end {
    padding-top: 12px;
    border-top: 1px solid ${token('colour-line-2')};
  }
  .tray__item .ui-row {
    gap: 0 14px;
  }
  .tray__item {
    display: grid;
    grid-template-columns: ${rem(24)} minmax(0, 1fr);
    padding: 8px 0;
    border-top: 1px solid ${token('colour-line')};
  }
  .tray__item:last-child {
    border-bottom: 1px solid ${token('colour-line')};
  }
  .tray__count {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    justify-content: space-between;
    align-items: center;
  }
  .tray__calm {
    width: 100%;
  }
  .tray__number {
    color: ${token('colour-text-2')};
  }
  .tray__foot--stays {
    position: sticky;
    bottom: 0;
  }
  @container (max-width: 767.9px) {
    .tray__foot.tray__foot--empty {
      display: none;
    }
  }
  .tray__foot {
    gap: 4px;
    padding: 8px var(--side) 12px;
    border-top: 3px solid ${token('colour-brand')};
    background: ${token('colour-ground-2')};
  }
  /* What it says of the search choices is of those on screen. */
  .find--folded .criteria,
  .find--folded .open-referral,
  .find--folded [aria-busy] .ui-hint {
    display: none;
  }
  @container (min-width: 480px) {
    .service__facts {
      padding-left: ${rem(38)};
    }
  }
  @container (min-width: 768px) {
    .find {
      display: grid;
      grid-template-columns: minmax(0, 1fr) ${rem(234)};
    }
    .find__criteria {
      grid-column: 1 / -1;
    }
    .results {
      border-right: 1px solid ${token('colour-line')};
    }
    .tray {
      position: sticky;
      top: var(--ers-band, 0px);
      align-self: start;
      display: flex;
      flex-direction: column;
      max-height: calc(100vh - var(--ers-band, 0px));
    }
    .tray__list {
      overflow-y: auto;
    }
    .tray__foot {
      position: static;
      border: 0;
      background: none;
    }
    .tray__foot .ui-button {
      width: 100%;
    }
    .tray__count {
      display: none;
    }
  }
  @container (min-width: 1024px) {
    .find {
      grid-template-columns: ${rem(252)} minmax(0, 1fr) ${rem(234)};
    }
    .find__criteria {
      grid-column: auto;
      border-right: 1px solid ${token('colour-line')};
    }
    .find--folded .criteria,
    .find--folded .open-referral,
    .find--folded [aria-busy] .ui-hint {
      display: grid;
    }
    .results__order .ui-button {
      display: none;
    }
  }
  @media (max-height: 420px) {
    .tray,
    .tray__foot {
      position: static;
      max-height: none;
    }
  }
`;

const later = css`
  .split {
    border-top: 1px solid ${token('colour-line')};
  }
  .split__main,
  .split__side {
    align-content: start;
    gap: 12px;
    padding: 16px var(--side);
  }
  .aside__list > li {
    padding: 8px 0;
    border-top: 1px solid ${token('colour-line')};
  }
  .split__main > .ui-h2 + .ui-faint,
  .tray__list > .ui-h3 + .ui-faint,
  .split__side > .ui-h3 + .ui-faint {
    margin-top: -8px;
  }
  .ui-commit .ui-fact > dt,
  .strip .ui-fact > dt {
    flex: none;
  }
  .ui-stack > .open-referral {
    width: 100%;
    padding: 16px 0 0;
  }
  .check__list > li + li {
    margin-top: 4px;
  }
  .check__choices {
    gap: 16px 24px;
    padding-top: 8px;
  }
  .files__source {
    font-weight: 400;
  }
  .files__gone {
    text-decoration: line-through;
  }
  .files__progress {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: 4px;
    accent-color: ${token('colour-brand')};
  }
  .patient-letter__line {
    min-height: ${rem(21)};
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 14px;
    border: 2px dashed ${token('colour-text-2')};
  }
  .drop > div {
    flex: 1 1 ${rem(220)};
  }
  .step__part {
    padding-top: 14px;
    border-top: 1px solid ${token('colour-line')};
  }
  a.ui-button {
    text-decoration: none;
  }
  a.ui-button--link {
    text-decoration: underline;
  }
  @container (min-width: 480px) {
    .ui-table tbody th {
      min-width: ${rem(150)};
    }
    .ui-table td:nth-child(2) {
      min-width: ${rem(84)};
    }
    .files__linked tbody td {
      padding-top: ${rem(13.5)};
    }
  }
  @container (min-width: 768px) {
    .split {
      grid-template-columns: minmax(0, 1fr) ${rem(284)};
    }
    .split__side {
      border-left: 1px solid ${token('colour-line')};
    }
    .check__choices {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;

export const referralBuilderStyles = css`
  ${frame}${find}${compareStyles}${later}
`;
