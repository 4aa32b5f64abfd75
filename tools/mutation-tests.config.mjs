import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that tell whether a mutant of tools/stryker.config.mjs lives. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: [
      'src/ers/outcome.test.ts',
      'src/journal/{page-journal,page-journal-adopting,vault}.test.ts',
      'src/domain/lost-referral.test.ts',
      'src/flows/{lost-candidates,find-lost-referral,refer-patient-draft,refer-patient-draft-content,refer-patient-lost}.test.ts',
    ],
  },
});
