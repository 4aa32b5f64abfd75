import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/core.ts';
import { findSlot } from '../core/slots.ts';
import {
  attachLetter,
  book,
  firstSlot,
  logIn,
  newSimulator,
  newUbrn,
  read,
} from '../test/hscn-caller.ts';
import { snapshotOf } from './core-state.ts';
import { findSnapshot, keepSnapshot } from './snapshot-file.ts';

const origin = { seed: 1, size: 'small' } as const;
let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'state.json');
});
afterEach(() => vi.useRealTimers());

function writtenBy(core: Core): string {
  return snapshotOf(core, origin);
}

function restoredTo(core: Core): Core {
  findSnapshot(file, {})?.restoreTo(core);
  return core;
}

it('takes up a run where another left it: session, letter and booking', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const version = await attachLetter(caller, ubrn);
  const slot = await firstSlot(caller);
  await book(caller, { ubrn, version, slot });
  writeFileSync(file, writtenBy(caller.simulator.core));
  const simulator = newSimulator();
  const core = restoredTo(simulator.core);
  const again = await logIn({ simulator });
  expect((await read(again, ubrn)).body).toEqual((await read(caller, ubrn)).body);
  expect(core.sessions.has(caller.key)).toBe(true);
  expect(findSlot(core, slot.id)?.status).toBe('booked');
  const [letter] = core.referrals.get(ubrn)?.letters ?? [];
  expect([...core.files.values()]).toContain(letter?.file);
});

it('goes on with the same random numbers and the same time', () => {
  const core = createCore({ clock: () => Date.UTC(2026, 9, 16), ...origin });
  core.random();
  core.clock.set('2026-11-02T10:00:00Z');
  writeFileSync(file, writtenBy(core));
  const back = restoredTo(createCore({ clock: () => 0, ...origin }));
  expect(back.clock.iso()).toBe('2026-11-02T10:00:00.000Z');
  expect([back.random(), back.random()]).toEqual([core.random(), core.random()]);
});

it.each([
  ['half a file', (text: string) => text.slice(0, text.length / 2), 'it is damaged'],
  ['other JSON', () => '{"name":"x"}', 'it is not a snapshot of this simulator'],
  [
    'another version',
    (text: string) => text.replace('"version":1', '"version":99'),
    'it is of version 99, and this simulator reads version 1',
  ],
  [
    'a state without referrals',
    (text: string) => text.replace('"referrals"', '"refferals"'),
    'it is damaged',
  ],
  [
    'a number where a list was',
    (text: string) => text.replace('"files":{"$map":[]}', '"files":5'),
    'it is damaged',
  ],
])('refuses %s', (_, change, sentence) => {
  const text = writtenBy(createCore({ clock: () => 0, ...origin }));
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
  expect(() => findSnapshot(file, {})).toThrow(sentence);
});

it('refuses a run of another seed or size, and takes its own where none is asked for', () => {
  writeFileSync(file, writtenBy(createCore({ clock: () => 0, ...origin })));
  expect(() => findSnapshot(file, { size: 'trust' })).toThrow('it was begun with --size small');
  expect(() => findSnapshot(file, { seed: 2 })).toThrow('it was begun with --seed 1');
  expect(findSnapshot(file, { seed: 1 })).toMatchObject(origin);
});

it('finds nothing where there is no file', () => {
  expect(findSnapshot(file, {})).toBeUndefined();
});

it('writes once it is quiet, whole, and at once when told', () => {
  vi.useFakeTimers();
  const core = createCore({ clock: () => 0, ...origin });
  const keeper = keepSnapshot(file, core, origin);
  const folder = join(file, '..');
  core.nextFile = 5;
  keeper.changed();
  vi.advanceTimersByTime(200);
  keeper.changed();
  vi.advanceTimersByTime(200);
  expect(readFileSync(file, 'utf8')).not.toContain('"nextFile":5');
  vi.advanceTimersByTime(200);
  expect(readFileSync(file, 'utf8')).toBe(writtenBy(core));
  core.nextFile = 7;
  keeper.flush();
  expect(readFileSync(file, 'utf8')).not.toContain('"nextFile":7');
  keeper.changed();
  keeper.flush();
  expect(readFileSync(file, 'utf8')).toContain('"nextFile":7');
  expect(readdirSync(folder)).toEqual(['state.json']);
});

it('writes under steady traffic too', () => {
  vi.useFakeTimers();
  const core = createCore({ clock: () => 0, ...origin });
  const keeper = keepSnapshot(file, core, origin);
  core.nextFile = 7;
  for (let request = 0; request < 60; request++) {
    keeper.changed();
    vi.advanceTimersByTime(100);
  }
  expect(readFileSync(file, 'utf8')).toContain('"nextFile":7');
});

it('says at the start that it cannot write', () => {
  const core = createCore({ clock: () => 0, ...origin });
  expect(() => keepSnapshot(join(file, 'under-a-file'), core, origin)).toThrow('ENOENT');
});
