import { ask, attempt } from './calls.mjs';
import { button, element, section } from './element.mjs';
import { formFor } from './form.mjs';
import { fieldName } from './words.mjs';

/**
 * @typedef {import('../faults.ts').FaultBook['waiting'][number]} WaitingFault
 * @typedef {import('./form.mjs').Shape} Shape
 */

/** @param {WaitingFault} fault */
function sentence({ operation, kind, nth, seen, phase, status, ersCode, ms, repeat }) {
  const left = Math.max(1, nth - seen);
  const which = left === 1 ? 'the next request' : `request ${left} from now`;
  const facts = [
    phase !== 'before' && phase,
    status && `HTTP ${status}`,
    ersCode,
    ms !== undefined && `${ms} ms`,
  ].filter(Boolean);
  const more = facts.length > 0 ? ` (${facts.join(', ')})` : '';
  return `${operation}: ${kind}${more} at ${which}${repeat ? ' and every later one' : ''}`;
}

/**
 * Arms, lists and clears faults.
 * @param {{ shapes: readonly Shape[], refresh: () => Promise<void> }} page
 * @returns {(faults: readonly WaitingFault[]) => void} shows those that wait
 */
export function showFaults({ shapes, refresh }) {
  const list = element('ul', { class: 'waiting' });
  const none = element('p', {}, 'None is armed.');
  const clear = button(
    'Clear all faults',
    () =>
      void attempt('No fault is armed.', async () => {
        await ask('faults', { method: 'DELETE' });
        await refresh();
      }),
  );
  const form = formFor({
    words: 'Arm the fault',
    fields: shapes,
    label: fieldName,
    submit: (answers) =>
      attempt(`Armed for ${answers['operation']}.`, async () => {
        await ask('faults', { method: 'POST', body: answers });
        await refresh();
      }),
  });
  const heading = element('h3', {}, 'Armed');
  section('faults').append(form, heading, none, list, clear);
  let shown = '';
  return (faults) => {
    const sentences = faults.map(sentence);
    if (shown === sentences.join('\n')) return;
    shown = sentences.join('\n');
    none.hidden = faults.length > 0;
    list.replaceChildren(...sentences.map((one) => element('li', {}, one)));
  };
}
