import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { typeAndSize } from './file-words.ts';
import { paneHeading } from './pane.ts';
import type { Preview } from './previews.ts';
import type { Screen } from './screen.ts';
import { shownFile, showFile } from './shown-file.ts';

/** The letter, or whichever file was chosen. */
export function letterPane(screen: Screen): TemplateResult {
  const letter = shownFile(screen);
  return html`<section class="pane pane--viewer ui-stack" data-pane aria-label="Letter">
    ${paneHeading(letter ? letter.name : 'Letter')}
    ${letter ? file(screen, letter) : noLetter(screen)}
  </section>`;
}

function noLetter({ state }: Screen): TemplateResult {
  const { letters } = state.referral ?? { letters: [] };
  return letters.length === 0
    ? html`<p>
        No letter is attached to this referral. The practice may add it later; without it the
        referral cannot be decided on.
      </p>`
    : html`<p>None of the files can be opened now. Each says why under Files.</p>`;
}

function file(screen: Screen, letter: Letter): TemplateResult {
  const load = screen.state.files.get(letter.url)?.load;
  switch (load?.status) {
    case 'opening':
      return loadingPart({ what: 'Opening the file', elapsedSeconds: screen.elapsedSeconds });
    case 'failed':
      return problemPart({
        problem: load.problem,
        safe: 'The file was not opened.',
        action: button({ label: 'Open it again', onPress: () => showFile(screen, letter) }),
      });
    case 'open':
      return html`<p class="ui-faint">${typeAndSize(letter)}</p>
        ${preview(screen, screen.previews.of(load.content), {
          name: letter.name,
          onOpen: () => follow(screen, letter.url),
        })}`;
    default:
      return html`<p class="ui-faint">${typeAndSize(letter)}</p>
        ${button({ label: 'Open', about: letter.name, onPress: () => showFile(screen, letter) })}`;
  }
}

/** Under this it is noted when the summary was opened: it has no address. */
const SUMMARY = 'summary';

/** What the referrer filled in: e-RS makes a PDF of it at each asking, without the letters. */
export function summaryPane(screen: Screen): TemplateResult {
  return html`<section class="pane pane--viewer ui-stack" data-pane aria-label="Clinical summary">
    ${paneHeading('Clinical summary')} ${summary(screen)}
  </section>`;
}

function summary(screen: Screen): TemplateResult {
  const { actions } = screen;
  const { summary: now } = screen.state;
  const ask = (label: string): TemplateResult =>
    button({ label, id: 'get-summary', onPress: () => void actions.fetchSummary() });
  switch (now.status) {
    case 'not-asked':
      return html`<p>
          e-RS makes it when it is asked for. It has what the referrer filled in, and no letters.
        </p>
        ${ask('Get the clinical summary')}`;
    case 'fetching':
      return loadingPart({
        what: 'Getting the clinical summary',
        elapsedSeconds: screen.elapsedSeconds,
        stop: { what: 'getting the clinical summary', onPress: actions.stopSummary },
      });
    case 'stopped':
      return stoppedPart('getting the clinical summary', ask('Get it again'));
    case 'failed':
      return problemPart({
        problem: now.problem,
        safe: 'There is no clinical summary here. The letters are another thing.',
        action: ask('Get it again'),
      });
    case 'ready':
      return html`<p class="ui-faint">PDF from e-RS, made at ${ukTime(now.at)}</p>
        ${preview(
          screen,
          screen.previews.of({ bytes: now.file.bytes, mediaType: 'application/pdf' }),
          {
            name: now.file.name,
            onOpen: () => follow(screen, SUMMARY),
          },
        )}`;
  }
}

function follow({ memory, remember, now }: Screen, url: string): void {
  remember({ followed: new Map(memory.followed).set(url, now) });
}

interface Shown {
  name: string;
  onOpen: () => void;
}

function preview(screen: Screen, look: Preview, { name, onOpen }: Shown): TemplateResult {
  switch (look.kind) {
    case 'reading':
      return html`<p>Reading the file.</p>`;
    case 'image':
      return picture(screen, look.canvas, name);
    case 'text':
      return html`<pre class="text-file" tabindex="0" aria-label=${name}>${look.text}</pre>`;
    case 'pdf':
      return html`<div class="document">
        <a
          class="ui-button open-file"
          href=${look.url}
          target="_blank"
          rel="noopener"
          @click=${onOpen}
          >Open in a new tab<span class="ui-hidden">: ${name}</span></a
        >
        ${save(look.url, { name, onOpen })}
      </div>`;
    case 'download':
      return html`<p>${WHY_DOWNLOADED[look.why]}</p>
        ${save(look.url, { name, onOpen })}`;
  }
}

const WHY_DOWNLOADED = {
  type: 'Files of this kind are not shown here. Save it, and open it with your own software.',
  'too-large': 'It is too large to be shown here. Save it, and open it with your own software.',
  broken: 'It could not be shown here. Save it, and open it with your own software.',
};

function save(url: string, { name, onOpen }: Shown): TemplateResult {
  return html`<a class="ui-button ui-button--link" href=${url} download=${name} @click=${onOpen}
    >Save<span class="ui-hidden"> ${name}</span></a
  >`;
}

function picture(
  { memory, remember }: Screen,
  canvas: HTMLCanvasElement,
  name: string,
): TemplateResult {
  const { fullSize } = memory;
  return html`<div class="ui-row">
      ${button({
        label: fullSize ? 'Fit width' : 'Full size',
        about: name,
        id: 'picture-size',
        onPress: () => remember({ fullSize: !fullSize }),
      })}
    </div>
    <div class="picture ${fullSize ? 'picture--full' : ''}" tabindex=${fullSize ? '0' : nothing}>
      <span role="img" aria-label=${name}>${canvas}</span>
    </div>`;
}
