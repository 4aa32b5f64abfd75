import { afterEach, expect, it } from 'vitest';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { fixtureSet } from './session.fixtures.ts';
import { ErsSession } from './session.ts';

afterEach(() => document.body.replaceChildren());

it('keeps who both patients are inside its panel, 320 pixels wide', async () => {
  fixtureSet.define?.();
  const conflict = fixtureSet.fixtures['another patient opened'];
  if (!conflict) throw new Error('There is no such fixture.');
  const frame = await showFixture(conflict(), 320);
  const session = [...frame.renderRoot.querySelectorAll('*')].find(
    (element) => element instanceof ErsSession,
  );
  await session?.updateComplete;
  const lines = [...(session?.renderRoot.querySelectorAll('.ui-patient__line') ?? [])];
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
});
