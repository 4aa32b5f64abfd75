import { html, nothing, type TemplateResult } from 'lit';
import { checkFile } from '../../src/domain/file-rules.ts';
import type { AttachLettersFlow } from '../../src/flows/attach-letters.ts';
import type { HostDocument } from '../../src/host/host-adapter.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { fileSize } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { textField } from '../../src/ui/text-field.ts';
import { acceptedTypes, acceptedWords, refusalWords, typeOf } from './letter-words.ts';
import { call, partHeading, stopping, type Screen } from './screen.ts';

/** Files of this computer: chosen, or dropped on the area. */
export function dropArea({ whyNotSend }: Screen, letters: AttachLettersFlow): TemplateResult {
  const { limits } = letters.state;
  return html`<div class="drop" @dragover=${allowDrop} @drop=${dropped(letters)}>
    <input
      type="file"
      multiple
      hidden
      id="file-input"
      aria-label="Files to attach"
      accept=${acceptedTypes(limits)}
      @change=${chosen(letters)}
    />
    ${button({
      label: 'Choose files',
      id: 'choose-files',
      unavailable: whyNotSend,
      onPress: openChooser,
    })}
    <div>
      <div>or drop them here</div>
      <div class="ui-hint">${acceptedWords(limits)}</div>
    </div>
  </div>`;
}

function openChooser({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  currentTarget.parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
}

function chosen({ actions }: AttachLettersFlow): (event: Event) => void {
  return ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.files?.length) return;
    const files = [...target.files];
    // So that the same file can be chosen again after it was left out.
    target.value = '';
    void actions.add(files);
  };
}

function allowDrop(event: DragEvent): void {
  event.preventDefault();
}

function dropped({ actions }: AttachLettersFlow): (event: DragEvent) => void {
  return (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void actions.add(files);
  };
}

/** Documents of the patient's record, where the host lists them. */
export function recordDocuments(screen: Screen, letters: AttachLettersFlow): TemplateResult {
  const { documents } = letters.state;
  return html`${partHeading(screen, 'Add from the record')}
    <p class="ui-faint">Documents of this patient. Add only what the service needs.</p>
    ${typeof documents === 'string' ? noList(screen, letters, documents) : list(screen, letters, documents)}`;
}

function noList(
  screen: Screen,
  { actions }: AttachLettersFlow,
  status: keyof typeof SAID,
): TemplateResult {
  const stop = { what: 'reading the list of documents', onPress: actions.stopDocuments };
  return html`<p>${SAID[status]}</p>
    ${
      status === 'loading'
        ? stopButton(stopping(screen, stop, '#list-documents'))
        : button({
            label: 'Read the list again',
            id: 'list-documents',
            onPress: call(actions.listDocuments),
          })
    }`;
}

const SAID = {
  'not-offered': '',
  loading: 'Reading the list of documents…',
  stopped:
    'You stopped reading the list of documents. You can choose files from this computer meanwhile.',
  failed: 'The list of documents could not be read. Choose files from this computer instead.',
};

function list(
  screen: Screen,
  letters: AttachLettersFlow,
  documents: readonly HostDocument[],
): TemplateResult {
  const { documentFilter } = screen.memory;
  const sought = documentFilter.trim().toLowerCase();
  const shown = documents.filter(({ name, mediaType }) =>
    `${name} ${mediaType}`.toLowerCase().includes(sought),
  );
  return html`${
      documents.length > 5
        ? textField({
            id: 'document-filter',
            label: 'Filter by name or type',
            value: documentFilter,
            onInput: (text) => screen.remember({ documentFilter: text }),
          })
        : nothing
    }
    <p class="ui-hint" role="status">${shownWords(shown.length, documents.length)}</p>
    <ul class="ui-plain-list aside__list">
      ${shown.map((document) => html`<li>${documentTick(letters, document)}</li>`)}
    </ul>`;
}

function shownWords(shown: number, all: number): string {
  if (all === 0) return 'The record has no documents to add.';
  return shown === all ? '' : `${shown} of ${all} documents are shown.`;
}

function documentTick(
  { state, actions }: AttachLettersFlow,
  document: HostDocument,
): TemplateResult {
  const { id, name, size } = document;
  const added = state.files.find((file) => file.source === 'record' && file.name === name);
  const refusal = added ? undefined : whyNot(document, state);
  return checkbox({
    id: `document-${id}`,
    label: name,
    hint: `${typeOf(name)}, ${fileSize(size)}${added ? '. Added' : ''}`,
    unavailable: refusal && `${typeOf(name)}, ${fileSize(size)}. ${refusal}`,
    checked: added !== undefined,
    onChange: (checked) => {
      if (checked) void actions.addDocument(id);
      else if (added) actions.leaveOut(added.id);
    },
  });
}

/** What would be refused is not fetched first. A name that is taken is sorted out once it is added. */
function whyNot(
  { name, size, mediaType }: HostDocument,
  { limits }: AttachLettersFlow['state'],
): string | undefined {
  const reason = checkFile({ name, size, type: mediaType }, limits, []);
  return reason && refusalWords(reason, name, limits).join(' ');
}
