import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/core.ts';
import { findSlot } from '../core/slots.ts';
import { populate } from '../seed/population/populate.ts';
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
  file = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'state.snapshot');
});
afterEach(() => vi.useRealTimers());

function writtenBy(core: Core): Uint8Array {
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

it('keeps the switches, and has one that is newer than the file as it is at first', () => {
  const core = createCore({ clock: () => 0, ...origin });
  core.switches.ageTreated = false;
  const older = Object.entries(core.switches).filter(([name]) => name !== 'lateSlotPageIs422');
  Object.assign(core, { switches: Object.fromEntries(older) });
  writeFileSync(file, writtenBy(core));
  const back = restoredTo(createCore({ clock: () => 0, ...origin }));
  expect(back.switches).toMatchObject({ ageTreated: false, lateSlotPageIs422: true });
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

it('keeps one file of bytes for all letters that share them', () => {
  const core = createCore({ clock: () => 0, ...origin });
  populate(core, 'practice');
  const [letters, bytes] = [core.files.size, core.files.values().next().value?.bytes.length ?? 0];
  writeFileSync(file, writtenBy(core));
  expect(letters * bytes).toBeGreaterThan(100_000);
  const back = restoredTo(createCore({ clock: () => 0, ...origin }));
  expect(new Set([...back.files.values()].map((one) => one.bytes)).size).toBe(1);
});

function withHead(content: Uint8Array, head: object): Buffer {
  const all = Buffer.from(content);
  const lineEnd = all.indexOf('\n');
  const own = JSON.parse(all.subarray(0, lineEnd).toString()) as object;
  return Buffer.concat([Buffer.from(JSON.stringify({ ...own, ...head })), all.subarray(lineEnd)]);
}

it.each([
  ['half a file', (all: Uint8Array) => all.slice(0, all.length / 2), 'it is damaged'],
  [
    'one changed byte',
    (all: Uint8Array) => all.map((byte, place) => (place === all.length - 9 ? byte ^ 1 : byte)),
    'it is damaged',
  ],
  ['JSON', () => Buffer.from('{"name":"x"}\n'), 'it is not a snapshot of this simulator'],
  ['nothing', () => new Uint8Array(0), 'it is not a snapshot of this simulator'],
  [
    'another version',
    (all: Uint8Array) => withHead(all, { version: 99 }),
    'it is of version 99, and this simulator reads version 1',
  ],
])('refuses %s', (_, change, sentence) => {
  writeFileSync(file, change(writtenBy(createCore({ clock: () => 0, ...origin }))));
  expect(() => findSnapshot(file, {})).toThrow(sentence);
});

it.each([
  ['a list is missing', (core: Core) => Object.assign(core, { referrals: undefined })],
  ['there is one more', (core: Core) => Object.assign(core, { letters: new Map() })],
  ['a list is something else', (core: Core) => Object.assign(core, { files: [] })],
])('refuses a state that this simulator does not know: %s', (_, change) => {
  const core = createCore({ clock: () => 0, ...origin });
  writeFileSync(file, writtenBy(change(core)));
  expect(() => findSnapshot(file, {})).toThrow('its state is of another version');
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

function nextFileKept(): number {
  return restoredTo(createCore({ clock: () => 0, ...origin })).nextFile;
}

it('writes once it is quiet, whole, and at once when told', () => {
  vi.useFakeTimers();
  const core = createCore({ clock: () => 0, ...origin });
  const keeper = keepSnapshot(file, core, origin);
  core.nextFile = 5;
  keeper.changed();
  vi.advanceTimersByTime(200);
  keeper.changed();
  vi.advanceTimersByTime(200);
  expect(nextFileKept()).not.toBe(5);
  vi.advanceTimersByTime(200);
  expect(nextFileKept()).toBe(5);
  core.nextFile = 7;
  keeper.flush();
  expect(nextFileKept()).toBe(5);
  keeper.changed();
  keeper.flush();
  expect(nextFileKept()).toBe(7);
  expect(readdirSync(join(file, '..'))).toEqual(['state.snapshot']);
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
  expect(nextFileKept()).toBe(7);
});

it('says at the start that it cannot write', () => {
  const core = createCore({ clock: () => 0, ...origin });
  expect(() => keepSnapshot(join(file, 'under-a-file'), core, origin)).toThrow('ENOENT');
});
