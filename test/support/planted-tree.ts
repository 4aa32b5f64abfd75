import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../tools/run.mjs';

export interface PlantedTree {
  path: string;
  remove(): void;
}

/**
 * A temporary folder that looks like the project's root: the files given, copies of the named
 * files or folders of the project, and its packages.
 */
export function plantTree(files: Record<string, string>, copies: string[] = []): PlantedTree {
  const path = mkdtempSync(join(tmpdir(), 'ers-planted-'));
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'), 'junction');
  for (const name of copies) cpSync(join(ROOT, name), join(path, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
