import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { fakeReferPatient, fakeSession, type SceneParts } from './fake-flow.ts';
import { ErsReferralBuilder } from './referral-builder.ts';
import { loadLostPart } from './lost-view.ts';
import { loadLaterSteps } from './step-view.ts';
import { fixtureSet } from './referral-builder.fixtures.ts';
import { criteria, draft, problem, shortlisted, UBRN } from './sample-states.ts';
import { show, find, heard, settled } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const situations = Object.entries(fixtureSet.fixtures).map(([name, content]) => ({
  name,
  content,
}));

describe.each(situations)('$name', ({ name, content }) => {
  async function shown(width: number): Promise<ErsReferralBuilder> {
    await Promise.all([loadLaterSteps(), loadLostPart()]);
    const frame = await showFixture(content(), width);
    const builder = frame.renderRoot.querySelector<ErsReferralBuilder>('ers-referral-builder');
    if (!builder) throw new Error('No builder.');
    await settled(builder);
    return builder;
  }

  it('has no fault that axe can find', async () => {
    await expectThat(await shown(1024)).to.be.accessible();
  });

  it('fits 320 pixels', async () => {
    const builder = await shown(320);
    const edge = builder.getBoundingClientRect().right;
    const outside = [...builder.renderRoot.querySelectorAll('*')]
      .filter((element) => !element.closest('.ui-hidden, .compare__scroll, thead, option'))
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.outerHTML.slice(0, 120));
    expect(outside).toEqual([]);
  });

  const about = name === 'outside a session' ? 'shows no patient' : 'says who the patient is';
  it(about, async () => {
    const words = (await shown(320)).renderRoot.textContent ?? '';
    const isKnown = about === 'says who the patient is';
    expect(words.includes('HARGREAVES-OYELARAN, Josephine (Mrs)')).toBe(isKnown);
    expect(words.includes('999 012 3454')).toBe(isKnown);
  });
});

describe('the widget in its session', () => {
  it('is blank when blank() returns, and has let go of its flow', async () => {
    const leave = vi.fn();
    const { flow, builder, root } = await show({ find: shortlisted }, { join: () => leave });
    const dispose = vi.spyOn(flow, 'dispose');
    builder.blank();
    expect(root.textContent?.trim()).toBe('');
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(builder.hasUnsavedInput()).toBe(false);
  });

  it('tells its flow that the user has signed in again', async () => {
    const signedInAgain = vi.fn();
    const { builder } = await show({ actions: { signedInAgain } });
    builder.signedInAgain();
    expect(signedInAgain).toHaveBeenCalledTimes(1);
  });

  it('has unsaved input while its flow has unsent work', async () => {
    expect((await show({ unsent: true })).builder.hasUnsavedInput()).toBe(true);
    expect((await show()).builder.hasUnsavedInput()).toBe(false);
  });

  it('F32: goes on where it was when the host takes it out of the page and puts it back', async () => {
    const { flow, builder, root } = await show({ find: shortlisted });
    const dispose = vi.spyOn(flow, 'dispose');
    const place = builder.parentNode;
    builder.remove();
    await settled(builder);
    place?.append(builder);
    await settled(builder);
    expect(dispose).not.toHaveBeenCalled();
    expect(root.textContent).toContain('Check this referral');
    expect(root.textContent).not.toContain('0 of 20 services');
  });

  it('starts anew with another session', async () => {
    const { builder, root } = await show({ find: shortlisted });
    builder.session = fakeSession(fakeReferPatient(), { contextId: 'context-2' });
    await settled(builder);
    expect(root.textContent).toContain('0 of 20 services');
  });

  it('opens the referral of its ubrn attribute', async () => {
    const open = vi.fn(async () => {});
    const builder = new ErsReferralBuilder();
    builder.setAttribute('ubrn', '0000 4928 3317');
    builder.session = fakeSession(fakeReferPatient({ actions: { open } }));
    document.body.append(builder);
    await builder.updateComplete;
    expect(open).toHaveBeenCalledWith(UBRN);
  });

  it('shows no patient line of its own where the host has the banner, but does at the commit', async () => {
    const parts: SceneParts = { refer: { step: 'check' }, find: shortlisted };
    const { root } = await show(parts, { banner: 'host' });
    expect(root.querySelector('.ui-patient')).toBeNull();
    expect(find(root, '.ui-commit').textContent).toContain('HARGREAVES-OYELARAN');
  });

  it('tells the host of a problem once', async () => {
    const { flow, builder } = await show({ find: { draft } });
    const problems = heard(builder, 'ers-problem');
    flow.find.become({ search: { status: 'failed', criteria, problem: problem('no-answer') } });
    await settled(builder);
    flow.find.become({ stale: true });
    await settled(builder);
    expect(problems).toEqual([{ reason: 'no-answer' }]);
  });

  it('says on screen that the slots could not be loaded, and loads them again', async () => {
    const load = ErsReferralBuilder.loadSlotPicker;
    const failing = vi.fn(() => Promise.reject(new Error('offline')));
    ErsReferralBuilder.loadSlotPicker = failing;
    const { root } = await show({ refer: { step: 'book' } });
    await vi.waitFor(() => expect(root.textContent).toContain('could not be loaded'));
    [...root.querySelectorAll('button')]
      .find((one) => one.textContent?.includes('Load it again'))
      ?.click();
    await vi.waitFor(() => expect(failing).toHaveBeenCalledTimes(2));
    ErsReferralBuilder.loadSlotPicker = load;
  });
});
