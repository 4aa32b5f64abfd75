import { listOf, platformUser } from './mixed-reads.mjs';

/**
 * One of the long lists of a large trust.
 * @typedef {object} LongList
 * @property {string} list
 * @property {string} odsCode whose it is
 * @property {number} status
 * @property {number} megabytes of 1,048,576 bytes
 * @property {number} rows
 * @property {number} medianMs from the request to the last byte
 * @property {number} slowestMs
 */

const ASKED = 20;
const MEGABYTE = 1_024 * 1_024;
const PATH = '/referrals/FHIR/STU3/ReferralRequest/$ers.fetchworklist';

const reviewer = { number: 3, odsCode: 'XN1', role: 'SERVICE_PROVIDER_CLINICIAN' };
const swamped = { number: 7, odsCode: 'XU1', role: 'SERVICE_PROVIDER_CLINICIAN' };
const referrer = { number: 1, odsCode: 'Y99001', role: 'REFERRING_CLINICIAN' };

const lists = [
  { list: 'REFERRALS_FOR_REVIEW', who: reviewer },
  { list: 'APPOINTMENT_SLOT_ISSUES', who: reviewer },
  { list: 'AWAITING_BOOKING', who: referrer },
  { list: 'APPOINTMENT_SLOT_ISSUES', who: swamped },
];

/** @param {string} text */
function rowsOf(text) {
  if (!text) return 0;
  return /** @type {{ entry: unknown[] }} */ (JSON.parse(text)).entry.length;
}

/**
 * @param {string} base
 * @param {typeof lists[number]} wanted
 * @returns {Promise<LongList>}
 */
async function measure(base, { list, who }) {
  const { number, odsCode, role } = who;
  const body = JSON.stringify(listOf('eRS-ReferralListSelector-1', list));
  const headers = platformUser(number, odsCode, role);
  const times = [];
  let last = { status: 0, text: '' };
  for (let turn = 0; turn <= ASKED; turn++) {
    const began = performance.now();
    const answer = await fetch(base + PATH, { method: 'POST', headers, body });
    last = { status: answer.status, text: await answer.text() };
    times.push(performance.now() - began);
  }
  // The first finds cold code.
  const sorted = times.slice(1).sort((one, other) => one - other);
  return {
    list,
    odsCode,
    status: last.status,
    megabytes: Number((Buffer.byteLength(last.text) / MEGABYTE).toFixed(2)),
    rows: rowsOf(last.text),
    medianMs: Math.round(sorted[Math.floor(ASKED / 2)] ?? NaN),
    slowestMs: Math.round(sorted.at(-1) ?? NaN),
  };
}

/**
 * Asks a simulator of the size `trust` for its long lists, over the platform.
 * @param {string} base
 * @returns {Promise<LongList[]>}
 */
export async function longLists(base) {
  const measured = [];
  for (const wanted of lists) measured.push(await measure(base, wanted));
  return measured;
}
