import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../src/domain/instant.ts';
import { scanMissed, scanned, scanning } from './sample-waits.ts';
import { lettersState, NOW } from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const words = (root: ShadowRoot, selector: string): string =>
  find(root, selector).textContent.replace(/\s+/g, ' ');

/** A clock whose seconds pass when told. */
function handClock() {
  const waits: (() => void)[] = [];
  const clock: Clock = { now: () => NOW, wait: () => new Promise((pass) => waits.push(pass)) };
  const second = async (): Promise<void> => {
    waits.splice(0).forEach((pass) => pass());
    await Promise.resolve();
    await Promise.resolve();
  };
  return { clock, second };
}

async function watched(parts = scanning) {
  const lookAtScan = vi.fn(() => Promise.resolve());
  const { clock, second } = handClock();
  const scene = await show({ ...parts, actions: { lookAtScan } }, { clock });
  return { ...scene, lookAtScan, second };
}

describe('F29: files that are scanned', () => {
  it('show their states, when it was looked at last and when it is again', async () => {
    const { root } = await show(scanning);
    const record = words(root, '.record');
    for (const state of [
      'Available',
      'Being scanned. The service cannot open it yet.',
      'Blocked: a threat was found. This is final.',
      'Failed checks. This is final.',
    ]) {
      expect(record).toContain(state);
    }
    expect(record).toContain('Being checked. Last looked at 10:43.');
    expect(record).toContain('This page checks again after 10:48.');
  });

  it('show the same where they are changed', async () => {
    const { root } = await show({
      refer: { ...scanning.refer, step: 'letters' },
      letters: {
        ...lettersState,
        referral: scanned,
        letters: scanned.letters.map((letter) => ({ letter, keep: true })),
      },
    });
    expect(words(root, '.split__main')).toContain('This page checks again after 10:48.');
  });

  it('offer none of them to open', async () => {
    const { root } = await show(scanning);
    const table = find(root, '.record table:last-of-type');
    expect(table.textContent).toContain('Holter.xls');
    expect(table.querySelector('a, button')).toBeNull();
  });

  it('stay as they were when they could not be read, which is said with both times', async () => {
    const { builder, flow, root } = await show(scanning);
    flow.become(scanMissed.refer ?? {});
    await settled(builder);
    const record = words(root, '.record');
    expect(record).toContain('Being scanned.');
    expect(record).toContain(
      'The scan could not be checked at 10:45. What is shown is as it was at 10:43. This page checks again after 10:50.',
    );
  });

  it('say nothing of a next look when none is being scanned', async () => {
    const letters = scanned.letters.filter(({ availability }) => availability !== 'PENDING');
    const { root } = await show({
      refer: {
        step: 'record',
        opened: { status: 'open', referral: { ...scanned, letters }, at: NOW },
      },
    });
    expect(words(root, '.record')).not.toContain('checks again');
  });

  it('are looked at as time passes', async () => {
    const { lookAtScan, second } = await watched();
    expect(lookAtScan).not.toHaveBeenCalled();
    await second();
    expect(lookAtScan).toHaveBeenCalledTimes(1);
  });

  it('are not looked at while the page is hidden', async () => {
    const { lookAtScan, second } = await watched();
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await second();
    expect(lookAtScan).not.toHaveBeenCalled();
    hidden.mockRestore();
    await second();
    expect(lookAtScan).toHaveBeenCalledTimes(1);
  });

  it('are not looked at while the host hides the widget, or has taken it out', async () => {
    const { builder, lookAtScan, second } = await watched();
    builder.style.display = 'none';
    await second();
    builder.remove();
    await second();
    expect(lookAtScan).not.toHaveBeenCalled();
  });

  it('are said when a scan refuses one, and when it could not be looked at', async () => {
    const { builder, flow, root } = await show({
      refer: scanning.refer,
      letters: { ...lettersState, referral: scanned, letters: [] },
    });
    const said = (): string =>
      root.querySelector('[role=status].ui-hidden')?.textContent.trim() ?? '';
    flow.letters?.become({ letters: scanned.letters.map((letter) => ({ letter, keep: true })) });
    await settled(builder);
    expect(said()).toContain('Holter.xls: Blocked: a threat was found.');
    expect(said()).not.toContain('ECG.pdf');
    flow.become(scanMissed.refer ?? {});
    await settled(builder);
    expect(said()).toBe('The scan could not be checked');
  });
});
