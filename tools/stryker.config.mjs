// Mutation testing of the parts that keep referrals from being lost; `npm run test:long` runs it.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default {
  mutate: [
    'src/ers/outcome.ts',
    'src/journal/{page-journal,vault}.ts',
    'src/domain/lost-referral.ts',
    'src/flows/{lost-candidates,refer-patient-draft}.ts',
  ],
  // What the tests need of the sources is copied, and no more.
  ignorePatterns: [
    '/*',
    '!/package.json',
    '!/tsconfig.json',
    '!/src',
    '!/tools',
    '/tools/*',
    '!/tools/mutation-tests.config.mjs',
  ],
  tempDirName: join(tmpdir(), 'ers-widgets-mutants'),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutation-tests.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
};
