import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AdviceMessage, AdviceParticipant } from '../../src/domain/advice.ts';
import type { Letter } from '../../src/domain/letter.ts';
import { clinicalMoment, ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { textTag } from '../../src/ui/text-tag.ts';
import { kindWords, LINE, organisationWords, personWords, roleWords } from './advice-words.ts';
import { fileList, unopened } from './file-list.ts';
import { messageText } from './message-text.ts';
import { isProvider, type Screen } from './screen.ts';

/** By the time at which each was sent, with a switch. */
export function messageList(screen: Screen): TemplateResult {
  const { state, newestFirst, turnAround } = screen;
  const { messages, readAt } = state;
  const shown = newestFirst ? [...messages].reverse() : messages;
  const count = messages.filter(({ sentBy }) => sentBy !== LINE).length;
  const order = newestFirst ? 'newest first' : 'oldest first';
  return html`<section class="thread" aria-labelledby="thread-head">
    <div class="thread__head">
      <h2 class="pane__head" id="thread-head" tabindex="-1" data-pane-heading>Conversation</h2>
      <span class="ui-faint"
        >${counted(count, 'message')}, ${order}${isProvider(screen) ? '' : '. Read only'}</span
      >
      ${button({
        id: 'thread-order',
        kind: 'link',
        label: newestFirst ? 'Oldest first' : 'Newest first',
        onPress: turnAround,
      })}
    </div>
    <ol class="ui-plain-list thread__list">
      ${repeat(
        shown,
        ({ id }) => id,
        (message) =>
          message.sentBy === LINE ? updatedLine(screen, message) : entry(screen, message),
      )}
    </ol>
    ${
      readAt
        ? html`<p class="ui-hint thread__foot">
            Last checked with e-RS at
            ${ukTime(readAt)}.${
              isProvider(screen) ? ' New messages are looked for again when you send.' : ''
            }
          </p>`
        : nothing
    }
  </section>`;
}

function entry(screen: Screen, message: AdviceMessage): TemplateResult {
  const { sentBy, sent, text, files, untoldFiles } = message;
  const ofService = sentBy === 'RESPONDER';
  return html`<li class="message ${ofService ? 'message--service' : ''}">
    <div class="message__who">
      ${people(screen, message)}
      <div class="ui-number">${clinicalMoment(sent)}</div>
    </div>
    <div class="message__what ui-stack">
      <div class="ui-faint">
        ${kindWords(screen, message)}
        ${isNews(screen, message) ? textTag({ label: 'New', kind: 'info' }) : nothing}
      </div>
      ${messageText(text)}
      ${
        files.length > 0
          ? html`<div><strong>Files</strong>${fileList(screen, files)}</div>`
          : nothing
      }
      ${untoldFiles > 0 ? untold(untoldFiles) : nothing}
    </div>
  </li>`;
}

function untold(count: number): TemplateResult {
  return html`<p class="ui-hint">
    ${counted(count, 'more file')} of this message can be seen in the e-RS application alone: e-RS
    did not say what ${count === 1 ? 'it is' : 'they are'}.
  </p>`;
}

/** What was not on screen when the user pressed Send. */
function isNews({ state }: Screen, { id }: AdviceMessage): boolean {
  const { phase } = state;
  return (
    phase.status === 'conflict' &&
    phase.changes.some((change) => change.what === 'message-added' && change.now.id === id)
  );
}

function people(screen: Screen, { sender, responsible }: AdviceMessage): TemplateResult {
  if (!sender) {
    return html`<strong>e-RS does not say who</strong>
      ${responsible ? named(screen, 'Responsible clinician', responsible) : nothing}`;
  }
  const isSame = !responsible || responsible.sdsUserId === sender.sdsUserId;
  const role = roleWords(sender);
  return html`<strong>${personWords(screen, sender)}</strong>
    <div class="ui-faint">
      ${isSame && responsible ? 'Author and responsible clinician' : `Author${role ? `, ${role}` : ''}`}
    </div>
    <div class="ui-faint">${organisationWords(screen, sender.odsCode)}</div>
    ${isSame ? nothing : named(screen, 'Responsible clinician', responsible)}`;
}

function named(screen: Screen, label: string, person: AdviceParticipant): TemplateResult {
  return html`<div class="ui-faint">${label}</div>
    <div>${personWords(screen, person)}</div>`;
}

/** A line of e-RS's own across the whole width: something is new among the files of the request. */
function updatedLine(screen: Screen, { sent, text }: AdviceMessage): TemplateResult {
  return html`<li class="message message--line">
    <strong>Clinical information updated</strong>
    <span class="ui-number">${clinicalMoment(sent)}</span>
    ${messageText(text)}
    <span>${whatIsThere(screen)}</span>
  </li>`;
}

/** Which files are the new ones, e-RS does not say. Those who added them have read them. */
function whatIsThere(screen: Screen): TemplateResult | string {
  const files = screen.state.request?.files ?? [];
  if (files.length === 0) return 'e-RS holds no files of the request now.';
  if (!isProvider(screen)) return `Files of the request: ${namesOf(files)}`;
  const left = unopened(screen, files);
  return left.length > 0
    ? html`<strong>Not opened:</strong> ${namesOf(left)}`
    : 'You have opened all files of the request that can be opened.';
}

function namesOf(files: readonly Letter[]): string {
  return files.map(({ name }) => name).join(', ');
}
