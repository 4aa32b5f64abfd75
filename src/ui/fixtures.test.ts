import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { showFixture, type FixtureFrame } from './fixture-frame.ts';
import type { FixtureSet } from './fixture.ts';

const modules = import.meta.glob<{ fixtureSet: FixtureSet }>('./*.fixtures.ts', { eager: true });
const situations = Object.values(modules).flatMap(({ fixtureSet }) =>
  Object.entries(fixtureSet.fixtures).map(([name, content]) => ({
    name: `${fixtureSet.title}: ${name}`,
    content,
  })),
);

/** The token `colour-focus`, as a browser writes it. */
const FOCUS_COLOUR = 'rgb(255, 235, 59)';
const FOCUSABLE = 'button, a[href], input, select, textarea';

afterEach(async () => {
  await emulateForcedColours('none');
  document.body.replaceChildren();
});

describe.each(situations)('$name', ({ content }) => {
  it('has no fault that axe can find', async () => {
    await expectThat(await showFixture(content())).to.be.accessible();
  });

  it('fits 320 pixels, which is 1280 at 400 % zoom, with nothing cut', async () => {
    expect(overflowing(await showFixture(content(), 320))).toEqual([]);
  });

  it('fits 640 pixels with text at twice its size, with nothing cut', async () => {
    const frame = await showFixture(content(), 640);
    frame.style.setProperty('--ers-rem', '32px');
    expect(overflowing(frame)).toEqual([]);
  });

  it('has targets of 32 pixels, and of 44 in a narrow container', async () => {
    const wide = await showFixture(content(), 1024);
    const narrow = await showFixture(content(), 320);
    expect(targetHeights(wide).filter((height) => height < 32)).toEqual([]);
    expect(targetHeights(narrow).filter((height) => height < 44)).toEqual([]);
  });

  it('shows where the focus is, in the focus colour', async () => {
    const frame = await showFixture(content());
    for (const target of focusTargets(frame)) {
      target.blur();
      expect(look(target), target.outerHTML).not.toContain(FOCUS_COLOUR);
      target.focus();
      expect(look(target), target.outerHTML).toContain(FOCUS_COLOUR);
    }
  });

  it('shows where the focus is in forced colours, by an outline', async () => {
    await emulateForcedColours('active');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const frame = await showFixture(content());
    for (const target of focusTargets(frame)) {
      target.focus();
      const { outlineStyle, outlineWidth } = styleOfFocus(target);
      expect(`${outlineStyle} ${outlineWidth}`, target.outerHTML).toBe('solid 3px');
    }
  });
});

async function emulateForcedColours(value: 'active' | 'none'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}

function focusTargets(frame: FixtureFrame): HTMLElement[] {
  return [...frame.renderRoot.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

/** A radio and a tick box are drawn by their label. */
function styleOfFocus(target: HTMLElement): CSSStyleDeclaration {
  const drawn = target.matches('[type=radio], [type=checkbox]');
  return drawn && target.nextElementSibling
    ? getComputedStyle(target.nextElementSibling, '::before')
    : getComputedStyle(target);
}

function look(target: HTMLElement): string {
  const { backgroundColor, boxShadow } = styleOfFocus(target);
  return `${backgroundColor} ${boxShadow}`;
}

/** Links in running text are excepted (WCAG 2.5.8); a radio's target is its row. */
function targetHeights(frame: FixtureFrame): number[] {
  return [...frame.renderRoot.querySelectorAll('button, input, select, textarea')].map((target) =>
    Math.round(target.getBoundingClientRect().height),
  );
}

/** Words and boxes that leave the frame sideways, and boxes that cut their content. */
function overflowing(frame: FixtureFrame): string[] {
  const edge = frame.getBoundingClientRect();
  const elements = [...frame.renderRoot.querySelectorAll('*')].filter(
    (element) => !element.closest('.ui-hidden, option, thead, style'),
  );
  return elements
    .filter((element) => {
      const rects = [...element.childNodes].filter(isText).flatMap(rectsOf);
      const outside = [element.getBoundingClientRect(), ...rects].some(
        ({ left, right, width }) => width > 0 && (right > edge.right + 1 || left < edge.left - 1),
      );
      return outside || cuts(element);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

function isText(node: ChildNode): node is Text {
  return node instanceof Text && node.data.trim() !== '';
}

function rectsOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

function cuts(element: Element): boolean {
  const { overflowX } = getComputedStyle(element);
  return overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
}
