import { nothing, type TemplateResult } from 'lit';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import { message } from '../../src/ui/message.ts';
import { outsideSession } from '../../src/ui/outside-session.ts';
import type { WidgetSession } from '../session/context.ts';

/** Why there is nothing to show yet. A session that waits says so itself. */
export function notReady(
  session: WidgetSession | undefined,
  ubrn: string,
): TemplateResult | typeof nothing {
  if (!session) return outsideSession();
  if (session.status === 'waiting') return nothing;
  if (parseUbrn(ubrn)) return nothing;
  return message({
    kind: 'error',
    title: ubrn ? 'This UBRN is not 12 digits long' : 'No referral was named',
    content: 'Nothing was asked of e-RS. Open the referral by its UBRN of 12 digits.',
  });
}
