import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkbox } from './checkbox.ts';
import { showFixture } from './fixture-frame.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import { textArea } from './text-area.ts';
import { textField } from './text-field.ts';

const options = [
  { value: 'ROUTINE', label: 'Routine' },
  { value: 'URGENT', label: 'Urgent' },
] as const;

async function shown(content: Parameters<typeof showFixture>[0]): Promise<ShadowRoot> {
  return (await showFixture(content)).renderRoot as ShadowRoot;
}

describe('a text field', () => {
  it('reports what is typed and belongs to its label, hint and error', async () => {
    let typed = '';
    const root = await shown(
      textField({
        id: 'postcode',
        label: 'Postcode',
        hint: 'From the record.',
        error: 'Enter a postcode to use a distance',
        value: '',
        onInput: (value) => (typed = value),
      }),
    );
    const input = root.querySelector('input') as HTMLInputElement;
    input.focus();
    await userEvent.keyboard('NM3');
    expect(typed).toBe('NM3');
    expect(input.labels?.[0]?.textContent).toBe('Postcode');
    expect(input.getAttribute('aria-describedby')).toBe('postcode-hint postcode-error');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a text area', () => {
  it('counts what is too much and does not cut it', async () => {
    const value = 'x'.repeat(1003);
    const root = await shown(
      textArea({ id: 'comment', label: 'Comment', value, limit: 1000, onInput: () => {} }),
    );
    expect(root.querySelector('textarea')?.value).toBe(value);
    expect(root.getElementById('comment-left')?.textContent.trim()).toBe(
      '3 too many. The limit is 1,000 characters',
    );
  });
});

describe('radios', () => {
  it('have nothing chosen until the user chooses, with the arrow keys or Space', async () => {
    let chosen: string | undefined;
    const root = await shown(
      radios({
        id: 'priority',
        label: 'Priority',
        options,
        value: undefined,
        onChange: (value) => (chosen = value),
      }),
    );
    expect(root.querySelector(':checked')).toBeNull();
    root.getElementById('priority')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen).toBe('URGENT');
  });

  it('that are unavailable can be read and not chosen', async () => {
    let changes = 0;
    const root = await shown(
      radios({
        id: 'letter',
        label: 'Referral letter',
        options: [{ value: 'none', label: 'No letter', unavailable: 'All services need one.' }],
        value: undefined,
        onChange: () => (changes += 1),
      }),
    );
    const radio = root.getElementById('letter') as HTMLInputElement;
    radio.focus();
    await userEvent.keyboard(' ');
    radio.click();
    expect(root.activeElement).toBe(radio);
    expect(radio.checked).toBe(false);
    expect(changes).toBe(0);
  });

  it('that are unavailable are not reached by arrow keys as a choice', async () => {
    let changes = 0;
    const root = await shown(
      radios({
        id: 'letter',
        label: 'Referral letter',
        options: [
          { value: 'add', label: 'I will add a letter' },
          { value: 'none', label: 'No letter', unavailable: 'All services need one.' },
        ],
        value: 'add',
        onChange: () => (changes += 1),
      }),
    );
    root.getElementById('letter')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(changes).toBe(0);
    expect((root.getElementById('letter') as HTMLInputElement).checked).toBe(true);
  });
});

describe('a tick box', () => {
  it('is ticked by Space and reports it', async () => {
    let ticked: boolean | undefined;
    const root = await shown(
      checkbox({ id: 'a', label: 'Morning', checked: false, onChange: (is) => (ticked = is) }),
    );
    root.getElementById('a')?.focus();
    await userEvent.keyboard(' ');
    expect(ticked).toBe(true);
  });

  it('has the look of the focus, and no halo over what is beside it, under the pointer too', async () => {
    const options = { id: 'a', label: 'Morning', checked: false, onChange: () => undefined };
    const root = await shown(checkbox(options));
    const tick = root.getElementById('a') as HTMLInputElement;
    tick.focus();
    await userEvent.hover(tick);
    expect(getComputedStyle(tick.labels?.[0] ?? tick, '::before').boxShadow).toBe(
      'rgb(255, 235, 59) 0px 0px 0px 4px',
    );
  });

  it('that is unavailable stays as it is', async () => {
    let changes = 0;
    const onChange = (): void => void (changes += 1);
    const root = await shown(
      html`${checkbox({ id: 'a', label: 'A', checked: false, unavailable: 'Too big.', onChange })}`,
    );
    root.getElementById('a')?.click();
    expect((root.getElementById('a') as HTMLInputElement).checked).toBe(false);
    expect(changes).toBe(0);
  });
});

describe('a select', () => {
  it('with nothing chosen shows its prompt, not the first of the list', async () => {
    const root = await shown(
      select({
        id: 's',
        label: 'Specialty',
        options,
        value: undefined,
        prompt: 'Choose a specialty',
        onChange: () => {},
      }),
    );
    const element = root.querySelector('select') as HTMLSelectElement;
    expect(element.selectedOptions[0]?.textContent.trim()).toBe('Choose a specialty');
    expect(element.value).toBe('');
  });

  it('shows what is chosen and reports a change', async () => {
    let chosen: string | undefined;
    const root = await shown(
      select({ id: 's', label: 'S', options, value: 'URGENT', onChange: (v) => (chosen = v) }),
    );
    const element = root.querySelector('select') as HTMLSelectElement;
    expect(element.value).toBe('URGENT');
    await userEvent.selectOptions(element, 'ROUTINE');
    expect(chosen).toBe('ROUTINE');
  });
});
