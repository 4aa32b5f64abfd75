import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedInTests, promisesDoc } from './promises-doc.ts';
import { FAULTS, PROMISES } from './promises.ts';
import { ROOT } from './run.mjs';

const all = [...PROMISES, ...FAULTS];
const named = namedInTests();

describe('the promises', () => {
  it.each(all.filter(({ notYet }) => !notYet).map(({ id, says }) => [id, says]))(
    '%s has a test that names it: %s',
    (id) => {
      expect(named.get(id) ?? []).not.toEqual([]);
    },
  );

  it('have every entry that a test names', () => {
    const known = new Set(all.map(({ id }) => id));
    expect([...named.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it('stand in docs/safety/promises.md as they are: `npm run docs` writes it', async () => {
    const written = readFileSync(join(ROOT, 'docs/safety/promises.md'), 'utf8');
    expect(written).toBe(await promisesDoc());
  });
});
