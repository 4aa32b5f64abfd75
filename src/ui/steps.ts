import { html, nothing, type TemplateResult } from 'lit';

export interface Step {
  name: string;
  done: boolean;
}

export interface BarOptions {
  /** "e-Referral Service". */
  title: string;
  steps?: readonly Step[] | undefined;
  /** Index of the step that is open. */
  current?: number | undefined;
  /** Instead of steps: "Referral record". */
  aside?: string | undefined;
}

/** The bar at the head of a widget. */
export function bar({ title, steps: list, current, aside }: BarOptions): TemplateResult {
  return html`<header class="ui-bar">
    <span class="ui-bar__title">${title}</span>
    ${list ? steps(list, current ?? 0) : nothing}${aside ? html`<span>${aside}</span>` : nothing}
  </header>`;
}

/** The steps in order; where there is no room, only the open one with its number of how many. */
function steps(list: readonly Step[], current: number): TemplateResult {
  return html`<ol class="ui-steps" aria-label="Steps">
    ${list.map(
      ({ name, done }, index) =>
        html`<li class="ui-step" aria-current=${index === current ? 'step' : nothing}>
          <span class="ui-step__number">${index + 1}</span
          ><span class="ui-step__of"> of ${list.length}</span> <span>${name}</span>
          ${done && index !== current ? html`<span class="ui-step__done">Done</span>` : nothing}
        </li>`,
    )}
  </ol>`;
}
