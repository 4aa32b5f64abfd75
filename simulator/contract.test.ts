import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SwitchName } from './core/switches.ts';
import { switchNames } from './core/switches.ts';
import type { Seen } from './test/broad-traffic.ts';
import { broadTraffic } from './test/broad-traffic.ts';
import { create, logIn, search } from './test/hscn-caller.ts';
import { jsonPaths } from './test/json-paths.ts';

const examples = join(process.env['ERS_CONTRACT'] ?? '../shared/ers', 'examples');
const contract = existsSync(examples);

interface Row {
  interactions: string[];
  path: string;
  switch: SwitchName;
}

function readRows(): Row[] {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const row = /^\| (A\d{3}[^|]*?) +\| `([^`]+)` +\|[^|]+\| `(\w+)` +\|$/gm;
  return [...readme.matchAll(row)].map(([, interactions = '', path = '', name = '']) => ({
    interactions: interactions.split(', '),
    path,
    switch: name as SwitchName,
  }));
}

/** No HSCN answer to A022 is kept; A028 answers with the same referral, sent on to the office. */
const standsFor: Readonly<Record<string, string>> = { A022: 'A028' };

function officialSamples(interaction: string): unknown[] {
  const sampled = standsFor[interaction] ?? interaction;
  const folder = readdirSync(examples).find((name) => name.startsWith(sampled)) ?? '';
  return readdirSync(join(examples, folder))
    .filter((name) => name.startsWith('response-hscn-') && name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(examples, folder, name), 'utf8')) as unknown);
}

function officialRequest(interaction: string): unknown {
  const folder = readdirSync(examples).find((name) => name.startsWith(interaction)) ?? '';
  return JSON.parse(
    readFileSync(join(examples, folder, 'request-hscn-basic.json'), 'utf8'),
  ) as unknown;
}

function covers(row: Row, path: string): boolean {
  return path === row.path || ['.', '['].some((next) => path.startsWith(row.path + next));
}

/** Emitted paths that no official HSCN sample of the interaction has. */
function unofficial(seen: Seen): { interaction: string; path: string }[] {
  return [...seen].flatMap(([interaction, bodies]) => {
    const official = [...jsonPaths(officialSamples(interaction))];
    const known = (path: string): boolean =>
      official.includes(path) ||
      (path.endsWith('[]') && official.some((one) => one.startsWith(path)));
    return [...jsonPaths(bodies)]
      .filter((path) => !known(path))
      .map((path) => ({ interaction, path }));
  });
}

const rows = readRows();

function rowsFor(found: { interaction: string; path: string }): Row[] {
  return rows.filter(
    (row) => row.interactions.includes(found.interaction) && covers(row, found.path),
  );
}

describe('the HSCN front end stays an e-RS that exists', () => {
  beforeEach((context) => context.skip(!contract, `There is no folder ${examples}`));
  let seen: Seen;
  beforeAll(async () => {
    seen = await broadTraffic([]);
  });

  it('emits only what a sample of the interaction or the README lists', () => {
    expect(seen.size).toBeGreaterThanOrEqual(21);
    expect(unofficial(seen).filter((found) => rowsFor(found).length === 0)).toEqual([]);
  });

  it('lists nothing that is never emitted', () => {
    const found = unofficial(seen);
    const dead = rows.flatMap((row) =>
      row.interactions
        .filter((id) => !found.some((one) => one.interaction === id && covers(row, one.path)))
        .map((id) => `${id} ${row.path}`),
    );
    expect(dead).toEqual([]);
  });

  it('emits nothing unofficial when every switch is off', async () => {
    const bare = await broadTraffic(switchNames);
    expect(bare.size).toBe(seen.size);
    expect(unofficial(bare)).toEqual([]);
  });

  it.each([...new Set(rows.map((row) => row.switch))])(
    'keeps back what %s lists when it is off',
    async (name) => {
      const left = unofficial(await broadTraffic([name]));
      const listed = rows.filter((row) => row.switch === name);
      const still = left.filter(({ interaction, path }) =>
        listed.some((row) => row.interactions.includes(interaction) && covers(row, path)),
      );
      expect(still).toEqual([]);
    },
  );

  it('accepts the shape of the official search and create requests', async () => {
    const caller = await logIn();
    const answers = [
      await search(caller, officialRequest('A010')),
      await create(caller, officialRequest('A011')),
    ];
    expect(answers.map(({ code, diagnostics }) => `${code} ${diagnostics}`)).toEqual([
      "REFERENCE_NOT_FOUND 'patient' is not known to PDS.",
      "REFERENCE_NOT_FOUND 'patient' is not known to PDS.",
    ]);
  });
});

it('the README tells of every switch what it lists or what on and off mean, and of no other', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const ofBehaviour = readme.slice(readme.indexOf('Switches of behaviour'));
  const told = [...ofBehaviour.matchAll(/^\| `(\w+)` +\| [^|]+\| [^|]+\|$/gm)];
  const listed = [...rows.map((row) => row.switch), ...told.map(([, name]) => name)];
  expect([...new Set(listed)].sort()).toEqual([...switchNames].sort());
});
