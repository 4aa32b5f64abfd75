import { element, row, section, table } from './element.mjs';
import { moment } from './words.mjs';

/** @typedef {import('../request-log.ts').LoggedRequest} LoggedRequest */

const KEPT = 100;

/** @typedef {Readonly<Record<string, string>>} InteractionNames */

/**
 * @param {LoggedRequest} request
 * @param {InteractionNames} names
 * @returns {HTMLTableRowElement}
 */
function rowOf({ at, interaction, method, dialect, status, ms, transactionId }, names) {
  const made = row([
    moment(at).replace(/^.*, /, ''),
    interaction ? `${interaction} ${names[interaction] ?? ''}` : `${method}, nothing answers there`,
    dialect,
    status ?? 'line dropped',
    ms,
    transactionId ?? '',
  ]);
  if (status === undefined || status >= 400) made.className = 'failed';
  return made;
}

/**
 * Requests to e-RS as they come, newest first.
 * @param {InteractionNames} names what each interaction does
 * @returns {(requests: readonly LoggedRequest[]) => void} shows those that came since
 */
export function showRequests(names) {
  const headings = ['Time', 'Interaction', 'Dialect', 'Status', 'ms', 'Transaction id'];
  const { scroller, body } = table('Newest first', headings);
  const none = element('p', {}, 'None yet.');
  scroller.hidden = true;
  section('requests').append(none, scroller);
  return (requests) => {
    if (requests.length === 0) return;
    none.hidden = true;
    scroller.hidden = false;
    body.prepend(...requests.map((one) => rowOf(one, names)).reverse());
    while (body.rows.length > KEPT) body.deleteRow(-1);
  };
}
