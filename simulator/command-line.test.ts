import { expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

it('has a default for what must be known, and leaves open what a snapshot may know', () => {
  expect(readCommandLine([])).toEqual({ kind: 'run', options: { port: 4182, dialect: 'both' } });
});

it('reads every flag', () => {
  const line =
    '--port 0 --dialect hscn --seed 7 --size trust --clock 2026-10-16T09:30:00Z --snapshot s.json';
  expect(readCommandLine(line.split(' '))).toEqual({
    kind: 'run',
    options: {
      port: 0,
      dialect: 'hscn',
      seed: 7,
      size: 'trust',
      clock: Date.UTC(2026, 9, 16, 9, 30),
      snapshot: 's.json',
    },
  });
});

it('helps', () => {
  expect(readCommandLine(['--help', '--size', 'vast'])).toEqual({ kind: 'help' });
});

it.each([
  ['--port http', '--port is a whole number from 0 to 65535, not "http".'],
  ['--port 65536', '--port is a whole number from 0 to 65535, not "65536".'],
  ['--seed -1', "Option '--seed' argument is ambiguous. See --help."],
  ['--seed 1.5', '--seed is a whole number from 0 to 4294967295, not "1.5".'],
  ['--dialect r4', '--dialect is one of hscn, api-platform, both, not "r4".'],
  ['--size vast', '--size is one of small, practice, trust, not "vast".'],
  ['--clock noon', '--clock is an instant such as 2026-10-16T09:30:00Z, not "noon".'],
  ['--clock 2026-13-40', '--clock is an instant such as 2026-10-16T09:30:00Z, not "2026-13-40".'],
  ['--snapshot=', '--snapshot is the name of a file.'],
  ['--colour blue', "Unknown option '--colour'. See --help."],
  ['--port', "Option '--port <value>' argument missing. See --help."],
  ['trust', "Unexpected argument 'trust'. See --help."],
])('answers %s with one sentence', (line, sentence) => {
  expect(readCommandLine(line.split(' '))).toEqual({ kind: 'mistake', sentence });
});
