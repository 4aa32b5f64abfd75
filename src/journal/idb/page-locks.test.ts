import { afterEach, describe, expect, it } from 'vitest';
import { createPageLocks, type Lease } from '../page-locks.ts';

// Each `createPageLocks` stands for a page: the browser's locks are the real ones.

type Page = ReturnType<typeof createPageLocks>;
const newPage = (): Page => createPageLocks(navigator.locks);

let leases: (Lease | undefined)[] = [];
let patient = crypto.randomUUID();
afterEach(() => {
  for (const lease of leases) lease?.release();
  leases = [];
  patient = crypto.randomUUID();
});

async function take(page: Page, takeOver = false): Promise<Lease | undefined> {
  const lease = await page.take(patient, { takeOver });
  leases.push(lease);
  return lease;
}

describe('F20: two pages and one patient', () => {
  it('have one editor at a time', async () => {
    const [first, second] = [newPage(), newPage()];
    const lease = await take(first);
    expect(lease).toBeDefined();
    expect(await take(second)).toBeUndefined();
    lease?.release();
    await expect.poll(() => take(second)).toBeDefined();
  });

  it('may take over, and the former editor is told', async () => {
    const [first, second] = [newPage(), newPage()];
    const lease = await take(first);
    expect(await take(second, true)).toBeDefined();
    await expect.poll(() => lease?.taken.aborted).toBe(true);
    expect(await take(first)).toBeUndefined();
  });

  it('do not stand in the way of another patient', async () => {
    const [first, second] = [newPage(), newPage()];
    await take(first);
    const other = await second.take(`${patient} other`);
    leases.push(other);
    expect(other).toBeDefined();
  });
});

describe('two parts of one page', () => {
  it('share its right, until the last has let it go', async () => {
    const [page, other] = [newPage(), newPage()];
    const [one, two] = [await take(page), await take(page)];
    one?.release();
    one?.release();
    expect(await take(other)).toBeUndefined();
    two?.release();
    await expect.poll(() => take(other)).toBeDefined();
  });

  it('have it again at once after they have let it go', async () => {
    const page = newPage();
    (await take(page))?.release();
    expect(await take(page)).toBeDefined();
  });

  it('ask for it once when they ask together', async () => {
    const page = newPage();
    const [one, two] = await Promise.all([take(page), take(page)]);
    expect([one, two]).not.toContain(undefined);
  });
});

it('every page has the right where the browser has no locks', async () => {
  const [first, second] = [createPageLocks(undefined), createPageLocks(undefined)];
  expect(await take(first)).toBeDefined();
  expect(await take(second)).toBeDefined();
});
