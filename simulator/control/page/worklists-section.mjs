import { ask } from './calls.mjs';
import { element, row, section, table } from './element.mjs';
import { words } from './words.mjs';

/** @typedef {{ list: string, odsCode: string, count: number }} WorklistCount */

/**
 * How many requests are on each list of each organisation.
 * @returns {() => Promise<void>} shows them as they are now
 */
export function showWorklists() {
  const { scroller, body } = table('Rows on each list', ['List', 'Organisation', 'Rows']);
  const none = element('p', {}, 'Every list is empty.');
  section('worklists').append(none, scroller);
  return async () => {
    /** @type {WorklistCount[]} */
    const counts = await ask('worklists');
    none.hidden = counts.length > 0;
    scroller.hidden = counts.length === 0;
    body.replaceChildren(
      ...counts.map(({ list, odsCode, count }) => row([words(list), odsCode, count])),
    );
  };
}
