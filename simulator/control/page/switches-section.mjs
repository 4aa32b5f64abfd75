import { ask, attempt } from './calls.mjs';
import { element, section } from './element.mjs';

/** @typedef {Record<string, boolean>} Switches */

/**
 * What is deduced of e-RS, to be turned off and on.
 * @returns {Promise<() => Promise<void>>} shows them as they are now
 */
export async function showSwitches() {
  /** @type {Switches} */
  const switches = await ask('switches');
  const boxes = Object.keys(switches)
    .sort()
    .map((name) => {
      const box = element('input', { id: `switch-${name}`, type: 'checkbox' });
      box.addEventListener('change', () => {
        const sentence = `${name} is ${box.checked ? 'on' : 'off'}.`;
        void attempt(sentence, () =>
          ask('switches', { method: 'PUT', body: { [name]: box.checked } }),
        );
      });
      return { name, box };
    });
  const show = (/** @type {Switches} */ now) => {
    for (const { name, box } of boxes) box.checked = now[name] === true;
  };
  const lines = boxes.map(({ name, box }) =>
    element('div', { class: 'line' }, box, element('label', { for: box.id }, name)),
  );
  const intro =
    'What no sample of e-RS proves. The README of the simulator says what each means; a client should bear both.';
  section('switches').append(
    element('p', {}, intro),
    element('div', { class: 'switches' }, ...lines),
  );
  show(switches);
  return async () => show(await ask('switches'));
}
