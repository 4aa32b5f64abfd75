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
 */

/**
 * What tells a list of referrals from one of advice requests.
 * @typedef {object} RequestListOptions
 * @property {'referrals' | 'advice'} name its section and its address
 * @property {string} noun
 * @property {(request: HeldRequest, again: () => Promise<void>) => Node[]} detail
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

/** @param {RequestListOptions} options */
function partsOf({ name, noun }) {
  const headings = ['UBRN', 'State', 'Patient', 'NHS number', 'Service', 'Version', 'Changed'];
  const text = element('input', { id: `${name}-text`, type: 'search' });
  const state = element('select', { id: `${name}-state` }, element('option', { value: '' }, 'any'));
  const total = element('p', { class: 'total' });
  const { scroller, body } = table(`${words(noun)}s, newest first`, headings);
  const detail = element('div', { class: 'detail', tabindex: -1 });
  const filter = element(
    'div',
    { class: 'line' },
    element('label', { for: text.id }, 'UBRN, NHS number or name'),
    text,
    element('label', { for: state.id }, 'State'),
    state,
  );
  section(name).append(filter, total, scroller, detail);
  return { text, state, total, scroller, body, detail };
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
 * A list that can be searched, with one request whole beneath it.
 * @param {RequestListOptions} options
 * @returns {(counts: Record<string, number>) => Promise<void>} shows them as they are now
 */
export function showRequestList(options) {
  const { name, noun } = options;
  const { text, state, total, scroller, body, detail } = partsOf(options);
  let opened = '';

  async function showDetail() {
    if (!opened) return;
    /** @type {HeldRequest} */
    const request = await ask(`${name}/${opened}`);
    const heading = element('h3', {}, `${words(noun)} ${groups(request.ubrn)}`);
    detail.replaceChildren(heading, ...options.detail(request, showAll));
  }

  async function showList() {
    const query = new URLSearchParams({ text: text.value, state: state.value });
    /** @type {{ total: number, rows: ListedRequest[] }} */
    const { total: found, rows } = await ask(`${name}?${query}`);
    const cut = rows.length < found ? `, the newest ${rows.length} shown` : '';
    total.textContent = `${found} ${noun}${found === 1 ? '' : 's'}${cut}`;
    scroller.hidden = found === 0;
    body.replaceChildren(...rows.map((one) => rowOf(one, () => void open(one.ubrn))));
  }

  async function open(/** @type {string} */ ubrn) {
    opened = ubrn;
    await showDetail();
    detail.focus();
  }

  async function showAll() {
    await showList();
    // After a reset it may be gone.
    await showDetail().catch(() => {
      opened = '';
      detail.replaceChildren();
    });
  }

  text.addEventListener('input', () => void showList());
  state.addEventListener('change', () => void showList());
  return async (counts) => {
    showStates(state, counts);
    await showAll();
  };
}
