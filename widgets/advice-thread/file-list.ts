import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import { clinicalDate, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { fileSize } from '../../src/ui/format.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import type { Screen } from './screen.ts';

/** Every file of the conversation once: those of the request first, then of the messages in order. */
export function allFiles({ state }: Pick<Screen, 'state'>): Letter[] {
  const { request, messages } = state;
  const files = [...(request?.files ?? []), ...messages.flatMap((each) => each.files)];
  return [...new Map(files.map((file) => [file.url, file])).values()];
}

export function unopened({ state }: Pick<Screen, 'state'>, files: readonly Letter[]): Letter[] {
  return files.filter(
    ({ url, availability }) => availability === 'AVAILABLE' && !state.files.get(url)?.openedAt,
  );
}

/** Each in full: name, size, when it was added, and what can be done with it. */
export function fileList(screen: Screen, files: readonly Letter[]): TemplateResult {
  return html`<ul class="ui-plain-list files">
    ${files.map(
      (file) =>
        html`<li class="files__file">
          ${fileLink(screen, file)}
          <div class="ui-hint">${factsOf(screen, file)}</div>
        </li>`,
    )}
  </ul>`;
}

function factsOf({ state }: Screen, { url, size, attachedAt }: Letter): TemplateResult {
  const openedAt = state.files.get(url)?.openedAt;
  const facts = [
    size === undefined ? undefined : fileSize(size),
    attachedAt && html`added <span class="ui-number">${clinicalDate(ukDayOf(attachedAt))}</span>`,
  ].filter(Boolean);
  return html`${openedAt ? `Opened ${ukTime(openedAt)}` : html`<strong>Not opened</strong>`}${facts.map((fact) => html`, ${fact}`)}`;
}

const BLOCKED = {
  PENDING: 'Being checked. It cannot be opened yet. Check again in 5 minutes.',
  THREATS_FOUND:
    'Threat found. e-RS has blocked this file for good. The practice has not been told. Ask for a new copy.',
  VALIDATION_FAILED: 'Not valid. e-RS cannot open this file. Ask for a new copy.',
};

/** A press reads it; then it can be opened or saved. What e-RS has blocked is no link. */
function fileLink(screen: Screen, { url, name, availability }: Letter): TemplateResult {
  const { state, actions, linkTo } = screen;
  if (availability !== 'AVAILABLE') {
    return html`<span class="files__name">${name}</span>
      <div class="files__blocked">${BLOCKED[availability]}</div>`;
  }
  const load = state.files.get(url)?.load;
  if (load?.status === 'open') return openLinks(name, load.content.mediaType, linkTo(load.content));
  return html`${button({
    kind: 'link',
    label: name,
    about: 'get this file',
    id: fileId(url),
    busy: load?.status === 'opening' ? `${name}: getting it…` : undefined,
    onPress: () => {
      void actions.openFile(url).then(() => screen.focus(`[data-file="${fileId(url)}"]`));
    },
  })}
  ${load?.status === 'failed' ? failure(load.problem) : nothing}`;

  function openLinks(label: string, mediaType: string, href: string): TemplateResult {
    const id = fileId(url);
    return html`<span class="files__links">
      ${
        SHOWN.includes(mediaType)
          ? html`<a class="ui-link" data-file=${id} href=${href} target="_blank" rel="noopener"
                >${label}<span class="ui-hidden">, open in a new tab</span></a
              >
              <a class="ui-link" href=${href} download=${label}
                >Save<span class="ui-hidden"> ${label}</span></a
              >`
          : html`<a class="ui-link" data-file=${id} href=${href} download=${label}
              >Save ${label}</a
            >`
      }
    </span>`;
  }
}

function failure(problem: Parameters<typeof problemText>[0]): TemplateResult {
  const { title, nextStep } = problemText(problem);
  return html`<div class="ui-error">Not opened. ${title}. ${nextStep}</div>`;
}

/** What a browser shows without running anything in it; all else is saved (architecture, PDF). */
export const SHOWN: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'text/plain',
];

function fileId(url: string): string {
  return `file-${url.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
