import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbiddenImports } from '../../tools/import-rules.mjs';
import { plantTree, type PlantedTree } from '../support/planted-tree.ts';

// What the planted files import from: each exports a value and a type of the same name.
const TARGETS = [
  'src/domain/ubrn.ts',
  'src/fhir/coding.ts',
  'src/ers/client.ts',
  'src/ers/transport.ts',
  'src/ers/outcome.ts',
  'src/host/session.ts',
  'src/journal/ports.ts',
  'src/flows/book-slot.ts',
  'src/ui/button.ts',
  'src/connect.ts',
  'widgets/session/context.ts',
  'widgets/slot-picker/define.ts',
  'widgets/slot-picker/slot-picker.ts',
  'host-adapters/in-page/in-page-host.ts',
  'simulator/core/state.ts',
  'entries/client.ts',
];
const EXPORTS = 'export const thing = 1;\nexport type Thing = number;\n';

const VALUE = 'value';
const TYPE = 'type';

type Row = [folder: string, kind: string, target: string];

const REFUSED: Row[] = [
  ['src/domain', VALUE, 'src/fhir/coding.ts'],
  ['src/domain', TYPE, 'src/ers/client.ts'],
  ['src/domain', VALUE, 'valibot'],
  ['src/domain', VALUE, 'node:fs'],
  ['src/fhir', VALUE, 'src/domain/ubrn.ts'],
  ['src/fhir', VALUE, 'lit'],
  ['src/ers', VALUE, 'src/flows/book-slot.ts'],
  ['src/ers', VALUE, 'valibot'],
  ['src/ers', VALUE, 'lit'],
  ['src/host', VALUE, 'src/ers/transport.ts'],
  ['src/host', TYPE, 'src/ers/client.ts'],
  ['src/journal', VALUE, 'src/host/session.ts'],
  ['src/flows', VALUE, 'src/ers/client.ts'],
  ['src/flows', VALUE, 'src/journal/ports.ts'],
  ['src/flows', TYPE, 'src/fhir/coding.ts'],
  ['src/ui', VALUE, 'src/flows/book-slot.ts'],
  ['src/ui', TYPE, 'src/ers/client.ts'],
  ['widgets/referral-builder', VALUE, 'src/ers/client.ts'],
  ['widgets/referral-builder', TYPE, 'src/ers/client.ts'],
  ['widgets/referral-builder', VALUE, 'src/flows/book-slot.ts'],
  ['widgets/referral-builder', VALUE, 'src/connect.ts'],
  ['widgets/referral-builder', VALUE, 'widgets/slot-picker/slot-picker.ts'],
  ['widgets/referral-builder', VALUE, 'widgets/slot-picker/define.ts'],
  ['widgets/referral-builder', VALUE, 'node:fs'],
  ['widgets/session', VALUE, 'src/host/session.ts'],
  ['host-adapters/window', VALUE, 'src/ers/transport.ts'],
  ['host-adapters/window', VALUE, 'src/ui/button.ts'],
  ['simulator/hscn', TYPE, 'src/ers/client.ts'],
  ['simulator/hscn', VALUE, 'src/fhir/coding.ts'],
  ['proxy', VALUE, 'src/ers/client.ts'],
  ['proxy', VALUE, 'src/host/session.ts'],
  ['demo/gp-system', VALUE, 'src/domain/ubrn.ts'],
  ['demo/gp-system', TYPE, 'simulator/core/state.ts'],
];

const ALLOWED: Row[] = [
  ['src/ers', VALUE, 'src/domain/ubrn.ts'],
  ['src/host', VALUE, 'valibot'],
  ['src/host', TYPE, 'src/ers/transport.ts'],
  ['src/host', TYPE, 'src/journal/ports.ts'],
  ['src/flows', TYPE, 'src/ers/client.ts'],
  ['src/ui', TYPE, 'src/flows/book-slot.ts'],
  ['src/ui', VALUE, 'lit'],
  ['widgets/referral-builder', TYPE, 'src/flows/book-slot.ts'],
  ['widgets/referral-builder', VALUE, 'widgets/session/context.ts'],
  ['widgets/session', VALUE, 'src/connect.ts'],
  ['host-adapters/window', TYPE, 'src/ers/transport.ts'],
  ['simulator/hscn', TYPE, 'src/fhir/coding.ts'],
  ['simulator/hscn', VALUE, 'hono'],
  ['simulator/hscn', VALUE, 'node:fs'],
  ['proxy', VALUE, 'src/ers/outcome.ts'],
  ['proxy', TYPE, 'src/host/session.ts'],
  ['demo/gp-system', VALUE, 'entries/client.ts'],
];

function importLine(folder: string, kind: string, target: string): string {
  const up = '../'.repeat(folder.split('/').length);
  const from = target.endsWith('.ts') ? `${up}${target}` : target;
  return kind === TYPE
    ? `import type { Thing } from '${from}';\nexport type Own = Thing;\n`
    : `import * as thing from '${from}';\nexport const own = thing;\n`;
}

const nameOf = ([folder, kind, target]: Row): string =>
  `${folder}/planted-${kind}-${target.replaceAll(/[^a-z0-9]/g, '-')}.ts`;

describe('the import table', () => {
  let tree: PlantedTree;
  let violations: string[];

  beforeAll(async () => {
    const planted = [...REFUSED, ...ALLOWED].map(
      (row) => [nameOf(row), importLine(...row)] as const,
    );
    tree = plantTree({
      ...Object.fromEntries(TARGETS.map((target) => [target, EXPORTS])),
      ...Object.fromEntries(planted),
      'widgets/referral-builder/define.ts': importLine(
        'widgets/referral-builder',
        VALUE,
        'widgets/slot-picker/define.ts',
      ),
      'widgets/referral-builder/lazy.ts': `export const load = () => import('../slot-picker/define.ts');`,
      'src/domain/free.test.ts': importLine('src/domain', VALUE, 'src/ers/client.ts'),
      'src/flows/testing/fake.ts': EXPORTS,
      'src/flows/uses-fake.ts': `import { thing } from './testing/fake.ts';\nexport const own = thing;`,
      'src/flows/uses-fake.test.ts': `import { thing } from './testing/fake.ts';`,
      'src/flows/circle-a.ts': `import { b } from './circle-b.ts';\nexport const a = b;`,
      'src/flows/circle-b.ts': `import { a } from './circle-a.ts';\nexport const b = a;`,
      'src/flows/nowhere.ts': `import './not-there.ts';`,
    });
    violations = await forbiddenImports(tree.path);
  }, 60_000);

  afterAll(() => tree.remove());

  const of = (file: string): string[] => violations.filter((line) => line.startsWith(`${file} `));

  it.each(REFUSED)('refuses in %s the %s import of %s', (...row) => {
    expect(of(nameOf(row))).not.toEqual([]);
  });

  it.each(ALLOWED)('allows in %s the %s import of %s', (...row) => {
    expect(of(nameOf(row))).toEqual([]);
  });

  it('lets a define call the child’s define, and a class load it lazily', () => {
    expect(of('widgets/referral-builder/define.ts')).toEqual([]);
    expect(of('widgets/referral-builder/lazy.ts')).toEqual([]);
  });

  it('lets a test import anything', () => {
    expect(of('src/domain/free.test.ts')).toEqual([]);
  });

  it('lets only tests use what is for testing', () => {
    expect(of('src/flows/uses-fake.ts')).not.toEqual([]);
    expect(of('src/flows/uses-fake.test.ts')).toEqual([]);
  });

  it('refuses a circle, and an import that leads nowhere', () => {
    expect(of('src/flows/circle-a.ts')).not.toEqual([]);
    expect(of('src/flows/nowhere.ts')).not.toEqual([]);
  });
});
