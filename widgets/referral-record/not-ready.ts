import { html, nothing, type TemplateResult } from 'lit';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { outsideSession } from '../../src/ui/outside-session.ts';
import type { ReadySession, WidgetSession } from '../session/context.ts';
import { openForm, type OpenForm } from './open-form.ts';

interface NotReady {
  session: WidgetSession | undefined;
  /** The referral, where one is named. */
  ubrn: Ubrn | undefined;
  /** The code of it could not be loaded. */
  failed: boolean;
  form: OpenForm;
  remember: (form: OpenForm) => void;
  open: (typed: string) => void;
  loadAgain: () => void;
}

/** Why there is no referral to show yet. A session that waits, or lists, says so itself. */
export function notReady(options: NotReady): TemplateResult | typeof nothing {
  const { session, ubrn, failed, form, remember, open, loadAgain } = options;
  if (!session) return outsideSession();
  if (session.status !== 'ready') return nothing;
  if (!session.can('open-referral')) return listsOnly(session);
  if (!ubrn) return openForm({ ...form, remember, open });
  if (!failed) {
    return html`<div class="alone">
      ${loadingPart({ what: 'Opening the referral', elapsedSeconds: 0 })}
    </div>`;
  }
  return html`<div class="alone">
    ${message({
      kind: 'error',
      title: 'This part of the page could not be loaded',
      content: html`Nothing was asked of e-RS.
      ${button({ label: 'Load it again', onPress: loadAgain })}`,
      takesFocus: true,
    })}
  </div>`;
}

function listsOnly({ role, closeRecord }: ReadySession): TemplateResult {
  const isProvider = role.businessFunction.startsWith('SERVICE_PROVIDER_');
  const who = isProvider ? 'service provider clinician' : 'referring clinician';
  return html`<div class="alone">
    ${message({
      kind: 'info',
      title: 'You cannot open this referral here',
      content: html`Your role can see lists only. A ${who} or their admin can open it.
      ${closeRecord ? button({ label: 'Back to list', kind: 'link', onPress: closeRecord }) : nothing}`,
      takesFocus: true,
    })}
  </div>`;
}
