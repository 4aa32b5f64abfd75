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
    /** Origin of the widgets' own page, and the hospital that shows it. */
    frame: string;
    hospital: string;
  }
}

/** Builds the demo pages and starts the processes that the journeys share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['tools/build.mjs', 'frame', 'demo', 'demo-hospital'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-journeys-')), 'audit.jsonl');
  const set = await startDemoSet({ auditFile, frame: {} });
  project.provide('page', set.page);
  project.provide('proxy', set.proxy);
  project.provide('simulator', set.simulator);
  project.provide('auditFile', auditFile);
  project.provide('frame', set.frame ?? '');
  project.provide('hospital', set.hospital ?? '');
  return () => set.stop();
}
