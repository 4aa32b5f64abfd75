import { css } from 'lit';
import { rem, token } from './tokens.ts';

/* Stripes carry the meaning where colour cannot; forced colours drop backgrounds, hence the borders. */
const stripes = css`
  repeating-linear-gradient(-45deg, ${token('colour-warn')} 0 12px, #fbd673 12px 24px)
`;

/** The bar, the steps, the patient, the commit area, the training band. */
export const patientStyles = css`
  .ui-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    justify-content: space-between;
    gap: 0 16px;
    padding: 0 16px;
    background: ${token('colour-brand')};
    color: #fff;
  }
  .ui-bar > * {
    padding: 9px 0;
  }
  .ui-bar__title {
    font-size: ${rem(16)};
    font-weight: 700;
  }
  .ui-bar > .ui-steps {
    display: flex;
    margin-right: -12px;
    padding: 0;
    list-style: none;
  }
  .ui-step {
    padding: 9px 12px 5px;
    border-bottom: 4px solid transparent;
  }
  .ui-step[aria-current] {
    border-color: #fff;
    font-weight: 700;
  }
  .ui-step__of {
    display: none;
  }
  .ui-step__done {
    font-size: ${rem(13)};
  }
  @container (max-width: 767.9px) {
    .ui-step:not([aria-current]) {
      display: none;
    }
    .ui-bar > .ui-steps {
      margin: 0;
    }
    .ui-step {
      padding: 9px 0;
      border: 0;
    }
    .ui-step__of {
      display: inline;
    }
    .ui-step__number,
    .ui-step__of {
      font-weight: 400;
    }
  }

  .ui-patient {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 20px;
    padding: 8px 16px;
    border-bottom: 1px solid ${token('colour-line')};
    background: ${token('colour-ground-2')};
  }
  .ui-patient__name {
    font-size: ${rem(16)};
  }
  .ui-patient__pair {
    white-space: nowrap;
  }
  .ui-patient__aside {
    margin-left: auto;
    color: ${token('colour-text-2')};
  }
  .ui-patient--deceased.ui-patient--deceased {
    padding: 6px 12px 6px 36px;
    border: 3px double ${token('colour-text')};
    background:
      repeating-linear-gradient(
          -45deg,
          ${token('colour-text')} 0 4px,
          ${token('colour-ground')} 4px 12px
        )
        0 0 / 24px 100% no-repeat,
      ${token('colour-ground')};
  }
  .ui-patient__died {
    padding: 1px 6px;
    background: ${token('colour-text')};
    color: ${token('colour-ground')};
  }
  .ui-read-back {
    display: grid;
    gap: 2px;
    padding: 0;
  }
  .ui-read-back__name {
    font-size: ${rem(20)};
    line-height: 1.25;
  }
  .ui-patient__line {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
  }

  .ui-commit {
    display: grid;
    gap: 12px 24px;
    padding: 12px 16px 14px;
    border-top: 3px solid ${token('colour-brand')};
    background: ${token('colour-ground-2')};
  }
  .ui-commit__what {
    display: grid;
    gap: 2px;
    justify-items: start;
  }
  .ui-commit__subject {
    font-size: ${rem(18)};
    font-weight: 700;
    line-height: 1.3;
  }
  .ui-commit__how {
    display: grid;
    gap: 8px;
    align-content: end;
  }
  @container (min-width: 768px) {
    .ui-commit {
      grid-template-columns: minmax(0, 1fr) fit-content(40%);
    }
    .ui-commit > .ui-training {
      grid-column: 1 / -1;
    }
    .ui-row--end {
      flex-direction: row-reverse;
      justify-content: flex-start;
    }
  }
  @container (max-width: 479.9px) {
    .ui-patient,
    .ui-commit,
    .ui-bar {
      padding-right: 12px;
      padding-left: 12px;
    }
    .ui-patient__aside {
      margin-left: 0;
    }
  }

  .ui-training {
    padding: 6px 16px;
    border-bottom: 2px solid ${token('colour-text')};
    background: ${stripes};
  }
  .ui-training > strong {
    display: inline-block;
    padding: 1px 8px;
    background: ${token('colour-ground')};
  }
  .ui-training-frame {
    border: 4px solid ${token('colour-warn')};
  }
  .ui-commit > .ui-training {
    margin: -12px -16px 0;
  }
  .ui-training-frame > .ui-training {
    position: sticky;
    top: 0;
    z-index: 2;
  }
  @media (forced-colors: active) {
    .ui-step[aria-current] {
      border-color: Highlight;
    }
    .ui-training,
    .ui-training-frame {
      border: 4px double CanvasText;
    }
    .ui-patient__died {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    .ui-training > strong {
      border: 2px solid;
    }
  }
`;
