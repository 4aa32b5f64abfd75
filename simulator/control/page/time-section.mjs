import { ask, attempt } from './calls.mjs';
import { button, element, section } from './element.mjs';
import { moment } from './words.mjs';

const HOUR = 3_600_000;

/**
 * @param {() => Promise<void>} refresh
 * @returns {HTMLElement}
 */
function resetLine(refresh) {
  const keep = element('input', { id: 'keep-sessions', type: 'checkbox', checked: true });
  const reset = () =>
    void attempt('Everything is as at the start.', async () => {
      await ask('reset', { method: 'POST', body: { keepSessions: keep.checked } });
      await refresh();
    });
  return element(
    'div',
    { class: 'line' },
    button('Start again', reset, { class: 'warning' }),
    keep,
    element('label', { for: keep.id }, 'Keep who is logged in'),
  );
}

/**
 * Clock, and the way back to the start.
 * @param {{ refresh: () => Promise<void> }} page
 * @returns {(now: string) => void} shows the time
 */
export function showTime({ refresh }) {
  const shown = element('p', { class: 'now' });
  const placeholder = 'yyyy-mm-ddThh:mm:ssZ';
  const field = element('input', { id: 'set-time', type: 'text', placeholder });
  let now = '';
  const set = (/** @type {string} */ instant) =>
    attempt('The simulated time is set.', async () => {
      await ask('clock', { method: 'PUT', body: { now: instant } });
      await refresh();
    });
  const later = (/** @type {number} */ ms) =>
    void set(new Date(Date.parse(now) + ms).toISOString());
  const clockLine = element(
    'div',
    { class: 'line' },
    button('1 hour on', () => later(HOUR)),
    button('1 day on', () => later(24 * HOUR)),
    element('label', { for: field.id }, 'Or an instant'),
    field,
    button('Set the time', () => void set(field.value)),
  );
  section('time').append(shown, clockLine, resetLine(refresh));
  return (instant) => {
    now = instant;
    shown.textContent = `${moment(instant)} (London)`;
  };
}
