import { afterEach, describe, expect, it } from 'vitest';
import type { BookPhase, ServiceSlots } from '../../src/flows/book-slot.ts';
import { find, show, words } from './picker-scene.ts';
import { at, chosen, eastgate, northmoor, problem } from './sample-slots.ts';

afterEach(() => document.body.replaceChildren());

const LOST_AT = at('16T09:48:00');

const gone: BookPhase = {
  status: 'slot-gone',
  slot: chosen,
  problem: problem('slot-taken'),
  at: LOST_AT,
};

const refused: BookPhase = { ...gone, status: 'provider-refused' };

function readAt(service: ServiceSlots, time: string): ServiceSlots {
  return { ...service, load: { status: 'loaded', at: at(`16T${time}`), total: 15 } };
}

async function panel(phase: BookPhase, services: ServiceSlots[]): Promise<string> {
  const { root } = await show({ state: { phase, services } });
  return words(find(root, '.outcome'));
}

describe('after a slot was lost', () => {
  it.each([
    ['taken', gone],
    ['refused', refused],
  ])('its service is named and when it was known: %s', async (_, phase) => {
    const seen = await panel(phase, [northmoor]);
    expect(seen).toContain(
      'Thu 22-Oct-2026 09:40 BST, Arrhythmia Clinic, Cardiology, Northmoor General Hospital, OKONKWO, Chidi (Dr)',
    );
    expect(seen).toContain('at 10:48:00');
  });

  it('slots read since are said to be read after it', async () => {
    const seen = await panel(gone, [readAt(northmoor, '09:48:01')]);
    expect(seen).toContain('Nearest free slots Read after that, at 10:48:01');
  });

  it('slots of another service that are older than the loss are said to be so', async () => {
    const nearby = { ...eastgate, slots: eastgate.slots.filter(({ start }) => start > chosen.end) };
    const seen = await panel(gone, [
      { ...readAt(northmoor, '09:48:01'), slots: [] },
      readAt(nearby, '09:47:10'),
    ]);
    expect(seen).toContain('Read before that, at 10:47:10: some may be gone too');
  });
});
