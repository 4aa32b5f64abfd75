import { afterEach, describe, expect, it } from 'vitest';
import type { Referral } from '../../src/domain/referral.ts';
import { at, ersIsDown, findState, lists, referral } from './sample-states.ts';
import { find, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

function deferredFor(code: string): Referral {
  const reason = { code };
  return {
    ...referral,
    priority: 'URGENT',
    state: { code: 'DEFERRED_TO_PROVIDER', derived: true, reason },
    appointment: {
      status: 'proposed',
      service: { id: '11012' },
      reason,
      created: at('09:52:10'),
    },
  };
}

/** The record on screen; with how many working days e-RS tells for an urgent patient. */
async function record(opened: Referral, contactDays?: number): Promise<string> {
  const priorities = lists.priorities.map((priority) => ({
    ...priority,
    deferToProviderContactDays: contactDays,
  }));
  const { root } = await show({
    refer: { step: 'record', opened: { status: 'open', referral: opened, at: at('09:53:00') } },
    find: {
      ...findState,
      lists: { status: 'ready', value: { ...lists, priorities }, at: at('09:30:00') },
    },
  });
  return find(root, '.record').textContent.replace(/\s+/g, ' ');
}

describe('the record of a deferred referral', () => {
  it.each([
    ['NO_SLOTS_AT_SERVICE', 'No slots at the service'],
    ['SLOT_NOT_AVAILABLE', 'Slot not available'],
    ['BOOKING_ATTEMPT_PROBLEM', 'Problem with the booking'],
  ])('says the reason in words, once: %s', async (code, words) => {
    const seen = await record(deferredFor(code));
    expect(seen.split(words)).toHaveLength(2);
    expect(seen).not.toContain(code);
  });

  it('says by when the provider contacts the patient, where e-RS tells the days', async () => {
    expect(await record(deferredFor('SLOT_NOT_AVAILABLE'), 10)).toContain('Fri 30-Oct-2026');
    expect(await record(deferredFor('SLOT_NOT_AVAILABLE'))).not.toContain('Contact by');
  });
});

describe('the record while e-RS is down', () => {
  it('shows what was read last, when that was, and nothing to press but to try again', async () => {
    const { root } = await show({ refer: ersIsDown });
    const words = find(root, '.record').textContent.replace(/\s+/g, ' ');
    expect(words).toContain('As e-RS had it Fri 16-Oct-2026 10:40');
    expect(words).toContain('There is no appointment.');
    const pressed = [...root.querySelectorAll('.record button')].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(
      pressed.filter((label) => !/^(Copy|Open it again|Start a new referral)/.test(label)),
    ).toEqual([]);
  });
});
