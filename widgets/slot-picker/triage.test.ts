import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { find, focused, heard, settled, show, words } from './picker-scene.ts';
import {
  eastgate,
  NOW,
  phonesOrTriage,
  problem,
  referral,
  triage,
  triageReferral,
  UBRN,
} from './sample-slots.ts';

afterEach(() => document.body.replaceChildren());

const form = { serviceId: triage.serviceId, comment: '' };
const sending: BookPhase = { status: 'sending', write: 'triage', since: NOW };
const button = `#ers-triage-${triage.serviceId}`;

describe('a service that triages', () => {
  it('is offered to be sent to, by the keyboard, beside those that are booked', async () => {
    const startTriage = vi.fn();
    const { root } = await show({ actions: { startTriage } });
    find(root, button).focus();
    await userEvent.keyboard('{Enter}');
    expect(startTriage).toHaveBeenCalledExactlyOnceWith(triage.serviceId);
    expect(root.querySelector('#ers-book')).not.toBeNull();
  });

  it('alone leaves no slot to choose and nothing to book', async () => {
    const { root } = await show({ state: { services: [triage] } });
    expect(words(root.querySelector('h2'))).toBe('Send for triage');
    expect(root.querySelector('#ers-book')).toBeNull();
    expect(words(root.querySelector('.picker'))).not.toContain('Defer to provider');
  });

  it('cannot be sent to where e-RS takes it only at the create, and says why', async () => {
    const startTriage = vi.fn();
    const { root } = await show({
      session: { can: (action) => action !== 'send-referral-for-triage' },
      actions: { startTriage },
      state: { services: [triage, phonesOrTriage] },
    });
    find(root, button).click();
    expect(startTriage).not.toHaveBeenCalled();
    expect(words(root.querySelector(`${button}-why`))).toContain('Use the e-RS application');
    expect(root.querySelector(`#ers-triage-${phonesOrTriage.serviceId}`)).toBeNull();
  });

  it('that may be one is offered too, as e-RS refuses the others', async () => {
    const { root } = await show({
      state: {
        services: [eastgate, phonesOrTriage],
        triage: { ...form, serviceId: phonesOrTriage.serviceId },
      },
    });
    expect(words(root.querySelector('.picker'))).toContain('e-RS refuses this if it is not');
  });
});

describe('sending for triage', () => {
  it('moves the focus from the form over the wait to what came of it, and is sent once', async () => {
    const sendForTriage = vi.fn(() => {
      flow.become({ phase: sending });
      return Promise.resolve();
    });
    const { flow, picker, root } = await show({ actions: { sendForTriage } });
    const sent = heard(picker, 'ers-sent-for-triage');
    find(root, button).focus();
    flow.become({ triage: form });
    await settled(picker);
    expect(focused(root)).toBe(`Send to ${triage.name ?? ''} for triage`);
    find(root, '#ers-send-for-triage').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await settled(picker);
    expect(sendForTriage).toHaveBeenCalledOnce();
    expect(focused(root)).toBe('Sending for triage in progress');
    flow.become({
      triage: undefined,
      referral: triageReferral,
      phase: { status: 'sent-for-triage', at: NOW, confirmed: true },
    });
    await settled(picker);
    expect(focused(root)).toBe('Sent for triage. No appointment is booked');
    expect(sent).toEqual([{ ubrn: UBRN }]);
  });

  it('says that the service sees it only with its letter while there is none', async () => {
    const without = { ...referral, letters: [] };
    const { flow, picker, root } = await show({ state: { referral: without, triage: form } });
    const said = 'None attached. The service sees the referral only once its letter is attached.';
    expect(words(root.querySelector('.picker'))).toContain(said);
    flow.become({
      triage: undefined,
      referral: { ...triageReferral, letters: [] },
      phase: { status: 'sent-for-triage', at: NOW, confirmed: true },
    });
    await settled(picker);
    expect(words(root.querySelector('.picker'))).toContain(said);
  });

  it('takes no comment that e-RS would not, and holds it as unsaved', async () => {
    const sendForTriage = vi.fn(() => Promise.resolve());
    const { picker, root } = await show({
      state: { triage: { ...form, comment: 'x'.repeat(1001) } },
      actions: { sendForTriage },
    });
    find(root, '#ers-send-for-triage').click();
    expect(sendForTriage).not.toHaveBeenCalled();
    expect(picker.hasUnsavedInput()).toBe(true);
  });

  it('while the referral is in use it is tried again by the user alone', async () => {
    const sendForTriage = vi.fn(() => Promise.resolve());
    const { flow, picker, root } = await show({
      state: { triage: form },
      actions: { sendForTriage },
    });
    flow.become({ phase: { status: 'locked', problem: problem('locked'), at: NOW } });
    await settled(picker);
    expect(words(root.querySelector('.picker'))).toContain('Nothing is sent for triage');
    find(root, '#ers-try-again').click();
    expect(sendForTriage).toHaveBeenCalledOnce();
  });

  it('that had no answer is told before its form when the step is shown again', async () => {
    const doubt: BookPhase = {
      status: 'unanswered',
      write: 'triage',
      problem: problem('timed-out'),
      sentAt: NOW,
      readings: [],
      settled: false,
    };
    const { root } = await show({ state: { triage: form, phase: doubt } });
    expect(root.querySelector('#ers-send-for-triage')).toBeNull();
    expect(words(root.querySelector('.picker'))).toContain('We do not know yet');
  });

  it('without an answer is not offered again, and the host is told', async () => {
    const { flow, picker, root } = await show({ state: { triage: form, phase: sending } });
    const unknown = heard(picker, 'ers-write-unknown');
    flow.become({
      phase: {
        status: 'unanswered',
        write: 'triage',
        problem: problem('timed-out'),
        sentAt: NOW,
        readings: [{ at: NOW, found: 'unbooked' }],
        settled: false,
      },
    });
    await settled(picker);
    expect(unknown).toEqual([{ write: 'triage', ubrn: UBRN }]);
    expect(words(root.querySelector('.picker'))).toMatch(
      /We do not know yet if the referral is sent for triage.*Do not send it again/,
    );
    expect(find(root, '#ers-try-again').getAttribute('aria-disabled')).toBe('true');
  });
});
