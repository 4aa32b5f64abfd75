import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Core } from '../../core/core.ts';
import { createCore } from '../../core/core.ts';
import { isOnList } from '../../core/worklist-rules.ts';
import type { SeedSize } from '../sizes.ts';
import { populate } from './populate.ts';

const START = Date.UTC(2026, 9, 16, 9, 30);

function filled(size: SeedSize, seed = 1): Core {
  const core = createCore({ clock: () => START, seed, size });
  populate(core, size);
  return core;
}

/** The row of the README for a size, without its table. */
function told(size: SeedSize): string {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  return new RegExp(`^\\| \`${size}\` +\\| (.*)\\|$`, 'm').exec(readme)?.[1] ?? '';
}

it('fills as much as the README says', () => {
  const { directory } = filled('small');
  const [services, patients] = [directory.services.size, directory.patients.size];
  expect(told('small')).toContain(`${services} services, ${patients} patients`);
  const practice = filled('practice');
  const counts = [practice.directory.patients, practice.referrals, practice.advice];
  const [people, referrals, conversations] = counts.map(({ size }) => size);
  expect(told('practice')).toContain(`${people} patients; Y99001 has ${referrals} referrals`);
  expect(told('practice')).toContain(`${conversations} conversations`);
});

it('leaves the smallest empty', () => {
  const core = filled('small');
  expect([core.referrals.size, core.advice.size, core.files.size]).toEqual([0, 0, 0]);
});

it('gives a practice something in every state, on every list and in every conversation', () => {
  const core = filled('practice');
  const states = new Set([...core.referrals.values()].map(({ state }) => state));
  expect([...states].sort()).toEqual([
    'APPT_CANCELLED_BY_PATIENT',
    'APPT_CANCELLED_BY_PROVIDER',
    'ASSESSMENT_RESULT',
    'AWAITING_TRIAGE',
    'BOOKED',
    'CANCELLED_REFERRAL',
    'DEFERRED_TO_PROVIDER',
    'DID_NOT_ATTEND',
    'NOT_BOOKED',
    'REJECTED',
    'TRIAGED_PROVIDER_TO_ACTION',
    'TRIAGE_RESPONSE',
  ]);
  const lettersMissing = [...core.referrals.values()].filter((one) =>
    isOnList(core, 'LETTERS_OUTSTANDING', one),
  );
  expect(lettersMissing.length).toBeGreaterThan(10);
  expect(new Set([...core.advice.values()].map(({ category }) => category)).size).toBe(5);
});

it('has a history that only goes forward, ends before the start and leaves the clock alone', () => {
  const core = filled('practice');
  expect(core.clock.now()).toBe(START);
  const now = core.clock.iso();
  for (const { history } of [...core.referrals.values(), ...core.advice.values()]) {
    const times = history.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times.every((at) => at < now)).toBe(true);
  }
});

it('is the same for the same seed, and not for another', () => {
  const [one, other, third] = [filled('practice'), filled('practice'), filled('practice', 2)];
  expect(other.referrals).toEqual(one.referrals);
  expect(other.advice).toEqual(one.advice);
  expect(third.referrals).not.toEqual(one.referrals);
});
