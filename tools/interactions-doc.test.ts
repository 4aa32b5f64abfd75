import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { interactionsDoc } from './interactions-doc.ts';
import { ROOT } from './run.mjs';

it('docs/interactions.md is what the catalogue says: `npm run docs` writes it', async () => {
  expect(readFileSync(join(ROOT, 'docs/interactions.md'), 'utf8')).toBe(await interactionsDoc());
});
