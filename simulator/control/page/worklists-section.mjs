import { ask } from './calls.mjs';
import { button, element, row, section, table } from './element.mjs';
import { words } from './words.mjs';

/** @typedef {{ list: string, odsCode: string, count: number }} WorklistCount */

/**
 * How many requests are on each list of each organisation.
 * @param {(worklist: WorklistCount) => void} open shows what is on one
 * @returns {() => Promise<void>} shows them as they are now
 */
export function showWorklists(open) {
  const { scroller, body } = table('Rows on each list', ['List', 'Organisation', 'Rows']);
  const none = element('p', {}, 'Every list is empty.');
  section('worklists').append(none, scroller);
  return async () => {
    /** @type {WorklistCount[]} */
    const counts = await ask('worklists');
    none.hidden = counts.length > 0;
    scroller.hidden = counts.length === 0;
    body.replaceChildren(
      ...counts.map((one) => {
        const { list, odsCode, count } = one;
        const named = button(words(list), () => open(one), {
          class: 'link',
          'aria-label': `Show ${words(list)} of ${odsCode}`,
        });
        return row([named, odsCode, count]);
      }),
    );
  };
}
