import type { TemplateResult } from 'lit';
import { message } from './message.ts';

/** A widget that a page has placed without a session around it. */
export function outsideSession(): TemplateResult {
  return message({
    kind: 'error',
    title: 'This part of the page is not connected to e-RS',
    content: 'It stands outside an e-RS session. Tell the supplier of your system.',
  });
}
