// `npm run docs`: writes docs/interactions.md from the catalogue of the client.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { interactions } from '../src/ers/catalogue.ts';
import { dialectOf, type DialectName } from '../src/ers/dialects/dialects.ts';
import type { OperationId } from '../src/ers/transport.ts';
import { ROOT } from './run.mjs';

const FILE = join(ROOT, 'docs/interactions.md');
const FOLDER = join(ROOT, 'src/ers/interactions');

const INTRODUCTION = `# Interactions

Every interaction of e-RS that the client speaks, by its official number. Generated from the catalogue by \`npm run docs\`; a test holds it true.

A _read_ is asked again by itself when that may help, three times at most; a _read-once_ makes a document and is for a person to repeat; a _write_ is sent once and never again. What a dialect lacks is refused before anything is sent (\`not-offered\`).
`;

/** `a015-retrieve-slots.ts` → `retrieve slots`. */
function nameOf(id: string): string {
  const prefix = `${id.toLowerCase()}-`;
  const file = readdirSync(FOLDER).find(
    (name) =>
      name.startsWith(prefix) && !name.endsWith('.test.ts') && !name.endsWith('.fixtures.ts'),
  );
  return file?.slice(prefix.length, -'.ts'.length).replaceAll('-', ' ') ?? '';
}

function callOf(id: OperationId, name: DialectName): string {
  const route = dialectOf(name)?.routes.get(id);
  return route ? `\`${route.method} ${route.path}\`` : '–';
}

/** The whole document, as prettier has it. */
export async function interactionsDoc(): Promise<string> {
  const rows = Object.values(interactions)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, kind }) =>
        `| ${id} | ${nameOf(id)} | ${kind} | ${callOf(id, 'hscn')} | ${callOf(id, 'api-platform')} |`,
    );
  const head =
    '| Id | What it does | Kind | HSCN | API platform |\n| --- | --- | --- | --- | --- |';
  const text = [INTRODUCTION, head, ...rows].join('\n');
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FILE, await interactionsDoc());
  console.log(`Written: ${FILE}`);
}
