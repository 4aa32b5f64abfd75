import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Service } from '../../src/domain/service.ts';
import type { SceneParts } from './fake-flow.ts';
import { eastgate, foundState, harbour, northmoor } from './sample-states.ts';
import { find, focused, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

/** Wide, so that the form of the search is on screen, with a heading that could take the focus. */
async function tray(...shortlist: Service[]) {
  const ids = (): string[] => shown.flow.find.state.shortlist.map(({ id }) => id);
  const parts: SceneParts = {
    find: { ...foundState, shortlist },
    findActions: {
      toggle: (id) =>
        shown.flow.find.become({
          shortlist: shown.flow.find.state.shortlist.filter((each) => each.id !== id),
        }),
      move: (id, by) => {
        const moved = [...shown.flow.find.state.shortlist];
        const from = ids().indexOf(id);
        moved.splice(from + by, 0, ...moved.splice(from, 1));
        shown.flow.find.become({ shortlist: moved });
      },
    },
  };
  const shown = await show(parts);
  shown.builder.style.display = 'block';
  shown.builder.style.width = '1280px';
  await settled(shown.builder);
  return { ...shown, ids };
}

const BY: readonly [how: string, press: (element: HTMLElement) => Promise<void>][] = [
  [
    'the keyboard',
    async (element) => {
      element.focus();
      await userEvent.keyboard('{Enter}');
    },
  ],
  ['the mouse', (element) => userEvent.click(element)],
];

describe.each(BY)('the focus after %s on the shortlist of a wide page', (_how, press) => {
  const after = async (shortlist: Service[], id: string): Promise<string | undefined> => {
    const { builder, root } = await tray(...shortlist);
    await press(find(root, `#${id}`));
    await settled(builder);
    return root.activeElement?.id;
  };

  it('stays with the service that was moved up', async () => {
    const list = [northmoor, eastgate, harbour];
    expect(await after(list, `tray-up-${harbour.id}`)).toBe(`tray-up-${harbour.id}`);
    document.body.replaceChildren();
    expect(await after(list, `tray-up-${eastgate.id}`)).toBe(`tray-down-${eastgate.id}`);
  });

  it('stays with the service that was moved down', async () => {
    const list = [northmoor, eastgate, harbour];
    expect(await after(list, `tray-down-${northmoor.id}`)).toBe(`tray-down-${northmoor.id}`);
    document.body.replaceChildren();
    expect(await after(list, `tray-down-${eastgate.id}`)).toBe(`tray-up-${eastgate.id}`);
  });

  it.each([
    ['the first', northmoor, `tray-remove-${eastgate.id}`],
    ['one in the middle', eastgate, `tray-remove-${harbour.id}`],
    ['the last', harbour, `tray-remove-${eastgate.id}`],
  ])('goes to the next, or the one before, when %s is removed', async (_which, service, next) => {
    const list = [northmoor, eastgate, harbour];
    expect(await after(list, `tray-remove-${service.id}`)).toBe(next);
  });

  it('goes to the heading of the shortlist when the only one is removed', async () => {
    expect(await after([northmoor], `tray-remove-${northmoor.id}`)).toBe('shortlist-heading');
  });

  it('goes from Back to the button that opened the comparison', async () => {
    const { builder, root } = await tray(northmoor, eastgate);
    await press(find(root, '#compare'));
    await settled(builder);
    expect(focused(root)).toBe('Compare 2 shortlisted services');
    await press(find(root, '.compare__foot .ui-button--link'));
    await settled(builder);
    expect(root.activeElement?.id).toBe('compare');
  });
});
