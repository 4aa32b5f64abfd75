import { ESLint } from 'eslint';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantTree, type PlantedTree } from '../support/planted-tree.ts';

const lines = (count: number): string => '// A line.\n'.repeat(count);
const longFunction = `export function long(): number {\n${'  Math.random();\n'.repeat(40)}  return 1;\n}\n`;
const literalTag = `import { html } from 'lit';\nexport const part = html\`<ers-slot-picker></ers-slot-picker>\`;\n`;
const fourParams = 'export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];\n';
const deep = `export function deep(a: boolean): void {
  if (a) { for (;;) { while (a) { if (a) { Math.random(); } } } }
}
`;

/** file → its text and the rule that must speak up, or none */
const PLANTED: Record<string, [text: string, rule: string | undefined]> = {
  'src/domain/any.ts': ['export const x: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  'src/domain/too-long.ts': [lines(401), 'max-lines'],
  'src/domain/long-enough.ts': [lines(400), undefined],
  'simulator/seed/services.ts': [lines(600), undefined],
  'simulator/seed/too-many.ts': [lines(601), 'max-lines'],
  'src/domain/long-function.ts': [longFunction, 'max-lines-per-function'],
  'src/domain/four-params.ts': [fourParams, 'max-params'],
  'src/domain/deep.ts': [deep, 'max-depth'],
  'src/domain/utils/dates.ts': ['export const x = 1;\n', 'own/subject-names'],
  'src/domain/helpers.ts': ['export const x = 1;\n', 'own/subject-names'],
  'src/domain/unexplained.ts': [
    '// eslint-disable-next-line no-restricted-globals\nexport const x = fetch;\n',
    'own/described-disables',
  ],
  'src/domain/explained.ts': [
    '// eslint-disable-next-line no-restricted-globals -- a reason\nexport const x = fetch;\n',
    undefined,
  ],
  'src/domain/unused-disable.ts': [
    '// eslint-disable-next-line no-restricted-globals -- a reason\nexport const x = 1;\n',
    'unused directive',
  ],
  'src/domain/ts-ignore.ts': [
    '// @ts-expect-error\nexport const x: string = 1;\n',
    '@typescript-eslint/ban-ts-comment',
  ],
  'widgets/slot-picker/literal.ts': [literalTag, 'no-restricted-syntax'],
  'widgets/slot-picker/literal.fixtures.ts': [literalTag, 'no-restricted-syntax'],
  'src/ui/inner-html.ts': [
    `export const set = (element: Element) => { element.innerHTML = '<b>x</b>'; };\n`,
    'no-restricted-syntax',
  ],
  'src/ui/unsafe.ts': [
    `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const x = unsafeHTML('');\n`,
    'no-restricted-imports',
  ],
  'src/ui/static.ts': [
    `import { unsafeStatic } from 'lit/static-html.js';\nexport const x = unsafeStatic('b');\n`,
    'no-restricted-imports',
  ],
  'src/flows/now.ts': ['export const now = () => Date.now();\n', 'no-restricted-properties'],
  'src/flows/new-date.ts': ['export const now = () => new Date();\n', 'no-restricted-syntax'],
  'src/flows/given-date.ts': ['export const at = (x: string) => new Date(x);\n', undefined],
  'src/ers/fetch.ts': [`export const get = () => fetch('/x');\n`, 'no-restricted-globals'],
  'src/ers/window-fetch.ts': [
    `export const get = () => globalThis.fetch('/x');\n`,
    'no-restricted-globals',
  ],
  'src/ers/random.ts': [
    'export const id = () => crypto.randomUUID();\n',
    'no-restricted-properties',
  ],
  'src/journal/store.ts': [`export const x = indexedDB;\n`, 'no-restricted-globals'],
  'widgets/session/store.ts': [`export const x = localStorage;\n`, 'no-restricted-globals'],
  'widgets/session/clocks.ts': ['export const now = () => Date.now();\n', undefined],
  'src/ers/fetch.test.ts': [`export const get = () => fetch('/x');\n`, undefined],
  'proxy/fetch.ts': [`export const get = () => fetch('/x');\n`, undefined],
  'src/flows/operation.ts': [`export const x = 'A011 failed';\n`, 'no-restricted-syntax'],
  'src/flows/source.ts': ['// A011, “Create a referral”\nexport const x = 1;\n', undefined],
  'src/ers/operation.ts': [`export const id = 'A011';\n`, undefined],
  'src/ers/barrel.ts': [`export { id } from './operation.ts';\n`, 'no-restricted-syntax'],
  'entries/client.ts': [`export { id } from '../src/ers/operation.ts';\n`, undefined],
  'src/host/manager.ts': ['export class SessionManager { x = 1; }\n', 'no-restricted-syntax'],
  'src/host/silent.test.ts': [
    `import { it } from 'vitest';\nit.skip('is tested later', () => {});\n`,
    'no-restricted-syntax',
  ],
  'src/host/skipped.test.ts': [
    `import { it } from 'vitest';\nit('is tested', ({ skip }) => skip('there is no Safari here'));\n`,
    undefined,
  ],
  'src/ui/nameless.ts': [
    `import { html } from 'lit';\nexport const x = html\`<img src="x.png" />\`;\n`,
    'lit-a11y/alt-text',
  ],
  'src/flows/floating.ts': [
    'export const run = (f: () => Promise<void>) => { f(); };\n',
    '@typescript-eslint/no-floating-promises',
  ],
};

describe('lint', () => {
  let tree: PlantedTree;
  let spoke: Map<string, string[]>;

  beforeAll(async () => {
    const texts = Object.entries(PLANTED).map(([file, [text]]) => [file, text] as const);
    const configuration = ['eslint.config.mjs', 'tsconfig.json', 'tools/lint'];
    tree = plantTree(Object.fromEntries(texts), configuration);
    const results = await new ESLint({ cwd: tree.path }).lintFiles(Object.keys(PLANTED));
    spoke = new Map(
      results.map(({ filePath, messages }) => [
        relative(tree.path, filePath),
        messages.map(({ ruleId }) => ruleId ?? 'unused directive'),
      ]),
    );
  }, 120_000);

  afterAll(() => tree.remove());

  it.each(Object.entries(PLANTED))('%s', (file, [, rule]) => {
    if (rule) expect(spoke.get(file)).toContain(rule);
    else expect(spoke.get(file)).toEqual([]);
  });
});
