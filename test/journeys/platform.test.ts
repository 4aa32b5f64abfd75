import { readFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_TOKENS, startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { mouseActor } from './actors.ts';
import { openDesk, simulator } from './desk.ts';
import { referPatient } from './refer-steps.ts';

const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-platform-')), 'audit.jsonl');

let set: DemoSet;

beforeAll(async () => {
  set = await startDemoSet({ auditFile, dialect: 'api-platform' });
});

afterAll(() => set.stop());

it('the same page refers the same patient over the API platform, by one word of the proxy', async () => {
  const desk = await openDesk(set.page);
  const shown = await referPatient({ page: desk.page, actor: mouseActor() });
  const ubrn = shown.replaceAll(' ', '');
  const { referrals } = await simulator.state(set.simulator);
  expect(referrals.find((referral) => referral.ubrn === ubrn)).toMatchObject({ state: 'BOOKED' });
  expect(desk.faults).toEqual([]);
  const everything = desk.exchanges.map(({ url, text }) => url + text).join('\n');
  expect(everything).toContain(ubrn);
  expect(everything).not.toContain(DEMO_TOKENS['api-platform']);
  await desk.close();

  const rows = (await readFile(auditFile, 'utf8')).trim().split('\n');
  const audited = rows.map((row) => (JSON.parse(row) as { operation: string }).operation);
  for (const operation of ['A030', 'A010', 'A011', 'A020', 'A012', 'A019', 'A015', 'A016']) {
    expect(audited).toContain(operation);
  }
  expect(audited.filter((operation) => operation === 'A011')).toHaveLength(1);
  expect(audited).not.toContain('A001');
});
