import { html, nothing, type TemplateResult } from 'lit';

export interface ButtonOptions {
  label: string;
  onPress: (event: Event) => void;
  /** Secondary unless said; a screen has one primary. */
  kind?: 'primary' | 'secondary' | 'link' | 'danger' | undefined;
  /** Heard but not seen, after the label: what a repeated "Remove" is about. */
  about?: string | undefined;
  /** What is going on ("Creating…"): replaces the label; the button keeps focus and is inert. */
  busy?: string | undefined;
  /** Why it cannot be done and who can: shown beside it. The button keeps its place and focus. */
  unavailable?: string | TemplateResult | undefined;
  /** Needed where two buttons of one root share a label. */
  id?: string | undefined;
  part?: string | undefined;
}

/** A button that never disappears: where it cannot act it says why, and cannot be pressed. */
export function button(options: ButtonOptions): TemplateResult {
  const { kind = 'secondary', label, about, busy, unavailable, part } = options;
  const id = options.id ?? idOf(`${label} ${about ?? ''}`);
  const inert = busy !== undefined || unavailable !== undefined;
  return html`<button
      type="button"
      id=${id}
      part=${part ?? nothing}
      class="ui-button ui-button--${kind}"
      aria-disabled=${inert ? 'true' : nothing}
      aria-describedby=${unavailable === undefined ? nothing : `${id}-why`}
      @click=${inert ? stop : pressOnce(id, options.onPress)}
    >
      ${busy ?? label}${about ? html`<span class="ui-hidden"> ${about}</span>` : nothing}</button
    >${unavailable === undefined ? nothing : html`<span id="${id}-why" class="ui-why">${unavailable}</span>`}`;
}

/** Buttons in a row that wraps; the primary one first. */
export function buttonRow(...buttons: (TemplateResult | typeof nothing)[]): TemplateResult {
  return html`<div class="ui-row">${buttons}</div>`;
}

export interface UnavailableActionOptions {
  label: string;
  /** Why not, and who can. */
  reason: string | TemplateResult;
  id?: string | undefined;
}

/** An action that stays in its place with the reason beside it. */
export function unavailableAction(options: UnavailableActionOptions): TemplateResult {
  const { label, reason, id } = options;
  return html`<div class="ui-unavailable">
    ${button({ label, id, unavailable: reason, onPress: stop })}
  </div>`;
}

// Held weakly: a button that is gone takes its words, which may name a patient, with it.
const pressedAs = new WeakMap<EventTarget, string>();
let lastPressed: WeakRef<EventTarget> | undefined;

/**
 * The second click of a double click acts only where the first did: the page may have changed
 * between them, and it would press what stands there now.
 */
function pressOnce(id: string, onPress: (event: Event) => void): (event: MouseEvent) => void {
  return (event) => {
    const pressed = event.currentTarget;
    if (!pressed) return;
    const isSame = lastPressed?.deref() === pressed && pressedAs.get(pressed) === id;
    if (event.detail > 1 && !isSame) {
      stop(event);
      return;
    }
    lastPressed = new WeakRef(pressed);
    pressedAs.set(pressed, id);
    onPress(event);
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function idOf(words: string): string {
  return `ers-${words
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`;
}
