import { describe, expect, it } from 'vitest';
import type { HostLookUps } from '../host/host-adapter.ts';
import { withClinicianNames } from './clinician-names.ts';
import { fakePorts, settle } from './testing/fake-ports.ts';
import { slot } from './testing/fake-records.ts';

const search = { serviceId: '1', priority: 'URGENT', ruleOrganisation: 'Y99001', page: 1 } as const;
const okonkwo = { sdsUserId: '021600551011' };

function clientWith(lookUps: HostLookUps) {
  const ports = fakePorts();
  const slots = [
    { ...slot('1', '2026-10-22T08:40:00.000Z'), clinician: okonkwo },
    slot('2', '2026-10-22T09:00:00.000Z'),
  ];
  const client = { ...ports.client, retrieveSlots: async () => ({ slots, total: 2 }) };
  return { ports, client: withClinicianNames(client, { ...ports, lookUps }) };
}

describe('the clinicians of slots', () => {
  it('have the names that the host gives', async () => {
    const { client } = clientWith({
      resolvePractitioners: async () => new Map([[okonkwo.sdsUserId, 'OKONKWO, Chidi (Dr)']]),
    });
    const { slots } = await client.retrieveSlots(search);
    expect(slots.map(({ clinician }) => clinician?.name)).toEqual([
      'OKONKWO, Chidi (Dr)',
      undefined,
    ]);
  });

  it('are asked for once, however many pages they are on', async () => {
    const asked: (readonly string[])[] = [];
    const { client } = clientWith({
      resolvePractitioners: async (ids) => {
        asked.push(ids);
        return new Map([[okonkwo.sdsUserId, 'OKONKWO, Chidi (Dr)']]);
      },
    });
    await client.retrieveSlots(search);
    await client.retrieveSlots({ ...search, page: 2 });
    expect(asked).toEqual([[okonkwo.sdsUserId]]);
  });

  it('keep their ids where the host fails or has no such look-up', async () => {
    const failing = clientWith({ resolvePractitioners: () => Promise.reject(new Error('down')) });
    const lacking = clientWith({});
    for (const { client } of [failing, lacking]) {
      const { slots } = await client.retrieveSlots(search);
      expect(slots[0]?.clinician).toEqual(okonkwo);
    }
  });

  it('do not hold up the slots when the host is silent', async () => {
    const { ports, client } = clientWith({ resolvePractitioners: () => new Promise(() => {}) });
    const reading = client.retrieveSlots(search);
    await settle();
    await ports.clock.advance(2_000);
    expect((await reading).slots).toHaveLength(2);
  });
});
