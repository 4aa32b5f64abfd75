import { html, type TemplateResult } from 'lit';
import type { Tab } from './screen.ts';

interface TabBar {
  label: string;
  tabs: readonly { tab: Tab; label: string }[];
  shown: Tab;
  onShow: (tab: Tab) => void;
}

/** Which of several panes shows where there is room for one. Arrow keys move between them. */
export function tabBar({ label, tabs, shown, onShow }: TabBar): TemplateResult {
  const keydown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = tabs.findIndex(({ tab }) => tab === shown);
    const to = tabs[(at + by + tabs.length) % tabs.length];
    const bar = event.currentTarget as HTMLElement;
    if (!to) return;
    onShow(to.tab);
    bar.querySelector<HTMLElement>(`#tab-${to.tab}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${keydown}>
    ${tabs.map(
      (one) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${one.tab}"
          class="tab"
          aria-selected=${one.tab === shown ? 'true' : 'false'}
          aria-controls="tab-panel"
          tabindex=${one.tab === shown ? '0' : '-1'}
          @click=${() => onShow(one.tab)}
        >
          ${one.label}
        </button>`,
    )}
  </div>`;
}
