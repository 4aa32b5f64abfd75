import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { keyboardActor, mouseActor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import { referThroughout } from './refer-journey.ts';

const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-platform-')), 'audit.jsonl');
const dialect = 'api-platform';

let set: DemoSet;
let desk: Desk;

beforeAll(async () => {
  set = await startDemoSet({ auditFile, dialect });
});

afterAll(() => set.stop());

beforeEach(async () => {
  desk = await openDesk(set.page);
});

afterEach(() => desk.close());

describe.each([
  ['mouse', () => mouseActor()],
  ['keyboard', ({ page }: Desk) => keyboardActor(page)],
])('the same page over the API platform, by one word of the proxy, by %s', (_way, actorFor) => {
  it('finds services, creates, attaches, prints, books and opens the referral again', async () => {
    const surroundings = { dialect, simulator: set.simulator, auditFile } as const;
    await referThroughout(desk, actorFor(desk), surroundings);
  });
});
