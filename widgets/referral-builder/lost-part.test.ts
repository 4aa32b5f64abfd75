import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SceneParts } from './fake-flow.ts';
import { ErsReferralBuilder } from './referral-builder.ts';
import { lostScene, several } from './sample-lost.ts';
import { at, problem, referral, UBRN } from './sample-states.ts';
import { find, focused, heard, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const ASK: SceneParts = lostScene({ status: 'ask-person' });

function words(root: ShadowRoot, selector = '.lost'): string {
  return find(root, selector).textContent.replace(/\s+/g, ' ');
}

/** With what looks for it on the screen. */
async function shown(parts: SceneParts, change: Parameters<typeof show>[1] = {}) {
  const scene = await show(parts, change);
  await settled(scene.builder);
  const [lost] = scene.flow.lost;
  if (!lost) throw new Error('Nothing is lost.');
  return { ...scene, lost };
}

describe('a create without a known end, where a person has to look', () => {
  it('says what to look for: patient, time, services, priority and reference', async () => {
    const { root } = await shown(ASK);
    expect(words(root)).toMatch(
      /Look for it in the e-RS application.*HARGREAVES-OYELARAN.*999 012 3454.*Fri 16-Oct-2026 10:42 BST.*Northmoor.*Urgent.*c04e77b1/,
    );
  });

  it('takes the UBRN that was found', async () => {
    const choose = vi.fn(async () => {});
    const { builder, root } = await shown({ ...ASK, lostActions: { choose } });
    await userEvent.fill(find(root, '#lost-ubrn-lost-1'), '0000 4928 331');
    find(root, '#lost-found-lost-1').click();
    await settled(builder);
    expect(choose).not.toHaveBeenCalled();
    expect(root.activeElement?.id).toBe('lost-ubrn-lost-1');
    expect(words(root)).toContain('Enter a UBRN of 12 digits');
    await userEvent.fill(find(root, '#lost-ubrn-lost-1'), '0000 4928 3317');
    await userEvent.keyboard('{Enter}');
    expect(choose).toHaveBeenCalledExactlyOnceWith(UBRN);
  });

  it('says beside it why what was said is not noted, and goes there', async () => {
    const notNoted = problem('not-found', { httpStatus: 404 });
    const choose = vi.fn(async () => lost.become({ notNoted }));
    const { builder, root, lost } = await shown({ ...ASK, lostActions: { choose } });
    await userEvent.fill(find(root, '#lost-ubrn-lost-1'), '000049283317');
    find(root, '#lost-found-lost-1').click();
    await settled(builder);
    expect(focused(root)).toBe('e-RS has no referral with this UBRN');
    expect(words(root)).toContain('it is still not known if the referral was made');
  });

  it('takes "there is none" only from the time on that it says', async () => {
    const early = await shown(lostScene({ status: 'ask-person' }, { noneFrom: at('09:48:08') }));
    find(early.root, '#lost-none-lost-1').click();
    await settled(early.builder);
    expect(words(early.root)).toContain('Not before 10:48:08 BST');
    expect(early.root.querySelector('#lost-confirm')).toBeNull();
    const { root } = await shown(ASK);
    expect(find(root, '#lost-none-lost-1').getAttribute('aria-disabled')).toBeNull();
  });

  it('asks to confirm it for the patient by the name of the user, and can go back', async () => {
    const confirmNone = vi.fn(async () => {});
    const { builder, root } = await shown({ ...ASK, lostActions: { confirmNone } });
    find(root, '#lost-none-lost-1').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(root.activeElement?.id).toBe('lost-confirm');
    expect(words(root)).toMatch(/HARGREAVES-OYELARAN.*Said by FENWICK, Ruth \(Dr\)/);
    find(root, '#lost-confirm-back').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(root.activeElement?.id).toBe('lost-none-lost-1');
    expect(confirmNone).not.toHaveBeenCalled();
  });

  it('offers the create again, with the focus on what says so, once it is noted', async () => {
    const confirmNone = vi.fn(async () => {
      lost.become({ phase: { status: 'gone' } });
      Object.assign(flow, { lost: [] });
      flow.create.become({ phase: { status: 'ready' } });
    });
    const { flow, builder, root, lost } = await shown({ ...ASK, lostActions: { confirmNone } });
    find(root, '#lost-none-lost-1').click();
    await settled(builder);
    find(root, '#lost-confirm-none').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(confirmNone).toHaveBeenCalledTimes(1);
    expect(focused(root)).toBe('You can create the referral now');
    expect(find(root, '#create').getAttribute('aria-disabled')).toBeNull();
    expect(words(root, '[role=status].ui-hidden')).toContain('You can create the referral now');
  });

  it('stays to be confirmed when it was not noted, and says that it is too early', async () => {
    const notNoted = problem('proxy-refused', { source: 'proxy', httpStatus: 409 });
    const confirmNone = vi.fn(async () => lost.become({ notNoted }));
    const { builder, root, lost } = await shown({ ...ASK, lostActions: { confirmNone } });
    find(root, '#lost-none-lost-1').click();
    await settled(builder);
    find(root, '#lost-confirm-none').click();
    await settled(builder);
    expect(focused(root)).toBe('Not noted: it is too early');
    expect(root.querySelector('#lost-confirm-none')).not.toBeNull();
  });

  it('is found out about from the first step too, and the search is there again after', async () => {
    const { builder, root } = await shown({ ...ASK, refer: {} });
    expect(root.querySelector('.lost')).toBeNull();
    find(root, '#to-lost').click();
    await settled(builder);
    expect(focused(root)).toBe('We do not know if the referral was made');
    expect(words(root)).toContain('Look for it in the e-RS application');
    find(root, '#ers-back-to-the-search').click();
    await settled(builder);
    expect(root.querySelector('.find')).not.toBeNull();
  });
});

describe('a create without a known end, where e-RS has a list', () => {
  it('says when it is read next, and asks nothing of the user', async () => {
    const { root } = await shown(lostScene({ status: 'waiting', nextLookAt: at('09:47:30') }));
    expect(words(root)).toContain('The list is read next at 10:47:30.');
    expect(root.querySelector('.lost button, .lost input')).toBeNull();
  });

  it('shows what may be it, with time, services and state, and takes the choice', async () => {
    const choose = vi.fn(async () => {});
    const { root } = await shown({ ...lostScene(several), lostActions: { choose } });
    expect(words(root)).toMatch(
      /e-RS has 2 referrals that may be it.*0000 4928 3317.*10:42 BST.*Northmoor.*Not booked/,
    );
    expect(words(root)).toContain('None of these is it');
    find(root, '#lost-choose-000049283325').click();
    expect(choose).toHaveBeenCalledExactlyOnceWith('000049283325');
  });

  it('does not take a failed look for "none", and looks again', async () => {
    const look = vi.fn(async () => lost.become({ phase: { status: 'looking' } }));
    const phase = { status: 'not-looked', problem: problem('ers-failed') } as const;
    const { builder, root, lost } = await shown({ ...lostScene(phase), lostActions: { look } });
    expect(words(root)).toContain('This does not say that there is none.');
    expect(find(root, '#lost-none-lost-1').getAttribute('aria-disabled')).toBe('true');
    find(root, '#lost-look').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(look).toHaveBeenCalledTimes(1);
    expect(focused(root)).toBe('We are looking for it in e-RS');
  });

  it('announces what came of the look, and leaves the focus with whoever types', async () => {
    const { builder, root, lost } = await shown(lostScene(several));
    find(root, '#lost-ubrn-lost-1').focus();
    lost.become({ phase: { status: 'none', at: at('09:47:00') } });
    await settled(builder);
    expect(root.activeElement?.id).toBe('lost-ubrn-lost-1');
    expect(words(root, '[role=status].ui-hidden')).toContain('no such referral');
  });

  it('tells the host of the referral that was found, once, by its UBRN alone', async () => {
    const { flow, builder, root } = await shown(ASK);
    const created = heard(builder, 'ers-referral-created');
    find(root, '#lost-found-lost-1').focus();
    Object.assign(flow, { lost: [] });
    flow.become({
      step: 'record',
      opened: { status: 'open', referral, at: at('09:47:00') },
      found: { ubrn: UBRN, at: at('09:47:00') },
    });
    await settled(builder);
    flow.become({});
    await settled(builder);
    expect(created).toEqual([{ ubrn: UBRN }]);
    expect(focused(root)).toBe('Referral 0000 4928 3317');
  });
});

describe('what finds it out', () => {
  it('is loaded again where it could not be loaded', async () => {
    const lookForLost = vi.fn(async () => {});
    const { root } = await show({
      ...ASK,
      lost: [],
      refer: { step: 'check', lostNotLoaded: true },
      actions: { lookForLost },
    });
    find(root, '#load-lost').click();
    expect(lookForLost).toHaveBeenCalledTimes(1);
  });

  it('is not loaded where nothing is lost', async () => {
    const load = vi.spyOn(ErsReferralBuilder, 'loadLostPart');
    const { builder } = await show();
    await settled(builder);
    expect(load).not.toHaveBeenCalled();
    await shown(ASK);
    expect(load).toHaveBeenCalled();
    load.mockRestore();
  });
});
