import { describe, expect, it } from 'vitest';
import { cliniciansActedFor } from './clinicians-acted-for.ts';
import { fakeClock } from './testing/fake-ports.ts';

const ids = ['555032000100', '555032000101', '555032000102'];
const client = { retrieveCliniciansActedFor: async () => ids.map((sdsUserId) => ({ sdsUserId })) };
const { signal } = new AbortController();

describe('the clinicians whom a user may act for', () => {
  it('have the names that the host knows, and stand in their order', async () => {
    const resolvePractitioners = async () =>
      new Map([
        ['555032000100', 'OKAFOR, Ngozi (Dr)'],
        ['555032000101', 'BRANDT, Lena (Dr)'],
      ]);
    const lookUps = { resolvePractitioners };
    const found = await cliniciansActedFor({ client, lookUps, clock: fakeClock(), signal });
    expect(found.map(({ name, sdsUserId }) => name ?? sdsUserId)).toEqual([
      '555032000102',
      'BRANDT, Lena (Dr)',
      'OKAFOR, Ngozi (Dr)',
    ]);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('down'))],
    ['has no such look-up', undefined],
  ])('are there by their ids where the host %s', async (_, resolvePractitioners) => {
    const lookUps = resolvePractitioners ? { resolvePractitioners } : {};
    const found = await cliniciansActedFor({ client, lookUps, clock: fakeClock(), signal });
    expect(found.map(({ sdsUserId }) => sdsUserId)).toEqual(ids);
  });
});
