/**
 * @typedef {string | number | undefined | false | Node} Content text, or an element
 * @typedef {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} Attributes
 */

/**
 * An element with its attributes and content. `onclick` and the like listen; `true` sets an
 * attribute without a value, `false` and undefined none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Content} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const one of content) {
    if (one !== undefined && one !== false) made.append(one instanceof Node ? one : String(one));
  }
  return made;
}

/**
 * A table that scrolls by itself where it is too wide, reachable by keyboard.
 * @param {string} caption
 * @param {readonly string[]} headings
 * @returns {{ scroller: HTMLElement, body: HTMLTableSectionElement }}
 */
export function table(caption, headings) {
  const body = element('tbody');
  const heads = headings.map((heading) => element('th', { scope: 'col' }, heading));
  const scroller = element(
    'div',
    { class: 'scroller', role: 'group', tabindex: 0, 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...heads)),
      body,
    ),
  );
  return { scroller, body };
}

/**
 * @param {readonly Content[]} cells
 * @returns {HTMLTableRowElement}
 */
export function row(cells) {
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {Attributes} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(words, act, attributes = {}) {
  return element('button', { type: 'button', onclick: act, ...attributes }, words);
}

/**
 * The section of the page with that id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function section(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no section ${id}.`);
  return found;
}
