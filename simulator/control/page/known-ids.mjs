import { ask } from './calls.mjs';
import { element } from './element.mjs';

/**
 * What fields for an id offer to choose from.
 * @typedef {object} Directory
 * @property {{ id: string, name: string }[]} services
 * @property {{ odsCode: string, name: string, kind: string }[]} organisations
 * @property {{ identifier: string, name: string }[]} users
 */

const lists = /** @type {Record<string, (directory: Directory) => [string, string][]>} */ ({
  serviceId: ({ services }) => services.map(({ id, name }) => [id, name]),
  odsCode: ({ organisations }) =>
    organisations.filter(({ kind }) => kind !== 'site').map(({ odsCode, name }) => [odsCode, name]),
  userId: ({ users }) => users.map(({ identifier, name }) => [identifier, name]),
});

/**
 * The id of the list of a field, where there is one.
 * @param {string} name
 */
export function knownIdsFor(name) {
  return name in lists ? `known-${name}` : undefined;
}

/** Puts the lists into the page: what somebody types is searched in ids and names. */
export async function offerKnownIds() {
  /** @type {Directory} */
  const directory = await ask('directory');
  for (const [name, idsOf] of Object.entries(lists)) {
    const options = idsOf(directory).map(([value, label]) => element('option', { value, label }));
    document.body.append(element('datalist', { id: `known-${name}` }, ...options));
  }
}
