import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { instantOf } from '../../src/domain/instant.ts';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import type { ReadySession } from '../session/context.ts';
import { find, focused, heard, sending, settled, show, words, type Scene } from './picker-scene.ts';
import {
  bookedReferral,
  chosen,
  deferredReferral,
  eastgate,
  northmoor,
  NOW,
  problem,
  referral,
  UBRN,
  withoutSlots,
} from './sample-slots.ts';

afterEach(() => document.body.replaceChildren());

describe('booking', () => {
  it('names time, zone, length, service, clinician and patient before the button', async () => {
    const { root } = await show({ state: { chosen } });
    expect(words(root.querySelector('.ui-commit'))).toMatch(
      /^You are booking Thu 22-Oct-2026 09:40 BST, 20 minutes Arrhythmia Clinic.*with OKONKWO, Chidi \(Dr\) HARGREAVES-OYELARAN, Josephine \(Mrs\) Born 14-Mar-1968 \(58y\)/,
    );
  });

  it('cannot be asked for without a choice or a right, and says why', async () => {
    const book = vi.fn(() => Promise.resolve());
    const why = async (scene: Scene): Promise<string> => {
      const { root } = await show({ ...scene, actions: { book } });
      find(root, '#ers-book').click();
      return words(root.querySelector('#ers-book-why'));
    };
    expect(await why({})).toBe('Choose a slot first.');
    const stopped = { ...withoutSlots, load: { status: 'stopped' } } as const;
    expect(await why({ state: { services: [stopped] } })).toBe('You stopped asking for slots.');
    expect(await why({ state: { services: [withoutSlots] } })).toBe(
      'There is no slot to choose here.',
    );
    expect(await why({ state: { chosen }, session: { can: () => false } })).toContain('your role');
    expect(book).not.toHaveBeenCalled();
  });

  it('is asked for once by a double click, as the button is gone once it is sent', async () => {
    const book = vi.fn(() => {
      flow.become({ phase: sending });
      return Promise.resolve();
    });
    const { flow, root } = await show({ state: { chosen }, actions: { book } });
    await userEvent.dblClick(find(root, '#ers-book'));
    expect(book).toHaveBeenCalledTimes(1);
  });

  it('moves focus from the button to the wait and on to the outcome', async () => {
    const { flow, picker, root } = await show({ state: { chosen } });
    find(root, '#ers-book').focus();
    flow.become({ phase: sending });
    await settled(picker);
    expect(focused(root)).toBe('Booking in progress');
    flow.become({
      referral: bookedReferral,
      phase: { status: 'booked', at: NOW, confirmed: true },
    });
    await settled(picker);
    expect(focused(root)).toBe('Appointment booked');
  });

  it('does not take the focus from elsewhere on the page, and says the outcome instead', async () => {
    const { flow, picker, root } = await show({ state: { chosen, phase: sending } });
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    flow.become({ phase: { status: 'locked', problem: problem('locked'), at: NOW } });
    await settled(picker);
    expect(document.activeElement).toBe(elsewhere);
    expect(words(root.querySelector('[role=status].ui-hidden'))).toContain(
      'This referral is in use. Nothing is booked',
    );
  });

  it('is said to go on at 30, 60 and 90 seconds only, and that no answer came after 120', async () => {
    let seconds = 0;
    let tick: () => void = () => undefined;
    const clock = {
      now: () => instantOf(Date.parse(NOW) + seconds * 1000),
      wait: (milliseconds: number) =>
        new Promise<void>((resolve) => {
          if (milliseconds === 1000) tick = resolve;
        }),
    };
    const state = { chosen, phase: sending };
    const { picker, root } = await show({ state, session: { clock } });
    const said: string[] = [];
    // Every third second, as ticks of a busy page may come late.
    for (; seconds <= 125; seconds += 3) {
      tick();
      await settled(picker);
      const now = words(root.querySelector('[role=status].ui-hidden'));
      if (now && now !== said.at(-1)) said.push(now);
    }
    expect(said).toEqual([
      'Booking in progress, 30 seconds so far.',
      'Booking in progress, 60 seconds so far.',
      'Booking in progress, 90 seconds so far.',
      'Still no answer. Do not do it again, here or in e-RS.',
    ]);
    expect(words(root.querySelector('.two-columns'))).toContain('Still no answer');
    expect(words(root.querySelector('.two-columns'))).not.toContain('can take up to 2 minutes');
  });

  it('that is answered is read again, and no more waited for', async () => {
    const reading: BookPhase = { status: 'reading-back', write: 'booking', since: NOW };
    const { root } = await show({ state: { chosen, phase: reading } });
    const said = words(root.querySelector('.two-columns'));
    expect(said).toContain('e-RS has answered. We read the referral again');
    expect(said).not.toContain('can take up to 2 minutes');
  });
});

describe('an outcome', () => {
  async function buttons(phase: BookPhase, state: Partial<BookSlotState> = {}): Promise<string[]> {
    const { root } = await show({ state: { chosen, ...state, phase } });
    return [...root.querySelectorAll('.outcome .ui-button')]
      .filter((button) => button.getAttribute('aria-disabled') !== 'true')
      .map(words)
      .filter((label) => !label.startsWith('Copy'));
  }
  const unanswered: Extract<BookPhase, { status: 'unanswered' }> = {
    status: 'unanswered',
    write: 'booking',
    slot: chosen,
    problem: problem('provider-silent'),
    sentAt: NOW,
    readings: [{ at: NOW, found: 'unbooked' }],
    nextReadingAt: NOW,
    settled: false,
  };

  it('that is not known offers nothing before the last reading', async () => {
    expect(await buttons(unanswered)).toEqual([]);
    expect(await buttons({ ...unanswered, nextReadingAt: undefined, settled: true })).toEqual([
      'Back to the slots',
    ]);
  });

  it('that nothing shown differs never claims that someone edited', async () => {
    const phase: BookPhase = {
      status: 'referral-changed',
      before: referral,
      problem: problem('referral-changed'),
      at: NOW,
    };
    const { root } = await show({ state: { phase } });
    expect(words(root.querySelector('.outcome'))).toContain('Nothing that is shown here differs');
    expect(root.querySelector('.outcome table')).toBeNull();
    const changed = await show({ state: { phase, referral: { ...referral, letters: [] } } });
    expect(words(changed.root.querySelector('.outcome table'))).toContain('None attached');
  });

  it('of a slot that does not suit offers no deferral', async () => {
    const phase: BookPhase = {
      status: 'slot-unsuitable',
      slot: chosen,
      problem: problem('slot-unsuitable'),
      at: NOW,
    };
    expect(await buttons(phase)).toEqual(['Choose another slot']);
  });

  it('of a lost slot offers the nearest free ones, the slots, and the deferral it allows', async () => {
    const slots = northmoor.slots.filter(({ id }) => id !== chosen.id);
    const cause = {
      serviceId: '2002',
      reason: 'SLOT_NOT_AVAILABLE',
      seenAt: NOW,
      slot: chosen,
    } as const;
    const phase: BookPhase = {
      status: 'slot-gone',
      slot: chosen,
      problem: problem('slot-taken'),
      at: NOW,
    };
    const state = { services: [{ ...northmoor, slots }], causes: [cause], chosen: undefined };
    const { root } = await show({ state: { ...state, phase } });
    expect([...root.querySelectorAll('.nearest .slot')].map(words)).toEqual([
      '09:20',
      '10:20',
      '11:00',
    ]);
    expect(await buttons(phase, state)).toContain('See all 14 slots');
    expect((await buttons(phase, state)).at(-1)).toMatch(/^Defer to provider/);
    expect(words(root.querySelector('.outcome'))).toContain('now, because the slot was lost.');
  });

  it('of the last slot says that deferring is allowed as there is none, which e-RS audits', async () => {
    const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
    const phase: BookPhase = {
      status: 'slot-gone',
      slot: chosen,
      problem: problem('slot-taken'),
      at: NOW,
    };
    const { root } = await show({ state: { services: [withoutSlots], causes: [cause], phase } });
    const said = words(root.querySelector('.outcome'));
    expect(said).toContain('Deferring is allowed now, because the service has no free slots.');
  });
});

describe('deferring', () => {
  it('is not available while there are free slots, and says so', async () => {
    const { root } = await show();
    expect(words(root.querySelector('.notes'))).toContain(
      'Defer to provider: not available. Both services have free slots.',
    );
    expect(root.querySelector('[id^=ers-defer-]')).toBeNull();
  });

  it('is offered for the service that has no slots', async () => {
    const startDeferral = vi.fn();
    const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
    const { root } = await show({
      state: { services: [eastgate, withoutSlots], causes: [cause] },
      actions: { startDeferral },
    });
    find(root, '#ers-defer-2002').click();
    expect(startDeferral).toHaveBeenCalledWith('2002');
  });

  it('takes a comment of 1,000 characters and not one more', async () => {
    const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
    const defer = vi.fn(() => Promise.resolve());
    const { flow, picker, root } = await show({
      state: { causes: [cause], deferral: { cause, comment: 'a'.repeat(1001) } },
      actions: { defer },
    });
    find(root, '#ers-defer').click();
    expect(defer).not.toHaveBeenCalled();
    flow.become({ deferral: { cause, comment: 'a'.repeat(1000) } });
    await settled(picker);
    find(root, '#ers-defer').click();
    expect(defer).toHaveBeenCalledTimes(1);
  });

  it('is not sent for a cause that a newer answer of e-RS has replaced, and says so', async () => {
    const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
    const defer = vi.fn(() => Promise.resolve());
    const { root } = await show({
      state: { causes: [], deferral: { cause, comment: '' } },
      actions: { defer },
    });
    find(root, '#ers-defer').click();
    expect(defer).not.toHaveBeenCalled();
    expect(words(root.querySelector('#ers-defer-why'))).toContain('e-RS was asked again since');
  });

  it('shows its outcome over its own form, and a form over the outcome it was opened from', async () => {
    const cause = {
      serviceId: '2002',
      reason: 'SLOT_NOT_AVAILABLE',
      seenAt: NOW,
      slot: chosen,
    } as const;
    const gone: BookPhase = {
      status: 'slot-gone',
      slot: chosen,
      problem: problem('slot-taken'),
      at: NOW,
    };
    const { flow, picker, root } = await show({ state: { causes: [cause], phase: gone } });
    flow.become({ deferral: { cause, comment: '' } });
    await settled(picker);
    expect(words(root.querySelector('h2'))).toMatch(/^Defer to Arrhythmia Clinic/);
    flow.become({ phase: { status: 'locked', problem: problem('locked'), at: NOW } });
    await settled(picker);
    expect(words(root.querySelector('.ui-message__title'))).toBe(
      'This referral is in use. Nothing is deferred',
    );
  });
});

describe('the host hears', () => {
  it('of an appointment that was booked here, by keys only', async () => {
    const { flow, picker } = await show({ state: { chosen, phase: sending } });
    const details = heard(picker, 'ers-appointment-booked');
    flow.become({
      referral: bookedReferral,
      phase: { status: 'booked', at: NOW, confirmed: true },
    });
    await settled(picker);
    expect(details).toEqual([{ ubrn: UBRN, appointmentId: 'appointment-70001' }]);
  });

  it('nothing of an appointment that was there when the referral was opened', async () => {
    const opening: BookPhase = { status: 'opening', ubrn: UBRN, since: NOW };
    const { flow, picker, root } = await show({ state: { phase: opening } });
    const details = heard(picker, 'ers-appointment-booked');
    flow.become({
      referral: bookedReferral,
      phase: { status: 'booked', at: NOW, confirmed: true },
    });
    await settled(picker);
    expect(details).toEqual([]);
    expect(words(root.querySelector('.outcome'))).toContain('This referral has an appointment');
  });

  it('of a deferral, of a write without an answer, and of a refusal', async () => {
    const { flow, picker } = await show({ state: { chosen, phase: sending } });
    const names = ['ers-referral-deferred', 'ers-write-unknown', 'ers-problem'];
    const [deferred, unknown, problems] = names.map((name) => heard(picker, name));
    const lost = problem('provider-silent');
    flow.become({
      phase: {
        status: 'unanswered',
        write: 'booking',
        problem: lost,
        sentAt: NOW,
        readings: [],
        settled: false,
      },
    });
    await settled(picker);
    flow.become({
      referral: deferredReferral,
      phase: { status: 'deferred', at: NOW, confirmed: true },
    });
    await settled(picker);
    flow.become({ phase: { status: 'locked', problem: problem('locked'), at: NOW } });
    await settled(picker);
    expect(unknown).toEqual([{ ubrn: UBRN, write: 'booking' }]);
    expect(deferred).toEqual([{ ubrn: UBRN }]);
    expect(problems).toEqual([{ reason: 'locked' }]);
  });
});

describe('the confirmation', () => {
  async function printed(session: Partial<ReadySession> = {}): Promise<string> {
    const phase: BookPhase = { status: 'booked', at: NOW, confirmed: true };
    const { picker, root } = await show({
      state: { referral: bookedReferral, readAt: NOW, phase },
      session,
    });
    const pages: string[] = [];
    picker.printPage = (page) => pages.push(words(page.document.body));
    find(root, '#ers-print-confirmation').click();
    return pages.join();
  }

  it('has patient, UBRN, day, time with zone, service and how to cancel, and no host page', async () => {
    const text = await printed();
    for (const part of [
      'HARGREAVES-OYELARAN, Josephine (Mrs)',
      '999 012 3454',
      '0000 4928 3317',
      'Thursday 22 October 2026',
      '09:40 (British Summer Time)',
      'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
      'Ask your GP practice, Ashdown Surgery.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Training');
  });

  it('of a training system says so', async () => {
    expect(await printed({ environment: 'training' })).toContain(
      'Training system. Not real patients.',
    );
  });
});

describe('work that would be lost', () => {
  it('is a chosen slot or a typed comment, and nothing once booked', async () => {
    const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
    const unsaved = async (state: Partial<BookSlotState>): Promise<boolean> =>
      (await show({ state })).picker.hasUnsavedInput();
    expect(await unsaved({})).toBe(false);
    expect(await unsaved({ chosen })).toBe(true);
    expect(await unsaved({ deferral: { cause, comment: '' } })).toBe(false);
    expect(await unsaved({ deferral: { cause, comment: 'Phone after 14:00.' } })).toBe(true);
    expect(await unsaved({ chosen, phase: { status: 'booked', at: NOW, confirmed: true } })).toBe(
      false,
    );
  });
});
