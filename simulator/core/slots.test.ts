import { expect, it } from 'vitest';
import { newSimulator } from '../test/hscn-caller.ts';
import { slotsOf } from './slots.ts';

const london = (instant: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(instant).toLocaleString('en-GB', { timeZone: 'Europe/London', ...options });

function publishedBy(id: string) {
  const { core } = newSimulator();
  const service = core.directory.services.get(id);
  if (!service) throw new Error(`No service ${id}`);
  return slotsOf(core, service);
}

it('keeps clinic hours in London time when the clocks go back', () => {
  const starts = publishedBy('70001').map((slot) => slot.start);
  const timesOf = (some: string[]): Set<string> =>
    new Set(some.map((start) => london(start, { hour: '2-digit', minute: '2-digit' })));
  const summer = timesOf(starts.filter((start) => start < '2026-10-25'));
  const winter = timesOf(starts.filter((start) => start > '2026-10-25'));
  expect(summer.size).toBeGreaterThan(10);
  expect([...summer].filter((time) => !winter.has(time))).toEqual([]);
});

it('publishes 20 to 30 minutes on working days, for weeks, none of them twice', () => {
  const slots = publishedBy('70002');
  const minutes = slots.map((slot) => (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000);
  expect(new Set(minutes)).toEqual(new Set([20, 30]));
  const weekdays = slots.map((slot) => london(slot.start, { weekday: 'short' }));
  expect(weekdays).not.toContain('Sat');
  expect(weekdays).not.toContain('Sun');
  expect(slots.at(-1)?.start.slice(0, 7)).toBe('2026-12');
  expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length);
});
