import { ask } from './calls.mjs';
import { button, element, row, section, table } from './element.mjs';
import { groups, moment, words } from './words.mjs';

/**
 * One row of a list of referrals or advice requests.
 * @typedef {object} ListedRequest
 * @property {string} ubrn
 * @property {number} version
 * @property {string} state
 * @property {string} priority
 * @property {{ nhsNumber: string, name: string }} patient
 * @property {string} referringOrg
 * @property {string} [service]
 * @property {string} [changed]
 *
 * @typedef {ListedRequest & { held: Record<string, unknown> }} HeldRequest
 * @typedef {{ total: number, rows: ListedRequest[] }} Listed
 */

/**
 * What tells a list of referrals from one of advice requests.
 * @typedef {object} RequestListOptions
 * @property {'referrals' | 'advice'} name its section and its address
 * @property {string} noun
 * @property {(request: HeldRequest) => { facts: Node[], story: Node[] }} detail
 * @property {(ubrn: string, again: () => Promise<void>) => Node} forms
 */

/**
 * @typedef {object} RequestList
 * @property {(counts: Record<string, number>) => Promise<void>} update shows them as they are now
 * @property {(worklist: { list: string, odsCode: string }) => void} showList only what is on it
 */

/**
 * @param {ListedRequest} request
 * @param {() => void} open
 */
function rowOf({ ubrn, state, patient, service, version, changed }, open) {
  return row([
    button(groups(ubrn), open, { class: 'link' }),
    words(state),
    patient.name,
    patient.nhsNumber,
    service ?? '',
    version,
    moment(changed),
  ]);
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 */
function field(label, control) {
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
}

/** @param {RequestListOptions} options */
function partsOf({ name, noun }) {
  const headings = ['UBRN', 'State', 'Patient', 'NHS number', 'Service', 'Version', 'Changed'];
  const text = element('input', { id: `${name}-text`, type: 'search' });
  const state = element('select', { id: `${name}-state` }, element('option', { value: '' }, 'any'));
  const total = element('p', { class: 'total' });
  const { scroller, body } = table(`${words(noun)}s, last changed first`, headings);
  const detail = element('div', { class: 'detail', tabindex: -1 });
  const listed = element('p', { class: 'listed' });
  const filter = element(
    'div',
    { class: 'filter' },
    field('UBRN, NHS number or name', text),
    field('State', state),
  );
  section(name).append(filter, listed, total, scroller, detail);
  return { text, state, listed, total, scroller, body, detail };
}

/**
 * Runs only when what is to be shown differs from what is: nothing moves under the user's hands.
 * @template Shown
 * @param {(value: Shown) => void} show
 * @returns {(value: Shown) => void}
 */
function whenDifferent(show) {
  let shown = '';
  return (value) => {
    const text = JSON.stringify(value);
    if (text === shown) return;
    shown = text;
    show(value);
  };
}

/**
 * The choices of the state filter, each with how many there are; keeps what was chosen.
 * @param {HTMLSelectElement} state
 * @param {Record<string, number>} counts
 */
function showStates(state, counts) {
  const chosen = state.value;
  const options = Object.entries(counts)
    .sort()
    .map(([code, count]) => element('option', { value: code }, `${words(code)} (${count})`));
  state.replaceChildren(element('option', { value: '' }, 'any'), ...options);
  state.value = chosen in counts ? chosen : '';
}

/**
 * One request whole. Its forms stay as they are while what is around them follows e-RS.
 * @param {RequestListOptions} options
 * @param {{ detail: HTMLElement, again: () => Promise<void> }} place
 */
function openedRequest({ name, noun, detail: describe, forms }, { detail, again }) {
  const [facts, story] = [element('div'), element('div')];
  let opened = '';
  const show = whenDifferent((/** @type {HeldRequest} */ request) => {
    const shown = describe(request);
    facts.replaceChildren(...shown.facts);
    story.replaceChildren(...shown.story);
  });
  const update = async () => {
    if (opened) show(await ask(`${name}/${opened}`));
  };
  const close = () => {
    opened = '';
    detail.replaceChildren();
  };
  const open = async (/** @type {string} */ ubrn) => {
    opened = ubrn;
    const heading = element('h3', {}, `${words(noun)} ${groups(ubrn)}`);
    detail.replaceChildren(heading, facts, forms(ubrn, again), story);
    await update();
    detail.focus();
  };
  // After a reset it may be gone.
  return { open, update: () => update().catch(close) };
}

/**
 * One worklist instead of every request, until somebody wants all of them again.
 * @param {HTMLElement} place where it says so
 * @param {() => Promise<void>} showList
 */
function worklistFilter(place, showList) {
  let query = {};
  const clear = () => {
    query = {};
    place.replaceChildren();
    void showList();
  };
  return {
    query: () => query,
    set: (/** @type {{ list: string, odsCode: string }} */ { list, odsCode }) => {
      query = { list, odsCode };
      const all = button('Show all', clear);
      place.replaceChildren(`On the list ${words(list)} of ${odsCode}`, all);
      void showList();
      all.focus();
    },
  };
}

/**
 * A list that can be searched, with one request whole beneath it.
 * @param {RequestListOptions} options
 * @returns {RequestList}
 */
export function showRequestList(options) {
  const { name, noun } = options;
  const { text, state, listed, total, scroller, body, detail } = partsOf(options);
  const again = async () => {
    await Promise.all([showList(), opened.update()]);
  };
  const opened = openedRequest(options, { detail, again });

  const show = whenDifferent((/** @type {Listed} */ { total: found, rows }) => {
    const cut = rows.length < found ? `, ${rows.length} of them shown` : '';
    total.textContent = `${found} ${noun}${found === 1 ? '' : 's'}${cut}`;
    scroller.hidden = found === 0;
    body.replaceChildren(...rows.map((one) => rowOf(one, () => void opened.open(one.ubrn))));
  });

  async function showList() {
    const typed = { text: text.value, state: state.value };
    const query = new URLSearchParams({ ...typed, ...worklist.query() });
    show(await ask(`${name}?${query}`));
  }

  const worklist = worklistFilter(listed, showList);
  const showCounts = whenDifferent((/** @type {Record<string, number>} */ counts) =>
    showStates(state, counts),
  );
  text.addEventListener('input', () => void showList());
  state.addEventListener('change', () => void showList());
  const update = async (/** @type {Record<string, number>} */ counts) => {
    showCounts(counts);
    await again();
  };
  return { update, showList: worklist.set };
}
