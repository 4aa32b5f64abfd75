import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { errorSummary } from './error-summary.ts';
import { showFixture } from './fixture-frame.ts';
import { radios } from './radios.ts';

const priority = radios({
  id: 'priority',
  label: 'Priority',
  options: [{ value: 'ROUTINE', label: 'Routine' }],
  value: undefined,
  onChange: () => {},
});

describe('an error summary', () => {
  it('takes the focus when it appears and not at a later render', async () => {
    const content = () =>
      html`${errorSummary([{ fieldId: 'priority', text: 'Select a priority' }])}${priority}`;
    const frame = await showFixture(content());
    const root = frame.renderRoot as ShadowRoot;
    expect(root.activeElement?.textContent).toContain('There is 1 thing to fix');
    root.getElementById('priority')?.focus();
    frame.content = content();
    await frame.updateComplete;
    expect(root.activeElement?.id).toBe('priority');
  });

  it('goes to the field of an error in the same root', async () => {
    const frame = await showFixture(
      html`${errorSummary([{ fieldId: 'priority', text: 'Select a priority' }])}${priority}`,
    );
    const root = frame.renderRoot as ShadowRoot;
    root.querySelector('a')?.click();
    expect(root.activeElement?.id).toBe('priority');
  });

  it('can be gone to again after another attempt', async () => {
    const frame = await showFixture(
      html`${errorSummary([{ fieldId: 'priority', text: 'Select a priority' }])}${priority}`,
    );
    const root = frame.renderRoot as ShadowRoot;
    root.getElementById('priority')?.focus();
    await frame.focusErrorSummary();
    expect(root.activeElement?.hasAttribute('data-error-summary')).toBe(true);
  });
});
