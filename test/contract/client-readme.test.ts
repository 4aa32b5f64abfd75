import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import { createErsClient } from '../../src/ers/client.ts';
import { createDialectTransport } from '../../src/ers/dialect-transport.ts';
import { startServer, type RunningServer } from '../../tools/servers.mjs';
import { browserClock } from '../../widgets/session/clocks.ts';

const run = promisify(execFile);
const entry = pathToFileURL(resolve('entries/client.ts')).href;

/** The script of the README, taking the package from its source. */
function readmeScript(): string {
  const text = readFileSync('src/ers/README.md', 'utf8');
  const [, script = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
  return script.replace("'ers-widgets/client'", JSON.stringify(entry));
}

let simulator: RunningServer;
let base: string;

beforeAll(async () => {
  simulator = await startServer({
    name: 'simulator',
    args: ['simulator/main.ts', '--port', '0'],
  });
  base = `http://localhost:${simulator.port}`;
});

afterAll(() => simulator.stop());

async function createdReferral(): Promise<string> {
  const identity = () => ({
    Authorization: 'Bearer DEMO-CIS2-TOKEN-1',
    'NHSD-End-User-Organisation-ODS': 'Y99001',
    'NHSD-eRS-Business-Function': 'REFERRING_CLINICIAN',
  });
  const dialect = 'api-platform';
  const client = createErsClient({
    dialect,
    transport: createDialectTransport({ base: `${base}/referrals/FHIR`, dialect, fetch, identity }),
    contextId: 'x',
    clock: browserClock,
    newId: () => crypto.randomUUID(),
    random: () => 0,
  });
  const patient = '9990123454' as NhsNumber;
  const criteria = {
    priority: 'ROUTINE',
    specialty: { code: 'CARDIOLOGY' },
    clinicType: { code: 'ARRHYTHMIA' },
    ageAndGenderAppropriate: true,
  } as const;
  const [service] = await client.searchServices({ patient, criteria, sortBy: 'IWT' });
  const made = await client.createReferral(
    {
      patient,
      criteria,
      services: [service?.id ?? ''],
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: 0,
    },
    { intentId: crypto.randomUUID() },
  );
  if (made.outcome !== 'done') throw new Error(JSON.stringify(made));
  return made.value.ubrn;
}

it('the ten lines of the client’s README read a referral from the simulator', async () => {
  const script = readmeScript();
  const isLineOfIdentity = /^ {2}|^\}\);$/;
  const lines = script
    .trim()
    .split('\n')
    .filter((line) => !isLineOfIdentity.test(line));
  expect(lines.length).toBeLessThanOrEqual(10);
  const file = join(mkdtempSync(join(tmpdir(), 'ers-client-')), 'referral.mjs');
  writeFileSync(file, script);
  const ubrn = await createdReferral();
  const args = ['--import', 'tsx', file, ubrn];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, ERS_BASE: base } });
  expect(stdout).toContain(`ubrn: '${ubrn}'`);
  expect(stdout).toContain("code: 'NOT_BOOKED'");
});
