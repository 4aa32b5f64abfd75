import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { DEMO_TOKENS, type DialectName } from '../../tools/demo-set.mjs';
import type { Actor } from './actors.ts';
import { simulator, type Desk } from './desk.ts';
import { DIRECT_SERVICE, PHONE_SERVICE, referPatient } from './refer-steps.ts';

/** Where a journey runs: the proxy's dialect and audit, and the simulator behind it. */
export interface Surroundings {
  dialect: DialectName;
  simulator: string;
  auditFile: string;
}

export interface AuditRow {
  operation: string;
  status: number;
  ubrn?: string;
}

export async function auditRows(file: string): Promise<AuditRow[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** What e-RS is asked in either dialect, and what the sign-in adds in one. */
const asked = ['A005', 'A010', 'A011', 'A012', 'A015', 'A016', 'A019', 'A020'];
const signIn: Readonly<Record<DialectName, { own: string; other: string }>> = {
  hscn: { own: 'A001', other: 'A030' },
  'api-platform': { own: 'A030', other: 'A001' },
};
const once = ['A011', 'A016'];

const shownAtLast = [
  /^Booked/,
  'Urgent',
  'Referral letter.pdf',
  DIRECT_SERVICE,
  PHONE_SERVICE,
] as const;

async function checkAudit(rows: readonly AuditRow[], dialect: DialectName): Promise<void> {
  const audited = rows.map(({ operation }) => operation);
  const { own, other } = signIn[dialect];
  expect(audited).toEqual(expect.arrayContaining([...asked, own]));
  expect(audited).not.toContain(other);
  for (const write of once) expect(audited.filter((one) => one === write)).toHaveLength(1);
}

/**
 * A GP refers a patient from search to booking and opens the referral again: the same page, steps
 * and outcome whatever the actor and the dialect are.
 */
export async function referThroughout(
  desk: Desk,
  actor: Actor,
  { dialect, auditFile, simulator: base }: Surroundings,
): Promise<void> {
  const before = (await auditRows(auditFile)).length;
  const shown = await referPatient({ page: desk.page, actor });
  const ubrn = shown.replaceAll(' ', '');
  for (const fact of shownAtLast) {
    await desk.page.getByText(fact).filter({ visible: true }).first().waitFor();
  }

  const { referrals } = await simulator.state(base);
  const made = referrals.find((referral) => referral.ubrn === ubrn);
  expect(made).toMatchObject({ state: 'BOOKED' });
  expect(made?.history.map(({ event }) => event)).toEqual([
    'created',
    'letters replaced',
    'booked',
  ]);
  expect(desk.faults).toEqual([]);
  await checkAudit((await auditRows(auditFile)).slice(before), dialect);
  const everything = desk.exchanges.map(({ url, text }) => url + text).join('\n');
  expect(everything).toContain(ubrn);
  expect(everything).not.toContain(DEMO_TOKENS[dialect]);
}
