import { afterEach, describe, expect, it } from 'vitest';
import type { SceneParts } from './fake-flow.ts';
import {
  at,
  lettersState,
  manyServices,
  northmoor,
  problem,
  shortlisted,
  UBRN,
} from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

async function shown(parts: SceneParts, width = 1024): Promise<ShadowRoot> {
  const { builder, root } = await show(parts);
  builder.style.display = 'block';
  builder.style.width = `${width}px`;
  await settled(builder);
  return root;
}

/** Pixels between each box and the one before it. */
function gaps(boxes: Iterable<Element>): number[] {
  const rects = [...boxes].map((box) => box.getBoundingClientRect());
  return rects.slice(1).map(({ top }, index) => top - (rects[index]?.bottom ?? 0));
}

function rangeOf(element: Element, text: string): Range {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent?.indexOf(text) ?? -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    return range;
  }
  throw new Error(`There is no “${text}”.`);
}

/** The lines on which a text of an element stands. */
function linesOf(element: Element, text: string): number {
  const rects = [...rangeOf(element, text).getClientRects()];
  return new Set(rects.map(({ top }) => top)).size;
}

const made: SceneParts = {
  refer: {
    madeEarlier: [
      {
        ubrn: UBRN,
        sentAt: at('08:40:00'),
        attached: at('08:44:00'),
        ended: { action: 'book-appointment', sentAt: at('08:50:00') },
      },
    ],
  },
};

describe('room', () => {
  it.each([320, 1024])('is left between the fields of the search, at %i pixels', async (width) => {
    const root = await shown({}, width);
    const between = gaps(find(root, '.criteria__fields').children);
    expect(between.length).toBeGreaterThan(4);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(6);
  });

  it('is left between the parts of a service', async () => {
    const root = await shown({ find: shortlisted });
    const between = gaps(find(root, '.service__facts').children);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(8);
  });

  it('is left between the words of a message and its button', async () => {
    const earlier = { status: 'not-known', problem: problem('timed-out') } as const;
    const root = await shown({ refer: { earlier } }, 320);
    const notice = find(root, '.ui-message');
    const words = rangeOf(notice, 'it is known').getBoundingClientRect();
    const { top } = find(root, '.ui-message .ui-button--secondary').getBoundingClientRect();
    expect(top - words.bottom).toBeGreaterThanOrEqual(6);
  });

  it('is left between a shortlist that scrolls and the button below it', async () => {
    const root = await shown({ find: { ...shortlisted, shortlist: manyServices(20) } });
    const list = find(root, '.tray__list');
    expect(list.scrollHeight).toBeGreaterThan(list.clientHeight);
    expect(gaps([list, find(root, '#check')])[0]).toBeGreaterThanOrEqual(8);
  });

  it.each(['check', 'letters'] as const)('is beside the main part of the step %s', async (step) => {
    const root = await shown({
      refer: { step },
      find: { ...shortlisted, shortlist: [northmoor] },
      letters: { ...lettersState, documents: [] },
    });
    const { left } = find(root, '.split__side').getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(find(root, '.split__main').getBoundingClientRect().right);
  });
});

describe('a line', () => {
  it('does not part a distance from its miles in the shortlist', async () => {
    const root = await shown({ find: shortlisted });
    expect(linesOf(find(root, '.tray__item'), '3 miles')).toBe(1);
  });

  it('does not part the day of what was sent from here, at 320 pixels', async () => {
    const root = await shown(made, 320);
    const notice = find(root, '.ui-message');
    expect(linesOf(notice, 'Letter attached, sent Fri 16-Oct-2026')).toBe(1);
    expect(linesOf(notice, 'Booked, sent Fri 16-Oct-2026')).toBe(1);
  });
});
