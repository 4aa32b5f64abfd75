import { forbiddenImports } from './import-rules.mjs';
import { ROOT } from './run.mjs';

const forbidden = await forbiddenImports(ROOT);
for (const sentence of forbidden) console.error(sentence);
process.exitCode = forbidden.length > 0 ? 1 : 0;
