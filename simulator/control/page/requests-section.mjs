import { element, row, section, table } from './element.mjs';
import { moment } from './words.mjs';

/** @typedef {import('../request-log.ts').LoggedRequest} LoggedRequest */

const KEPT = 100;

/**
 * @param {LoggedRequest} request
 * @returns {HTMLTableRowElement}
 */
function rowOf({ at, interaction, method, dialect, status, ms, transactionId }) {
  const made = row([
    moment(at).replace(/^.*, /, ''),
    interaction ?? `${method}, nothing answers there`,
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
 * @returns {(requests: readonly LoggedRequest[]) => void} shows those that came since
 */
export function showRequests() {
  const headings = ['Time', 'Interaction', 'Dialect', 'Status', 'ms', 'Transaction id'];
  const { scroller, body } = table('Newest first', headings);
  const none = element('p', {}, 'None yet.');
  scroller.hidden = true;
  section('requests').append(none, scroller);
  return (requests) => {
    if (requests.length === 0) return;
    none.hidden = true;
    scroller.hidden = false;
    body.prepend(...requests.map(rowOf).reverse());
    while (body.rows.length > KEPT) body.deleteRow(-1);
  };
}
