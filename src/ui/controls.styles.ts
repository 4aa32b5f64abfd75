import { css } from 'lit';
import { focusFill, focusRing, rem, token } from './tokens.ts';

const buttons = css`
  .ui-button {
    display: inline-block;
    min-height: ${rem(34)};
    padding: 5px 16px;
    border: 2px solid ${token('colour-brand')};
    border-radius: 4px;
    background: ${token('colour-ground')};
    color: ${token('colour-brand')};
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-align: center;
    overflow-wrap: break-word;
    cursor: pointer;
  }
  .ui-button:hover {
    border-color: ${token('colour-brand-dark')};
    color: ${token('colour-brand-dark')};
  }
  .ui-button--primary,
  .ui-button--primary:hover {
    min-height: ${rem(40)};
    border-color: transparent;
    background: ${token('colour-action')};
    color: ${token('colour-ground')};
    box-shadow: 0 3px 0 ${token('colour-action-edge')};
    margin-bottom: 3px;
  }
  .ui-button--primary:hover {
    background: ${token('colour-action-edge')};
  }
  .ui-button--danger,
  .ui-button--danger:hover {
    border-color: ${token('colour-error-text')};
    color: ${token('colour-error-text')};
  }
  .ui-button--link,
  .ui-link {
    min-height: ${rem(32)};
    padding: 2px 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: ${token('colour-brand')};
    font-weight: 400;
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .ui-link {
    min-height: 0;
    padding: 0;
  }
  .ui-link--error {
    color: ${token('colour-error-text')};
    font-weight: 700;
  }
  .ui-button[aria-disabled],
  .ui-button[aria-disabled]:hover {
    border-color: transparent;
    background: ${token('colour-line')};
    color: ${token('colour-text-2')};
    box-shadow: none;
    cursor: default;
  }
  .ui-button--link[aria-disabled],
  .ui-button--link[aria-disabled]:hover {
    background: none;
  }
  .ui-button.ui-button:focus-visible,
  .ui-link:focus-visible {
    ${focusFill}
  }
  .ui-why,
  .ui-hint {
    color: ${token('colour-text-2')};
    font-size: ${rem(14)};
  }
  .ui-unavailable {
    display: grid;
    grid-template-columns: ${rem(176)} minmax(0, 1fr);
    gap: 4px 16px;
    align-items: start;
  }
  .ui-unavailable .ui-why {
    padding-top: 6px;
    color: inherit;
    font-size: inherit;
  }
  .ui-copyable > * + *:not(:empty) {
    margin-left: 6px;
  }
  .ui-copied {
    color: ${token('colour-text-2')};
  }
`;

const fields = css`
  .ui-group {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .ui-field--error {
    padding-left: 12px;
    border-left: 5px solid ${token('colour-error')};
  }
  .ui-label {
    display: block;
    margin-bottom: 4px;
    padding: 0;
    font-weight: 700;
  }
  .ui-label + .ui-hint {
    margin-bottom: 4px;
  }
  .ui-input + .ui-hint,
  .ui-input + .ui-error {
    margin: 4px 0 0;
  }
  .ui-error {
    margin-bottom: 6px;
    color: ${token('colour-error-text')};
    font-weight: 700;
  }
  .ui-input {
    display: block;
    width: 100%;
    min-height: ${rem(34)};
    padding: 4px 8px;
    border: 1px solid ${token('colour-text-2')};
    border-radius: 0;
    background: ${token('colour-ground')};
    color: inherit;
    font: inherit;
    appearance: none;
  }
  textarea.ui-input {
    resize: vertical;
  }
  .ui-input--short {
    width: ${rem(74)};
  }
  .ui-input--medium {
    width: ${rem(152)};
    max-width: 100%;
  }
  .ui-field--error .ui-input {
    border: 2px solid ${token('colour-error')};
  }
  .ui-input.ui-input:focus {
    ${focusRing}
  }
  .ui-with-suffix {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .ui-select {
    position: relative;
  }
  .ui-select > .ui-input {
    padding-right: 32px;
    text-overflow: ellipsis;
  }
  .ui-select::after {
    content: '';
    position: absolute;
    top: calc(50% - 7px);
    right: 12px;
    width: 9px;
    height: 9px;
    transform: rotate(45deg);
    border: solid ${token('colour-text')};
    border-width: 0 2px 2px 0;
    pointer-events: none;
  }
`;

/* Over the NHS sheet: its 24px controls with rows of 32px, which it keeps at 44px below 480. */
const choices = css`
  .ui-choices.ui-choices {
    margin: 0;
  }
  /* In the NHS sheet its invisible target sticks out to the left of the widget. */
  .ui-choices.ui-choices input {
    width: ${rem(34)};
    margin: 0;
  }
  .ui-choices.ui-choices label::before {
    left: 0;
  }
  .ui-choices.ui-choices .nhsuk-radios__label::after {
    left: ${rem(12)};
  }
  .ui-choices.ui-choices .nhsuk-checkboxes__label::after {
    left: ${rem(13)};
  }
  .ui-choices .nhsuk-radios__label,
  .ui-choices .nhsuk-checkboxes__label {
    padding-right: 0;
    padding-left: 4px;
  }
  .ui-choices input:checked + label::before {
    border-color: ${token('colour-text')};
  }
  .ui-choices input + label:hover::before,
  .ui-choices.ui-choices input:not(:disabled):not(:focus) + label:hover::before,
  .ui-choices.ui-choices input:not(:disabled):not(:focus):hover + label::before {
    box-shadow: none;
    border-color: ${token('colour-brand')};
  }
  .ui-choices.ui-choices input:focus + label::before {
    border-width: 4px;
    border-color: ${token('colour-focus-edge')};
    box-shadow: 0 0 0 4px ${token('colour-focus')};
  }
  .ui-choices input[aria-disabled] + label {
    color: ${token('colour-text-2')};
    cursor: default;
  }
  .ui-choices input[aria-disabled] + label::before {
    border-color: ${token('colour-line-2')};
    background: ${token('colour-ground-2')};
  }
  .ui-choices__note {
    width: 100%;
    margin-bottom: 4px;
    padding-left: ${rem(38)};
  }
  .ui-choices--inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }
  @container (min-width: 480px) {
    .ui-choices.ui-choices input {
      height: ${rem(32)};
    }
    .ui-choices.ui-choices label {
      padding-top: 4px;
      padding-bottom: 4px;
    }
    .ui-choices.ui-choices label::before {
      top: ${rem(4)};
    }
    .ui-choices.ui-choices .nhsuk-radios__label::after {
      top: ${rem(16)};
    }
    .ui-choices.ui-choices .nhsuk-checkboxes__label::after {
      top: ${rem(9.5)};
    }
  }
`;

/* Below 480px a finger is likely: 44px targets, full-width primary. */
const narrow = css`
  @container (max-width: 479.9px) {
    .ui-button,
    .ui-input {
      min-height: ${rem(44)};
    }
    .ui-row > .ui-button--primary {
      width: 100%;
    }
    .ui-unavailable {
      grid-template-columns: minmax(0, 1fr);
    }
    .ui-unavailable .ui-button {
      justify-self: start;
    }
    .ui-unavailable .ui-why {
      padding: 0;
    }
  }
`;

/* The user's own colours: what a background or a shadow said is said by a border. */
const forcedColours = css`
  @media (forced-colors: active) {
    .ui-button:focus-visible,
    .ui-link:focus-visible,
    .ui-input:focus,
    [tabindex='-1']:focus-visible,
    .ui-choices.ui-choices input:focus + label::before {
      outline: 3px solid Highlight;
      outline-offset: 1px;
    }
    .ui-button,
    .ui-button--primary {
      border-color: ButtonBorder;
    }
    .ui-button[aria-disabled],
    .ui-choices input[aria-disabled] + label {
      border-color: GrayText;
      color: GrayText;
    }
    .ui-choices input + label::after {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .ui-choices .nhsuk-radios__label::after {
      background: CanvasText;
    }
  }
`;

export const controlStyles = css`
  ${buttons}${fields}${choices}${narrow}${forcedColours}
`;
