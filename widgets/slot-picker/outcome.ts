import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/domain/problem.ts';
import { factList } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';

/** The true state first, then facts, then one action; what the service desk asks for comes last. */
export interface Outcome {
  kind: 'ok' | 'info' | 'warn' | 'error';
  title: string;
  content: string | TemplateResult;
  /** Facts and the action. */
  rest?: TemplateResult | undefined;
  /** What would be sent next, with its one button: the last thing on screen. */
  commit?: TemplateResult | undefined;
  problem?: Problem | undefined;
}

export function outcomePanel({
  kind,
  title,
  content,
  rest,
  problem,
  commit,
}: Outcome): TemplateResult {
  return html`<section class="outcome ui-stack">
      ${message({ kind, title, content, takesFocus: true })} ${rest ?? nothing}
      ${problem ? factList({ facts: problemReferences(problem), layout: 'ids' }) : nothing}
    </section>
    ${commit ?? nothing}`;
}
