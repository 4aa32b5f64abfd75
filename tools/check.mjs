import { runChecks } from './checks.mjs';

const failed = (await runChecks()).filter(({ exitCode }) => exitCode !== 0);
if (failed.length > 0) console.error(`check failed: ${failed.map(({ name }) => name).join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
