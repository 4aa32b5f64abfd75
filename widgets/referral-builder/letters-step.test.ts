import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type SceneParts } from './fake-flow.ts';
import { at, file, letter, lettersState, referral, UBRN } from './sample-states.ts';
import { show, find, heard, settled } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

describe('letters', () => {
  const uploaded = file('Letter.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') });
  const step: SceneParts = { refer: { step: 'letters' }, letters: lettersState };

  it('hands chosen files to the flow', async () => {
    const add = vi.fn(async () => {});
    const { root } = await show({ ...step, letterActions: { add } });
    const chosen = new File(['%PDF'], 'Letter.pdf', { type: 'application/pdf' });
    await userEvent.upload(find(root, '#file-input'), chosen);
    expect(add.mock.calls.flat(2)).toMatchObject([{ name: 'Letter.pdf' }]);
  });

  it('takes files that are dropped', async () => {
    const add = vi.fn(async () => {});
    const { root } = await show({ ...step, letterActions: { add } });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['%PDF'], 'Dropped.pdf'));
    find(root, '.drop').dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    expect(add.mock.calls.flat(2)).toMatchObject([{ name: 'Dropped.pdf' }]);
  });

  it('does not speak of 0 files while none is chosen', async () => {
    const { root } = await show({ ...step, letters: { ...lettersState, files: [] } });
    const area = root.querySelector('.ui-commit')?.textContent.replace(/\s+/g, ' ');
    expect(area).toContain('You are attaching files to 0000 4928 3317 for');
    expect(area).toContain('Attach files');
  });

  it('warns that saving replaces the set once something is changed, and not before', async () => {
    const linked = {
      ...lettersState,
      files: [],
      letters: [{ letter: letter('Old.pdf'), keep: true }],
    };
    const { flow, builder, root } = await show({ ...step, letters: linked });
    expect(root.textContent).not.toContain('Saving replaces the whole set');
    flow.letters?.become({ files: [uploaded] });
    await settled(builder);
    expect(root.textContent).toContain('Saving replaces the whole set');
  });

  it('attaches once on a double click', async () => {
    const attach = vi.fn(async () => {
      flow.letters?.become({ phase: { status: 'attaching', since: at('09:47:00') } });
    });
    const { flow, root } = await show({
      ...step,
      letters: { ...lettersState, files: [uploaded] },
      letterActions: { attach },
    });
    await userEvent.dblClick(find(root, '#attach'));
    expect(attach).toHaveBeenCalledTimes(1);
  });

  it('moves the focus to the next file when one is left out', async () => {
    const [first, second] = [uploaded, file('ECG.pdf', uploaded.state)];
    const { flow, builder, root } = await show({
      ...step,
      letters: { ...lettersState, files: [first, second] },
      letterActions: { leaveOut: () => flow.letters?.become({ files: [second] }) },
    });
    find(root, `#leave-out-${first.id}`).click();
    await settled(builder);
    expect(root.activeElement?.id).toBe(`leave-out-${second.id}`);
    expect(find(root, '[role=status].ui-hidden').textContent).toContain('Letter.pdf left out');
  });

  it('goes on to book as its one primary action where the letters are there, until one is to go', async () => {
    const { flow, builder, root } = await show({
      refer: { step: 'letters' },
      letters: {
        ...lettersState,
        letters: [{ letter: letter('Letter.pdf'), keep: true }],
        files: [],
      },
    });
    const primary = (): string | undefined => root.querySelector('.ui-button--primary')?.id;
    expect(primary()).toBe('go-on');
    expect(find(root, '#go-on').textContent).toContain('Go on to book');
    flow.letters?.become({ letters: [{ letter: letter('Letter.pdf'), keep: false }] });
    await settled(builder);
    expect(primary()).toBe('attach');
  });

  it('goes on to book as its one primary action where no letter is meant, until a file is chosen', async () => {
    const { flow, builder, root } = await show({
      refer: { step: 'letters' },
      letters: { ...lettersState, files: [] },
      create: {
        letterIntention: 'NOT_INTENDING_TO_ADD',
        phase: { status: 'created', referral, at: at('09:42:00') },
      },
    });
    const primary = (): string | undefined => root.querySelector('.ui-button--primary')?.id;
    expect(primary()).toBe('go-on');
    expect(find(root, '#go-on').textContent).toContain('Go on to book');
    expect(root.querySelector('#attach')).toBeNull();
    flow.letters?.become({ files: [uploaded] });
    await settled(builder);
    expect(primary()).toBe('attach');
  });

  it('tells the host when letters are linked', async () => {
    const { flow, builder } = await show(step);
    const linked = heard(builder, 'ers-letters-linked');
    flow.letters?.become({ phase: { status: 'attached', at: at('09:46:00') } });
    await settled(builder);
    expect(linked).toEqual([{ ubrn: UBRN }]);
  });

  it('links to the patient letter in a new tab, and ends the link with the blank', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { builder, root } = await show({
      ...step,
      patientLetter: {
        status: 'ready',
        file: { name: 'Letter.pdf', bytes: new Blob(['%PDF']) },
        at: at('09:46:00'),
      },
    });
    const link = find(root, '#open-patient-letter') as HTMLAnchorElement;
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener']);
    const { href } = link;
    builder.blank();
    expect(revoked).toHaveBeenCalledWith(href);
    revoked.mockRestore();
  });
});
