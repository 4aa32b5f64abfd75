// `npm run new:widget worklist`: the folder of a widget, its entries, and its tag.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

/** Template → where it goes, from the root. */
const FILES = {
  'widget.ts': 'widgets/__name__/__name__.ts',
  'define.ts': 'widgets/__name__/define.ts',
  'widget.styles.ts': 'widgets/__name__/__name__.styles.ts',
  'widget.events.ts': 'widgets/__name__/__name__.events.ts',
  'widget.fixtures.ts': 'widgets/__name__/__name__.fixtures.ts',
  'widget.test.ts': 'widgets/__name__/__name__.test.ts',
  'README.md': 'widgets/__name__/README.md',
  'entry.ts': 'entries/widgets/__name__.ts',
  'entry-define.ts': 'entries/widgets/__name__/define.ts',
};
const TAGS = 'src/ui/tags.ts';

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function namesOf(name: string): Record<string, string> {
  const words = name.split('-');
  const pascal = words.map(capitalised).join('');
  return {
    __name__: name,
    __title__: capitalised(words.join(' ')),
    __Pascal__: pascal,
    __camel__: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    __Class__: `Ers${pascal}`,
  };
}

/**
 * Writes a widget that type-checks, lints and passes its own tests.
 * @returns the files written, from the root
 * @throws when the name is not kebab-case, or taken
 */
export function writeNewWidget(name: string, root = ROOT): string[] {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
    throw new Error(`Name it in lower case with hyphens, without “ers-”: ${name} will not do.`);
  }
  if (existsSync(join(root, 'widgets', name))) throw new Error(`widgets/${name} is there already.`);
  const names = namesOf(name);
  const filled = (text: string): string =>
    text.replaceAll(/__[A-Za-z]+__/g, (hole) => names[hole] ?? hole);
  for (const [template, target] of Object.entries(FILES)) {
    const path = join(root, filled(target));
    mkdirSync(dirname(path), { recursive: true });
    const text = readFileSync(join(ROOT, 'tools/new-widget', `${template}.template`), 'utf8');
    writeFileSync(path, filled(text));
  }
  const tags = readFileSync(join(root, TAGS), 'utf8');
  const named = tags.replace(/(export type WidgetName =[^;]*);/, `$1 | '${name}';`);
  writeFileSync(join(root, TAGS), named);
  return Object.values(FILES).map(filled);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error('Say its name: npm run new:widget worklist');
  for (const file of writeNewWidget(name)) console.log(file);
  console.log(`The tag is in ${TAGS}. Add it to entries/index.ts and to CHANGELOG.md.`);
}
