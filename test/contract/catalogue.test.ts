import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interactions } from '../../src/ers/catalogue.ts';
import { dialectOf, type DialectName } from '../../src/ers/dialects/dialects.ts';
import { contractFolder, reasonToSkip } from './official-examples.ts';

/** Sessions, which are the proxy's (hscn.md §3). */
const OF_THE_PROXY: readonly string[] = ['A001', 'A002', 'A003'];

interface Row {
  id: string;
  hscn: boolean;
  platform: boolean;
  method: string;
}

/** The contract's own table of interactions: id, name, HSCN, platform, method and path … */
function rows(): Row[] {
  const path = join(contractFolder, 'interactions.md');
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/^\| (A\d{3}) \|(.*)\|$/gm)].flatMap(
    ([, id = '', cells = '']) => {
      const [, hscn, platform, call] = cells.split('|').map((cell) => cell.trim());
      if (OF_THE_PROXY.includes(id)) return [];
      const method = call?.split(' ')[0] ?? '';
      return [{ id, hscn: hscn === '✔', platform: platform === '✔', method }];
    },
  );
}

describe('the catalogue', () => {
  it('has every interaction of the contract, and no other', ({ skip }) => {
    if (reasonToSkip) skip(reasonToSkip);
    const ids = rows().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(35);
    expect(Object.keys(interactions).sort()).toEqual(ids.sort());
    for (const [id, entry] of Object.entries(interactions)) expect(entry.id).toBe(id);
  });

  it.each<[DialectName, 'hscn' | 'platform']>([
    ['hscn', 'hscn'],
    ['api-platform', 'platform'],
  ])('offers over %s what the contract offers there, by the same method', (name, column) => {
    const dialect = dialectOf(name);
    for (const row of rows()) {
      const route = [...(dialect?.routes ?? [])].find(([id]) => id === row.id)?.[1];
      expect([row.id, route?.method]).toEqual([row.id, row[column] ? row.method : undefined]);
    }
  });

  it('refuses what a dialect lacks before anything is built', () => {
    expect(interactions.A036.build(undefined as never, 'hscn')).toEqual({
      refused: 'not-offered',
    });
  });
});
