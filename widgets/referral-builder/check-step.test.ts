import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type SceneParts } from './fake-flow.ts';
import { at, northmoor, shortlisted, problem, referral, UBRN } from './sample-states.ts';
import { show, find, heard, focused, settled } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

describe('creating', () => {
  const check: SceneParts = {
    refer: { step: 'check' },
    find: { ...shortlisted, shortlist: [northmoor] },
  };

  it('sends once on a double click, and keeps the focus on the button', async () => {
    const create = vi.fn(async () => {
      flow.create.become({ phase: { status: 'sending', since: at('09:47:00') } });
    });
    const { flow, builder, root } = await show({ ...check, createActions: { create } });
    await userEvent.dblClick(find(root, '#create'));
    await settled(builder);
    expect(create).toHaveBeenCalledTimes(1);
    expect(focused(root)).toBe('Creating…');
  });

  it('offers no create while an answer is lost, and tells the host', async () => {
    const { flow, builder, root } = await show(check);
    const unknown = heard(builder, 'ers-write-unknown');
    flow.create.become({
      phase: {
        status: 'unknown',
        intentId: 'intent-1',
        problem: problem('timed-out'),
        sentAt: at('09:46:00'),
      },
    });
    await settled(builder);
    expect(unknown).toEqual([{ write: 'create-referral', ubrn: undefined }]);
    expect(root.querySelector('#create')).toBeNull();
    expect(focused(root)).toBe('We do not know if the referral was made');
  });

  it('chooses no letter intention while there is a choice', async () => {
    const { root } = await show(check);
    expect(root.querySelectorAll('[name=letterIntention]:checked')).toHaveLength(0);
  });

  it('tells the host of a created referral once, by its UBRN alone', async () => {
    const { flow, builder } = await show(check);
    const created = heard(builder, 'ers-referral-created');
    flow.create.become({ phase: { status: 'created', referral, at: at('09:42:00') } });
    await settled(builder);
    flow.create.become({ reminderDays: '7' });
    await settled(builder);
    expect(created).toEqual([{ ubrn: UBRN }]);
  });

  it('warns the host at each opening of a 2 week wait referral without an appointment', async () => {
    const urgent = { ...referral, priority: 'TWO_WEEK_WAIT' as const };
    const { flow, builder } = await show();
    const warned = heard(builder, 'ers-safety-net');
    for (const time of ['09:46:00', '09:47:00']) {
      flow.become({ opened: { status: 'opening', ubrn: UBRN, since: at(time) } });
      await settled(builder);
      flow.become({ step: 'record', opened: { status: 'open', referral: urgent, at: at(time) } });
      await settled(builder);
    }
    expect(warned).toEqual([{ ubrn: UBRN }, { ubrn: UBRN }]);
  });
});
