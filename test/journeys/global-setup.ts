import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDemoSet } from '../../tools/demo-set.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    page: string;
    proxy: string;
    simulator: string;
    auditFile: string;
  }
}

/** Builds the demo page and starts the three processes that the journeys share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npx', ['vite', 'build', '--config', 'demo/gp-system/vite.config.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-journeys-')), 'audit.jsonl');
  const set = await startDemoSet({ auditFile });
  project.provide('page', set.page);
  project.provide('proxy', set.proxy);
  project.provide('simulator', set.simulator);
  project.provide('auditFile', auditFile);
  return () => set.stop();
}
