import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { referPatient } from './refer-steps.ts';

/** Every interaction that referring a patient needs. */
const NEEDED = [
  'A001',
  'A002',
  'A004',
  'A005',
  'A010',
  'A011',
  'A012',
  'A015',
  'A016',
  'A019',
  'A020',
];

/** Long enough for the two repeats of a read. */
const PATIENCE_MS = 6_000;

let desk: Desk;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  desk.page.setDefaultTimeout(PATIENCE_MS);
});

afterEach(async () => {
  await simulator.clearFaults();
  await desk.close();
});

describe('the journey of a referral', () => {
  it.each(NEEDED)('does not get to its end while %s is broken', async (operation) => {
    await simulator.fault({ operation, kind: 'status', status: 500, repeat: true });
    const at = { page: desk.page, actor: mouseActor() };
    await expect(referPatient(at)).rejects.toThrow(/Timeout/);
    expect(desk.faults).toEqual([]);
  });
});
