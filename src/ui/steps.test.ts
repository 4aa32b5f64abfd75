import { describe, expect, it } from 'vitest';
import { showFixture } from './fixture-frame.ts';
import { bar } from './steps.ts';

const steps = [
  { name: 'Find services', done: true },
  { name: 'Check and create', done: false },
  { name: 'Book', done: false },
];

async function visibleWords(width: number): Promise<string> {
  const frame = await showFixture(bar({ title: 'e-RS', steps, current: 1 }), width);
  const shown = frame.renderRoot.querySelector<HTMLElement>('ol')?.innerText ?? '';
  return shown.replace(/\s+/g, ' ').trim();
}

describe('the steps', () => {
  it('are all named where there is room, and say in words which are done', async () => {
    expect(await visibleWords(1024)).toBe('1 Find services Done 2 Check and create 3 Book');
  });

  it('shrink to the open one with its number of how many', async () => {
    expect(await visibleWords(320)).toBe('2 of 3 Check and create');
  });

  it('mark the open one for those who cannot see it', async () => {
    const frame = await showFixture(bar({ title: 'e-RS', steps, current: 1 }));
    const current = frame.renderRoot.querySelectorAll('[aria-current=step]');
    expect([...current].map((step) => step.textContent.includes('Check and create'))).toEqual([
      true,
    ]);
  });
});
