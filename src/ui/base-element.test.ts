import { css, html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { ErsElement } from './base-element.ts';
import { defineOnce } from './define.ts';
import { rem, token } from './tokens.ts';

declare global {
  interface HTMLElementEventMap {
    'ers-test-request': CustomEvent<{ ubrn: string }>;
  }
}

class Plain extends ErsElement {
  static override styles = css`
    p {
      color: ${token('colour-brand')};
      font-size: ${rem(15)};
    }
  `;

  override hasUnsavedInput(): boolean {
    return false;
  }

  override blank(): void {}

  ask(ubrn: string): boolean {
    return this.emit('ers-test-request', { ubrn }, { cancelable: true });
  }

  protected override render(): TemplateResult {
    return html`<h2 tabindex="-1" data-focus-heading>4 services</h2>
      <p>Text</p>`;
  }
}

class Outer extends Plain {
  protected override render(): TemplateResult {
    return html`<div><test-plain></test-plain></div>`;
  }
}

async function shown(): Promise<Plain> {
  defineOnce('test-plain', Plain);
  const element = new Plain();
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

function styleOf(element: Plain): CSSStyleDeclaration {
  return getComputedStyle(element.renderRoot.querySelector('p') as HTMLElement);
}

describe('a widget', () => {
  it('looks the same in a page of another font, colour and root size', async () => {
    const element = await shown();
    const root = document.documentElement;
    root.setAttribute('style', 'font: italic 10px Georgia; color: red; text-align: right');
    const { fontFamily, fontSize, fontStyle, textAlign } = styleOf(element);
    root.removeAttribute('style');
    expect({ fontFamily, fontSize, fontStyle, textAlign }).toEqual({
      fontFamily: 'Arial, Helvetica, sans-serif',
      fontSize: '15px',
      fontStyle: 'normal',
      textAlign: 'start',
    });
  });

  it('is themed by tokens on any ancestor', async () => {
    const element = await shown();
    document.body.style.setProperty('--ers-colour-brand', 'rgb(1, 2, 3)');
    const { color } = styleOf(element);
    document.body.removeAttribute('style');
    expect(color).toBe('rgb(1, 2, 3)');
  });

  it('follows the text size of the user where --ers-rem is 1rem', async () => {
    const element = await shown();
    element.style.setProperty('--ers-rem', '1rem');
    document.documentElement.style.fontSize = '32px';
    const { fontSize } = styleOf(element);
    document.documentElement.removeAttribute('style');
    expect(fontSize).toBe('30px');
  });

  it('asks with an event that crosses shadow roots and can be refused', async () => {
    const element = await shown();
    const heard: string[] = [];
    const refuse = (event: CustomEvent<{ ubrn: string }>): void => {
      heard.push(event.detail.ubrn);
      event.preventDefault();
    };
    document.body.addEventListener('ers-test-request', refuse);
    const allowed = element.ask('000049283317');
    document.body.removeEventListener('ers-test-request', refuse);
    expect(heard).toEqual(['000049283317']);
    expect(allowed).toBe(false);
    expect(element.ask('000049283317')).toBe(true);
  });

  it('moves the focus to its heading', async () => {
    const element = await shown();
    await element.focusHeading();
    expect((element.renderRoot as ShadowRoot).activeElement?.textContent).toBe('4 services');
  });

  it('whose step is a widget inside it moves the focus to the heading of that one', async () => {
    await shown();
    defineOnce('test-outer', Outer);
    const outer = new Outer();
    document.body.replaceChildren(outer);
    await outer.focusHeading();
    expect(outer.shadowRoot?.activeElement?.shadowRoot?.activeElement?.textContent).toBe(
      '4 services',
    );
  });

  it('defined twice keeps the first definition and does not throw', async () => {
    await shown();
    defineOnce('test-plain', class extends HTMLElement {});
    expect(customElements.get('test-plain')).toBe(Plain);
  });
});
