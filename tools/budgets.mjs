// What a user's browser may have to load, in bytes, minified and gzipped.
const KB = 1000;

/**
 * A budget by the part it bounds; every widget without one of its own has `a widget`. Its lazy
 * parts count too. Why shared and widgets may be larger than first planned: decisions 0005, 0007,
 * 0008, 0012, 0013.
 */
const BUDGETS = {
  client: 25 * KB,
  shared: 75 * KB,
  'loaded when needed': 30 * KB,
  session: 8.5 * KB,
  'a widget': 30.5 * KB,
  'shared, session and one widget': 114 * KB,
  'all in one file': 225 * KB,
  'ers-host.js': 12 * KB,
  // With fhirclient in it, and never among the others (decision 0011).
  'SMART entry': 20 * KB,
};

/**
 * What was measured; a part that does not exist yet is undefined.
 * @typedef {object} Sizes
 * @property {number | undefined} client
 * @property {number | undefined} shared what all widgets share: lit, client, flows, ui, sheets
 * @property {number | undefined} later of it what is loaded only when needed
 * @property {Record<string, number>} widgets each widget's own
 * @property {number | undefined} oneFile
 * @property {number | undefined} host what a host's page loads to show the frame
 * @property {number | undefined} [smart]
 */

/** @typedef {{ part: string, bytes: number | undefined, budget: number }} Measured */

/**
 * @param {Sizes} sizes
 * @returns {Measured[]}
 */
export function measuredParts({ client, shared, later, widgets, oneFile, host, smart }) {
  const { session, ...others } = widgets;
  const largest = Math.max(0, ...Object.values(others));
  const together = shared && session && largest ? shared + session + largest : undefined;
  return [
    { part: 'client', bytes: client, budget: BUDGETS.client },
    { part: 'shared', bytes: shared, budget: BUDGETS.shared },
    { part: 'loaded when needed', bytes: later, budget: BUDGETS['loaded when needed'] },
    { part: 'session', bytes: session, budget: BUDGETS.session },
    ...Object.entries(others).map(([part, bytes]) => {
      return { part, bytes, budget: BUDGETS['a widget'] };
    }),
    {
      part: 'shared, session and one widget',
      bytes: together,
      budget: BUDGETS['shared, session and one widget'],
    },
    { part: 'all in one file', bytes: oneFile, budget: BUDGETS['all in one file'] },
    { part: 'ers-host.js', bytes: host, budget: BUDGETS['ers-host.js'] },
    { part: 'SMART entry', bytes: smart, budget: BUDGETS['SMART entry'] },
  ];
}

/** @param {Measured} measured */
export function isWithin({ bytes, budget }) {
  return bytes === undefined || bytes <= budget;
}

/** @param {Measured} measured */
export function sizeLine({ part, bytes, budget }) {
  const kB = (/** @type {number} */ count) => `${(count / KB).toFixed(1)} kB`;
  const name = part.padEnd(32);
  if (bytes === undefined) return `${name} not there yet, budget ${kB(budget)}`;
  const over = bytes > budget ? `, ${kB(bytes - budget)} OVER` : '';
  return `${name} ${kB(bytes)} of ${kB(budget)}${over}`;
}
