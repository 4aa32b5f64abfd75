import { ask, attempt } from './calls.mjs';
import { element, row, table } from './element.mjs';
import { formFor } from './form.mjs';
import { fieldName, moment, words } from './words.mjs';

/**
 * @typedef {import('./request-list.mjs').HeldRequest} HeldRequest
 * @typedef {{ name: string, words: string, about: string, fields: import('./form.mjs').Shape[] }} ActionForm
 * @typedef {{ at: string, version: number, event: string, by: string }} HistoryRow
 * @typedef {{ name: string, mediaType: string, size: number, scan: string, binary: string, type: string }} File
 * @typedef {{ id: string, sentBy: string, text: string, sent: string, outcome?: string }} Message
 */

/**
 * @param {readonly (readonly [string, import('./element.mjs').Content])[]} facts
 * @returns {HTMLElement}
 */
function factList(facts) {
  const shown = facts.filter(([, value]) => value !== undefined && value !== '');
  const pairs = shown.flatMap(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, value),
  ]);
  return element('dl', {}, ...pairs);
}

/**
 * @param {string} caption
 * @param {readonly string[]} headings
 * @param {readonly (readonly import('./element.mjs').Content[])[]} cells
 */
function filledTable(caption, headings, cells) {
  const { scroller, body } = table(caption, headings);
  body.append(...cells.map((one) => row(one)));
  return scroller;
}

/** @param {HeldRequest} request */
function historyOf({ held }) {
  const rows = /** @type {HistoryRow[]} */ (held['history']);
  const cells = rows.map(({ at, version, event, by }) => [moment(at), version, event, by]);
  return filledTable('History', ['When', 'Version', 'Event', 'By'], cells);
}

/** @param {readonly File[]} files */
function filesOf(files) {
  if (files.length === 0) return element('p', {}, 'No files.');
  const cells = files.map(({ name, type, mediaType, size, scan, binary }) => [
    name,
    words(type),
    mediaType,
    `${size} bytes`,
    words(scan),
    binary,
  ]);
  return filledTable('Files', ['Name', 'Kind', 'Type', 'Size', 'Scan', 'File id'], cells);
}

/**
 * @param {ActionForm} action
 * @param {string} ubrn
 * @param {() => Promise<void>} again
 */
function actionForm(action, ubrn, again) {
  return formFor({
    words: action.words,
    fields: action.fields.filter(({ name }) => name !== 'ubrn'),
    label: fieldName,
    submit: (answers) =>
      attempt('It is done.', async () => {
        await ask(`actions/${action.name}`, { method: 'POST', body: { ubrn, ...answers } });
        await again();
      }),
  });
}

/**
 * @param {readonly ActionForm[]} actions those for this kind of request
 * @returns {(ubrn: string, again: () => Promise<void>) => HTMLElement}
 */
export function formsOf(actions) {
  return (ubrn, again) =>
    element('div', { class: 'forms' }, ...actions.map((action) => actionForm(action, ubrn, again)));
}

/** @param {HeldRequest} request */
function usualFacts({ state, priority, patient, referringOrg, service, version, held }) {
  const locked = /** @type {number | undefined} */ (held['lockedUntil']);
  return /** @type {const} */ ([
    ['State', words(state)],
    ['Version', version],
    ['Priority', words(priority)],
    ['Patient', `${patient.name} ${patient.nhsNumber}`],
    ['Referring organisation', referringOrg],
    ['Service', service],
    ['Locked until', locked && moment(new Date(locked).toISOString())],
  ]);
}

/** @param {Record<string, string> | undefined} appointment */
function appointmentText(appointment) {
  if (!appointment) return undefined;
  const { id, status = '', start, reason } = appointment;
  const parts = [words(status), moment(start), reason && words(reason), `id ${id}`];
  return parts.filter(Boolean).join(', ');
}

/** @param {HeldRequest} request */
export function referralDetail(request) {
  const { held } = request;
  const appointment = /** @type {Record<string, string> | undefined} */ (held['appointment']);
  const files = /** @type {File[]} */ ([held['letters'], held['otherAttachments']].flat());
  const facts = factList([
    ...usualFacts(request),
    ['Appointment', appointmentText(appointment)],
    ['Letter intention', words(String(held['letterIntent']))],
  ]);
  return { facts: [facts], story: [historyOf(request), filesOf(files)] };
}

/** @param {Message} message */
function messageItem({ sentBy, text, sent, outcome }) {
  const what = outcome ? `, ${words(outcome)}` : '';
  return element(
    'li',
    {},
    element('p', { class: 'said-by' }, `${words(sentBy)}, ${moment(sent)}${what}`),
    element('p', {}, text),
  );
}

/** @param {HeldRequest} request */
export function adviceDetail(request) {
  const { held } = request;
  const messages = /** @type {Message[]} */ (held['messages']);
  const mayConvert = held['authorisedToConvert'] ? 'yes' : 'no';
  return {
    facts: [
      factList([...usualFacts(request), ['May be converted', mayConvert]]),
      element('h4', {}, 'Conversation'),
      element('ol', { class: 'conversation' }, ...messages.map(messageItem)),
    ],
    story: [historyOf(request), filesOf(/** @type {File[]} */ (held['attachments']))],
  };
}
