/**
 * `DEFERRED_TO_PROVIDER` as words.
 * @param {string} code
 */
export function words(code) {
  const text = code.replaceAll(/[_-]/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * UBRN in groups, as it is read out.
 * @param {string} ubrn
 */
export function groups(ubrn) {
  return ubrn.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3');
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/**
 * An instant as London shows it.
 * @param {string | undefined} iso
 */
export function moment(iso) {
  return iso ? london.format(new Date(iso)) : '';
}

const fieldNames = /** @type {Record<string, string>} */ ({
  operation: 'Interaction',
  kind: 'What goes wrong',
  nth: 'At which request from now',
  phase: 'When',
  status: 'HTTP status',
  ersCode: 'e-RS error code',
  ms: 'Milliseconds',
  retryAfter: 'Retry-After in seconds',
  repeat: 'Every later request too',
  ubrn: 'UBRN',
  change: 'What happens',
  slotId: 'Slot id',
  serviceId: 'Service id',
  userId: 'User id (12 digits)',
  odsCode: 'ODS code',
  nhsNumber: 'NHS number',
  binary: 'File id',
  businessFunction: 'Role',
  minutes: 'Minutes until the scan is done',
  result: 'Scan result',
});

/**
 * What happens where a choice is left open.
 * @param {string} name of the field
 */
export function leftOpen(name) {
  return name === 'change' ? 'only a new version' : 'as usual';
}

/**
 * What a field of a form is called.
 * @param {string} name
 */
export function fieldName(name) {
  return fieldNames[name] ?? words(name);
}
