import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { at, brannoc, eastgate, foundState, intent, letter, UBRN } from './sample-states.ts';
import {
  inTriage,
  madeFor,
  overHscn,
  sentForTriage,
  triageAtOnce,
  triageLater,
} from './sample-triage.ts';
import { find, focused, heard, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const hscn = { can: overHscn };

function whyNot(root: ShadowRoot, id: string): string | undefined {
  const reason = find(root, `#service-${id}`).getAttribute('aria-describedby');
  return reason ? find(root, `#${reason}`).textContent.trim() : undefined;
}

function words(element: Element | ShadowRoot | null): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('ticking a service for triage', () => {
  it('is done by the keyboard, alone, where e-RS takes it by itself', async () => {
    const toggle = vi.fn();
    const { root } = await show({ find: foundState, findActions: { toggle } }, hscn);
    find(root, `#service-${brannoc.id}`).focus();
    await userEvent.keyboard(' ');
    expect(toggle).toHaveBeenCalledWith(brannoc.id);
  });

  it('is refused beside another, and another beside it, with the reason', async () => {
    const toggle = vi.fn();
    const beside = { ...foundState, shortlist: [eastgate] };
    const { root } = await show({ find: beside, findActions: { toggle } }, hscn);
    find(root, `#service-${brannoc.id}`).click();
    expect(whyNot(root, brannoc.id)).toContain('takes a triage request only by itself');
    const { root: alone } = await show({ ...triageAtOnce, findActions: { toggle } }, hscn);
    find(alone, `#service-${eastgate.id}`).click();
    expect(whyNot(alone, eastgate.id)).toContain('Not beside the triage service');
    expect(whyNot(alone, brannoc.id)).toBeUndefined();
    expect(toggle).not.toHaveBeenCalled();
  });

  it('is free where e-RS mixes them, and refused where nobody may send for triage', async () => {
    const { root } = await show({ find: { ...foundState, shortlist: [eastgate] } });
    expect(whyNot(root, brannoc.id)).toBeUndefined();
    const { root: without } = await show(
      { find: foundState },
      { can: (action) => overHscn(action) && action !== 'send-for-triage' },
    );
    expect(whyNot(without, brannoc.id)).toContain('Refer to it in the e-RS application');
  });

  it('says when it is sent', async () => {
    const { root } = await show(triageAtOnce, hscn);
    expect(words(root.querySelector('.tray'))).toContain('You send it for triage at step 2');
    const { root: later } = await show(triageLater);
    expect(words(later.querySelector('.tray'))).toContain('You send it for triage at step 4');
  });
});

describe('creating for triage', () => {
  it('asks for no choice, says that it is sent at once, and is sent by Enter', async () => {
    const create = vi.fn(async () => {});
    const check = { ...triageAtOnce, refer: { step: 'check' } as const };
    const { root } = await show({ ...check, createActions: { create } }, hscn);
    expect(root.querySelector('#reminderDays, [name=letterIntention]')).toBeNull();
    expect(root.textContent).toContain('sees it only once its letter is attached');
    const button = find(root, '#create');
    expect(words(button)).toBe('Create referral and send for triage');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(create).toHaveBeenCalledOnce();
  });

  it('is a plain create where it is sent for triage later', async () => {
    const { root } = await show({ ...triageLater, refer: { step: 'check' } });
    expect(root.querySelector('#reminderDays')).toBeNull();
    expect(words(find(root, '#create'))).toBe('Create referral');
  });

  it('tells the host of both, once', async () => {
    const { flow, builder } = await show({ ...triageAtOnce, refer: { step: 'check' } }, hscn);
    const created = heard(builder, 'ers-referral-created');
    const sent = heard(builder, 'ers-sent-for-triage');
    const phase = { status: 'created', referral: inTriage, at: at('09:42:00') } as const;
    flow.create.become({ phase });
    await settled(builder);
    flow.create.become({ reminderDays: '7' });
    await settled(builder);
    expect(created).toEqual([{ ubrn: UBRN }]);
    expect(sent).toEqual([{ ubrn: UBRN }]);
  });
});

describe('after it was sent for triage', () => {
  it('the letter is asked for first, with why', async () => {
    const { builder, root } = await show(madeFor(triageAtOnce, inTriage), hscn);
    await settled(builder);
    expect(words(root)).toMatch(/Referral created and sent for triage\. UBRN 0000 4928 3317\./);
    expect(words(root)).toContain('only once its letter is attached, so attach it now.');
    expect(words(find(root, '#go-on'))).toBe('Attach later: go on to triage');
  });

  it('leads from the attached letter to the last step, by the keyboard', async () => {
    const goTo = vi.fn();
    const lettered = { ...inTriage, letters: [letter('Letter.pdf')] };
    const made = madeFor(triageAtOnce, lettered);
    const letters = {
      ...made.letters,
      letters: lettered.letters.map((each) => ({ letter: each, keep: true })),
      phase: { status: 'attached', at: at('09:45:00') } as const,
    };
    const scene = { ...made, letters: { ...letters } as NonNullable<typeof made.letters> };
    const { root } = await show({ ...scene, actions: { goTo } }, hscn);
    find(root, '#go-on').focus();
    expect(focused(root)).toBe('Go on to triage');
    await userEvent.keyboard('{Enter}');
    expect(goTo).toHaveBeenCalledWith('book');
  });

  it('names the last step for what it is', async () => {
    const made = madeFor(triageAtOnce, inTriage);
    const { root } = await show(
      { ...made, refer: { ...made.refer, step: 'book' }, booking: sentForTriage },
      hscn,
    );
    expect(words(root)).toMatch(/4\.? Triage/);
    expect(root.querySelector('#start-again')).not.toBeNull();
  });

  it('is found done while another step is open, and told to the host', async () => {
    const unanswered = {
      status: 'unanswered',
      write: 'triage',
      problem: { reason: 'timed-out', source: 'e-rs', correlationId: 'c', retry: 'after-reread' },
      sentAt: at('09:40:00'),
      readings: [],
      settled: false,
    } as const;
    const { flow, builder } = await show({
      ...madeFor(triageLater, inTriage),
      booking: { ...sentForTriage, phase: unanswered },
    });
    const sent = heard(builder, 'ers-sent-for-triage');
    flow.booking?.become(sentForTriage);
    await settled(builder);
    expect(sent).toEqual([{ ubrn: UBRN }]);
  });

  it('left on its way, it is told at the next visit as what it is', async () => {
    const left = intent('send-referral-for-triage', { state: 'sending' }, { ubrn: UBRN });
    const { root } = await show({ refer: { leftUnderWay: [left] } });
    expect(words(root)).toContain('A request for triage is on its way to e-RS');
    expect(words(root)).toContain('Do not send it again, here or in e-RS.');
  });
});
