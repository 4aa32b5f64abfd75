import { html, nothing, type TemplateResult } from 'lit';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { AdviceOverview } from '../../src/flows/answer-advice.ts';
import type { WriteBackResult } from '../../src/host/host-adapter.ts';
import { button } from '../../src/ui/button.ts';
import { fileSize, lengthOfTime } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { isProvider, type Screen } from './screen.ts';

/** The request with its conversation as e-RS prints it. One button all the while keeps the focus. */
export function overviewPart(screen: Screen): TemplateResult {
  const { overview } = screen.state;
  if (overview.status === 'not-offered') {
    return html`<p class="ui-hint">
      e-RS does not give the conversation as a PDF over this connection. Print it in the e-RS
      application.
    </p>`;
  }
  if (overview.status === 'ready') return ready(screen, overview);
  const { actions, elapsedSeconds } = screen;
  return html`<div class="ui-row">
      ${button({
        label: overview.status === 'failed' ? 'Get the PDF again' : 'Get PDF from e-RS',
        id: 'advice-overview',
        kind: 'link',
        busy: overview.status === 'fetching' ? 'Getting the PDF…' : undefined,
        onPress: () => {
          void actions.fetchOverview().then(() => screen.focus('#advice-overview-open'));
        },
      })}
      ${overview.status === 'fetching' ? stopButton({ what: 'getting the PDF', onPress: () => actions.stopOverview() }) : nothing}
    </div>
    ${line(overview, elapsedSeconds)}`;
}

function line(overview: AdviceOverview, elapsedSeconds: number): TemplateResult | typeof nothing {
  switch (overview.status) {
    case 'fetching':
      return html`<p class="ui-hint">${lengthOfTime(elapsedSeconds)} so far.</p>`;
    case 'stopped':
      return html`<p class="ui-hint">You stopped getting the PDF. Nothing was lost.</p>`;
    case 'failed': {
      const { title, nextStep } = problemText(overview.problem);
      return html`<p class="ui-error">The PDF was not made. ${title}. ${nextStep}</p>`;
    }
    default:
      return nothing;
  }
}

type Ready = Extract<AdviceOverview, { status: 'ready' }>;

function ready(screen: Screen, { file, at }: Ready): TemplateResult {
  const href = screen.linkTo({ bytes: file.bytes, mediaType: 'application/pdf' });
  return html`<div class="ui-row">
      <a class="ui-link" id="advice-overview-open" href=${href} target="_blank" rel="noopener"
        >Open PDF from e-RS<span class="ui-hidden">, in a new tab</span></a
      >
      <a class="ui-link" href=${href} download=${file.name}
        >Save<span class="ui-hidden"> the PDF</span></a
      >
    </div>
    <p class="ui-hint">
      ${fileSize(file.bytes.size)}, made at ${ukTime(at)}. What came later is not in it.
    </p>
    ${isProvider(screen) ? nothing : filingLine(screen)}`;
}

/** What the record has said, in words: nothing is taken for filed that it did not accept. */
function filingLine({ state, actions }: Screen): TemplateResult {
  const { overview, canFile } = state;
  const filed = overview.status === 'ready' ? overview.filed : undefined;
  if (!canFile) {
    return html`<p class="ui-hint">
      Your record system takes no files from here. Save the PDF and file it by hand.
    </p>`;
  }
  const said = typeof filed === 'object' ? FILED[filed.status] : undefined;
  const isOver = typeof filed === 'object' && filed.status !== 'rejected';
  return html`<div class="ui-row">
      ${button({
        label: 'File it in the record',
        id: 'advice-file',
        busy: filed === 'asking' ? 'Asking the record…' : undefined,
        unavailable: isOver ? said : undefined,
        onPress: () => void actions.fileOverview(),
      })}
    </div>
    ${said && !isOver ? html`<p class="ui-error" role="status">${said}</p>` : nothing}`;
}

const FILED: Readonly<Record<WriteBackResult['status'], string>> = {
  accepted: 'Accepted: it is in the record.',
  queued: 'Queued: your record system will file it. Look for it in a few minutes.',
  rejected: 'Rejected: it is not in the record. Try again, or save it and file it by hand.',
  unsupported: 'Not filed: your record system does not take this kind. File it by hand.',
};
