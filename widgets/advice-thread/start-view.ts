import { html, nothing, type TemplateResult } from 'lit';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { outsideSession } from '../../src/ui/outside-session.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import { bar } from '../../src/ui/steps.ts';
import { textField } from '../../src/ui/text-field.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { ReadySession, WidgetSession } from '../session/context.ts';

/** What is typed where no list and no host has named a request. */
export interface OpenForm {
  typed: string;
  /** It was pressed, and this is no UBRN. */
  isWrong: boolean;
}

interface Start {
  session: WidgetSession | undefined;
  /** The request, where one is named, or a question is being opened. */
  ubrn: Ubrn | undefined;
  asking: boolean;
  /** The code of it could not be loaded. */
  failed: boolean;
  form: OpenForm;
  remember: (form: OpenForm) => void;
  open: (ubrn: Ubrn) => void;
  ask: () => void;
  loadAgain: () => void;
}

/** Why there is no conversation to show yet. A session that waits, or lists, says so itself. */
export function startView(options: Start): TemplateResult | typeof nothing {
  const { session, ubrn, asking } = options;
  if (!session) return outsideSession();
  if (session.status !== 'ready') return nothing;
  return html`${bar({ title: 'e-Referral Service', aside: 'Advice and guidance' })}
    ${
      session.banner === 'always'
        ? patientBanner({ patient: session.patient, today: ukDayOf(session.clock.now()) })
        : nothing
    }
    <div class="alone">
      ${ubrn || asking ? opening(options, session) : choices(options, session)}
    </div>`;
}

function opening({ failed, asking, loadAgain }: Start, session: ReadySession): TemplateResult {
  if (!asking && !session.can('open-advice')) return listsOnly(session);
  if (!failed) {
    const what = asking ? 'Opening the question' : 'Opening the advice request';
    return loadingPart({ what, elapsedSeconds: 0 });
  }
  return message({
    kind: 'error',
    title: 'This part of the page could not be loaded',
    content: html`Nothing was asked of e-RS.
    ${button({ label: 'Load it again', onPress: loadAgain })}`,
    takesFocus: true,
  });
}

function listsOnly({ role, closeRecord }: ReadySession): TemplateResult {
  const isProvider = role.businessFunction.startsWith('SERVICE_PROVIDER_');
  const who = isProvider ? 'service provider clinician' : 'referring clinician';
  return message({
    kind: 'info',
    title: 'You cannot open this advice request here',
    content: html`Your role can see lists only. A ${who} or their admin can open it.
    ${closeRecord ? button({ label: 'Back to list', kind: 'link', onPress: closeRecord }) : nothing}`,
    takesFocus: true,
  });
}

function choices(options: Start, session: ReadySession): TemplateResult {
  if (!session.can('open-advice')) return listsOnly(session);
  const isReferrer = session.role.businessFunction.startsWith('REFERRING_');
  return html`<div class="start">
    ${ubrnForm(options)} ${isReferrer ? askPart(options, session) : nothing}
  </div>`;
}

function ubrnForm({ form, remember, open }: Start): TemplateResult {
  const { typed, isWrong } = form;
  const submit = (): void => {
    const ubrn = parseUbrn(typed);
    if (ubrn) open(ubrn);
    else remember({ typed, isWrong: true });
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  };
  return html`<section class="ui-stack" aria-label="Open an advice request" @keydown=${keydown}>
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>Open an advice request</h2>
    ${textField({
      id: 'advice-ubrn',
      label: 'UBRN',
      hint: 'The 12 digits that e-RS gave the request. Spaces do not matter.',
      error: isWrong ? 'Enter a UBRN of 12 digits' : undefined,
      value: typed,
      width: 'medium',
      inputMode: 'numeric',
      onInput: (text) => remember({ typed: text, isWrong: false }),
    })}
    ${button({ label: 'Open', about: 'the advice request', id: 'advice-open', onPress: submit })}
    <p class="ui-hint">e-RS cannot be searched for a patient’s requests.</p>
  </section>`;
}

/** In its place whatever the connection: where it is not there it says why, and the way round. */
function askPart({ ask }: Start, { can }: ReadySession): TemplateResult {
  const label = 'Ask for advice';
  return html`<section class="ui-stack" aria-labelledby="ask-head">
    <h2 class="ui-h2" id="ask-head">Ask for advice</h2>
    <p>Ask a service’s clinicians about this patient before you refer, or instead.</p>
    ${
      can('ask-for-advice')
        ? button({ label, id: 'advice-ask', onPress: ask })
        : unavailableAction({
            label,
            id: 'advice-ask',
            reason:
              'Not available over this connection: e-RS takes new requests for advice only in the e-RS application, or over its API platform. Ask there, then open the request here by its UBRN.',
          })
    }
  </section>`;
}
