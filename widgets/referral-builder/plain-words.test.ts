import { afterEach, describe, expect, it, vi } from 'vitest';
import type { fakeSession, SceneParts } from './fake-flow.ts';
import {
  at,
  booked,
  draft,
  file,
  foundState,
  harbour,
  lettersState,
  northmoor,
  problem,
  referral,
  shortlisted,
  UBRN,
} from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';
import { treatedWords } from './words.ts';

afterEach(() => document.body.replaceChildren());

function words(root: ShadowRoot, selector = '.frame'): string {
  return find(root, selector).textContent.replace(/\s+/g, ' ');
}

describe('who refers', () => {
  const admin: Parameters<typeof fakeSession>[1] = {
    role: { businessFunction: 'REFERRING_CLINICIAN_ADMIN', organisation: { odsCode: 'A81001' } },
  };
  const check: SceneParts = { refer: { step: 'check' }, find: shortlisted };

  it('is not the admin who has named nobody yet', async () => {
    const { root } = await show(check, admin);
    expect(words(root, '.ui-patient')).toContain('Referring clinician not chosen yet');
    expect(words(root, '.ui-commit')).toContain('Responsible not chosen yet');
    expect(words(root)).not.toContain('FENWICK');
  });

  it('is the clinician whom the admin has named', async () => {
    const referringClinician = { sdsUserId: '555021854999', name: 'OKONKWO, Chidi (Dr)' };
    const named = { ...shortlisted, draft: { ...draft, referringClinician } };
    const { root } = await show({ ...check, find: named }, admin);
    expect(words(root, '.ui-patient')).toContain('Referring clinician OKONKWO, Chidi (Dr)');
  });

  it('is not said of a referral that was opened, as e-RS does not say it', async () => {
    const opened = { status: 'open', referral, at: at('09:46:00') } as const;
    const { flow, builder, root } = await show({ refer: { step: 'record', opened } });
    expect(words(root, '.ui-patient')).not.toContain('Referring clinician');
    flow.create.become({ phase: { status: 'created', referral, at: at('09:42:00') } });
    await settled(builder);
    expect(words(root, '.ui-patient')).toContain('Referring clinician FENWICK, Ruth (Dr)');
  });
});

describe('an age range', () => {
  it.each([
    [{ low: 18, high: 120, unit: 'YEARS' }, 'Male and female, 18 and over'],
    [{ low: 0, high: 120, unit: 'YEARS' }, 'Male and female, all ages'],
    [{ low: 0, high: 16, unit: 'YEARS' }, 'Male and female, up to 16'],
    [{ low: 6, high: 1440, unit: 'MONTHS' }, 'Male and female, 6 months and over'],
    [{ low: 16, high: 65, unit: 'YEARS' }, 'Male and female, 16 to 65'],
  ] as const)('of %o reads "%s"', (ageTreated, said) => {
    expect(treatedWords({ ...northmoor, ageTreated })).toBe(said);
  });
});

describe('words that say what is so', () => {
  it('name a second file of the same name as the second', async () => {
    const { root } = await show({
      refer: { step: 'letters' },
      letters: {
        ...lettersState,
        files: [
          file('letter.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') }),
          file('letter.pdf', { status: 'refused', reason: 'duplicate-file-name' }, { id: 'two' }),
        ],
      },
    });
    expect(words(root, '.ui-commit')).toContain('Not included a second letter.pdf');
  });

  it('do not offer to open again what e-RS does not have', async () => {
    const { flow, builder, root } = await show({
      refer: { opened: { status: 'failed', ubrn: UBRN, problem: problem('not-found') } },
    });
    expect(words(root)).toContain('e-RS has no referral with this UBRN');
    expect(words(root)).not.toContain('Open it again');
    find(root, '#another-ubrn').click();
    await settled(builder);
    expect(root.activeElement?.id).toBe('open-ubrn');
    flow.become({
      opened: {
        status: 'failed',
        ubrn: UBRN,
        problem: problem('no-answer', { retry: 'back-off' }),
      },
    });
    await settled(builder);
    expect(words(root)).toContain('Open it again');
  });

  it('do not say that a service is gone because one search did not find it', async () => {
    const { root } = await show({ find: { ...shortlisted, vanished: [harbour.id] } });
    expect(words(root, '.tray')).toContain('Not in the last search');
    expect(words(root)).not.toContain('no longer offered');
  });

  it('say of a booked record where the button leads, and offer the way on from the slots', async () => {
    const opened = { status: 'open', referral: booked, at: at('09:46:00') } as const;
    const { flow, builder, root } = await show({ refer: { step: 'record', opened } });
    expect(words(root, '#to-book').trim()).toBe('Go to the confirmation, to print it');
    const booking = {
      referral: booked,
      services: [],
      causes: [],
      phase: { status: 'booked', at: at('09:46:00'), confirmed: true },
    } as const;
    const startAgain = vi.fn();
    const slots = await show({ refer: { step: 'book', opened }, booking, actions: { startAgain } });
    find(slots.root, '#start-again').click();
    expect(startAgain).toHaveBeenCalledTimes(1);
    flow.become({ step: 'book' });
    await settled(builder);
    expect(root.querySelector('#start-again')).toBeNull();
  });

  it('put the letter that must be printed before booking above the booking', async () => {
    const opened = { status: 'open', referral, at: at('09:46:00') } as const;
    const { root } = await show({
      refer: { step: 'record', opened },
      patientLetter: { status: 'available' },
    });
    expect(words(root)).toMatch(/Print the patient letter.*What you can do Book Attach letters/);
  });

  it('keep the ticks of suggested tests in the flow, which keeps them in the draft', async () => {
    const tickTests = vi.fn();
    const { root } = await show({
      refer: { step: 'check', tested: [northmoor.id] },
      find: { ...foundState, shortlist: [northmoor] },
      actions: { tickTests },
    });
    const tick = find(root, `#tested-${northmoor.id}`) as HTMLInputElement;
    expect(tick.checked).toBe(true);
    tick.click();
    expect(tickTests).toHaveBeenCalledWith(northmoor.id, false);
  });
});
