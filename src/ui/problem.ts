import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../domain/problem.ts';
import { factList, type Fact } from './facts.ts';
import { copyable } from './copyable.ts';
import { message } from './message.ts';
import { problemText } from './problem-text.ts';

export interface ProblemOptions {
  problem: Problem;
  /** What this was about and what is safe: "Nothing was sent and nothing was lost." */
  safe?: string | TemplateResult | undefined;
  /** Instead of the catalogue's title, where the widget can say it more exactly. */
  title?: string | undefined;
  /** What can be done here, such as Search again. */
  action?: TemplateResult | undefined;
  /** A write that did not do harm is a warning; an error is the default. */
  kind?: 'warn' | 'error' | undefined;
}

/** The session itself says that it has ended, once, with the way to sign in. */
const SIGN_IN = 'This needs you to sign in again';

/** A failure where it happened: what is true, what to do, then the ids for the service desk. */
export function problemPart(options: ProblemOptions): TemplateResult {
  const { problem, safe, action, kind = 'error' } = options;
  const { title, text, nextStep } = problemText(problem);
  return html`<section class="ui-stack">
    ${message({
      kind,
      title: options.title ?? (problem.reason === 'session-ended' ? SIGN_IN : title),
      content: html`${text} ${safe ?? nothing}`,
      takesFocus: true,
    })}
    <p>${nextStep}</p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })} ${action ?? nothing}
  </section>`;
}

/** What the service desk asks for. e-RS's own id comes first, where e-RS answered. */
export function problemReferences(problem: Problem): Fact[] {
  const { transactionId, correlationId, field, ersCode, httpStatus } = problem;
  const said = [httpStatus, ersCode].filter(Boolean).join(', ');
  return [
    ...(transactionId ? [reference('e-RS transaction id', transactionId)] : []),
    reference('Correlation id', correlationId),
    ...(field ? [{ label: 'Field', value: field }] : []),
    ...(said
      ? [{ label: problem.source === 'proxy' ? 'Proxy said' : 'e-RS said', value: said }]
      : []),
  ];
}

function reference(label: string, value: string): Fact {
  return { label, value: copyable({ value, about: label }) };
}
