const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `14-Mar-1968`, as the NHS writes dates, of `1968-03-14`. */
export function recordDay(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}-${MONTHS[Number(month) - 1] ?? month}-${year}`;
}

/** `16-Oct-2026 10:49`, by the clock on the wall in England. */
export function recordTime(moment: Date): string {
  const local = moment.toLocaleString('sv-SE', { timeZone: 'Europe/London' });
  return `${recordDay(local)} ${local.slice(11, 16)}`;
}
