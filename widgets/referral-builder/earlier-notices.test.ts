import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SceneParts } from './fake-flow.ts';
import {
  at,
  criteria,
  intent,
  lettersState,
  problem,
  referral,
  shortlisted,
  UBRN,
} from './sample-states.ts';
import { find, focused, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const lost = problem('timed-out', { correlationId: 'c-1234' });
const blocked: SceneParts = {
  find: shortlisted,
  create: {
    phase: {
      status: 'blocked',
      intents: [intent('create-referral', { state: 'unknown', problem: lost })],
    },
  },
};

function words(root: ShadowRoot, selector = '.frame'): string {
  return find(root, selector).textContent.replace(/\s+/g, ' ');
}

function press(root: ShadowRoot, label: string): void {
  const wanted = [...root.querySelectorAll('button')].find((one) =>
    one.textContent?.includes(label),
  );
  if (!wanted) throw new Error(`There is no ${label}.`);
  wanted.click();
}

describe('a create whose end nobody knows', () => {
  it('shows at once, with its reference to copy, before the draft', async () => {
    const { root } = await show({ ...blocked, refer: { resumed: { savedAt: at('08:43:00') } } });
    const said = words(root);
    expect(said).toMatch(/We do not know if the referral was made.*c-1234 Copy.*We kept what/);
    expect(said).not.toMatch(/Nothing (of it )?(was|is) sent/);
    expect(said).toContain('It may have been sent: see above.');
    expect(said).toContain('Show what you chose');
    expect(said).not.toContain('Discard the draft');
  });

  it('has the same words and the same reference when its answer was just lost', async () => {
    const before = await show({ ...blocked, refer: { step: 'check' } });
    const after = await show({
      refer: { step: 'check' },
      create: {
        phase: { status: 'unknown', intentId: 'intent-1', problem: lost, sentAt: at('08:42:08') },
      },
    });
    expect(words(after.root, '.step--outcome')).toBe(words(before.root, '.step--outcome'));
  });

  it('is not denied by a search that failed since', async () => {
    const search = { status: 'failed', criteria, problem: problem('ers-failed') } as const;
    const { root } = await show({ ...blocked, find: { ...shortlisted, search } });
    expect(words(root, '.results')).toContain('There are no results.');
    expect(words(root)).not.toMatch(/Nothing (of it )?(was|is) sent/);
  });

  it('lets a draft say that nothing was sent where that is so', async () => {
    const { root } = await show({ refer: { resumed: { savedAt: at('08:43:00') } } });
    expect(words(root)).toContain('Nothing of it was sent.');
    expect(words(root, '.tray')).toContain('Nothing is sent yet.');
  });
});

describe('what nobody could say', () => {
  const notKnown: SceneParts = {
    refer: {
      earlier: { status: 'not-known', problem: lost },
      resumed: { savedAt: at('08:43:00') },
    },
  };

  it('is never shown as nothing', async () => {
    const { root } = await show(notKnown);
    expect(words(root)).toContain('We do not know what was sent for this patient before');
    expect(words(root)).toContain('We do not know if it was sent: see above.');
  });

  it('is asked again, and the user hears that it is still so', async () => {
    const lookUpEarlier = vi.fn(async () => {});
    const { builder, root } = await show({ ...notKnown, actions: { lookUpEarlier } });
    find(root, '#ask-earlier').click();
    await settled(builder);
    expect(lookUpEarlier).toHaveBeenCalledTimes(1);
    expect(words(root, '[role=status].ui-hidden')).toContain('Still not known');
  });

  it('keeps the create button from acting, with the reason', async () => {
    const create = vi.fn(async () => {});
    const { root } = await show({
      refer: { step: 'check' },
      find: shortlisted,
      create: { phase: { status: 'not-looked-up', problem: lost } },
      createActions: { create },
    });
    find(root, '#create').click();
    expect(create).not.toHaveBeenCalled();
    expect(words(root, '#create-why')).toContain('first we must know what was sent');
  });
});

describe('a write of an earlier visit', () => {
  it.each([
    [
      'a booking on its way',
      intent('book-appointment', { state: 'sending' }, { ubrn: UBRN }),
      'A booking is on its way to e-RS',
    ],
    [
      'a lost deferral',
      intent('defer-to-provider', { state: 'unknown', problem: lost }),
      'Do not defer again, here or in e-RS.',
    ],
    [
      'letters that were refused',
      intent('attach-letters', { state: 'not-done', problem: problem('locked') }),
      'The letters were not attached',
    ],
    [
      'an appointment booked meanwhile',
      intent('book-appointment', { state: 'done', ubrn: UBRN }, { ubrn: UBRN }),
      'The appointment was booked after you left this patient',
    ],
  ])('is told: %s', async (_, left, said) => {
    const { root } = await show({ refer: { leftUnderWay: [left] } });
    expect(words(root)).toContain(said);
  });

  it('can be put away only once it has ended', async () => {
    const putAway = vi.fn(async () => {});
    const ended = intent(
      'book-appointment',
      { state: 'done', ubrn: UBRN },
      { id: 'i-1', ubrn: UBRN },
    );
    const { flow, builder, root } = await show({
      refer: { leftUnderWay: [ended] },
      actions: { putAway },
    });
    find(root, '#put-away-i-1').click();
    expect(putAway).toHaveBeenCalledWith(['i-1']);
    flow.become({
      leftUnderWay: [intent('book-appointment', { state: 'sending' }, { id: 'i-1' })],
    });
    await settled(builder);
    expect(root.querySelector('#put-away-i-1')).toBeNull();
  });

  it('takes the green button away from a record whose booking is on its way', async () => {
    const record: SceneParts = {
      refer: { step: 'record', opened: { status: 'open', referral, at: at('09:46:00') } },
    };
    const { flow, builder, root } = await show(record);
    expect(find(root, '#to-book').className).toContain('primary');
    flow.become({
      leftUnderWay: [intent('book-appointment', { state: 'sending' }, { ubrn: UBRN })],
    });
    await settled(builder);
    expect(root.querySelector('.ui-button--primary')).toBeNull();
    expect(words(root, '#to-book')).toContain('See what came of the booking');
  });
});

describe('files that were uploaded and not attached', () => {
  const file = {
    name: 'Letter.pdf',
    url: 'Binary/1',
    size: 9,
    source: 'computer',
    at: at('08:50:00'),
  } as const;

  it('are one press from being attached', async () => {
    const open = vi.fn(async () => flow.become({ step: 'record' }));
    const goTo = vi.fn();
    const { flow, builder, root } = await show({
      refer: { unattached: [{ ubrn: UBRN, files: [file] }] },
      actions: { open, goTo },
    });
    expect(words(root)).toContain('0000 4928 3317: Letter.pdf.');
    press(root, 'Attach them');
    await settled(builder);
    expect(open).toHaveBeenCalledWith(UBRN);
    expect(goTo).toHaveBeenCalledWith('letters');
  });

  it('stand on the record too', async () => {
    const { root } = await show({
      refer: { step: 'record', opened: { status: 'open', referral, at: at('09:46:00') } },
      letters: {
        ...lettersState,
        files: [{ ...file, id: 'f', state: { status: 'uploaded', url: 'Binary/1', at: file.at } }],
      },
    });
    expect(words(root)).toContain('1 file is uploaded, not attached yet');
  });
});

describe('a letter that is due', () => {
  it('is missed by name on the first step of the next referral', async () => {
    const { root } = await show({
      refer: { madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), letterDue: true }] },
    });
    expect(words(root)).toContain('made here already. Letter missing');
    expect(words(root)).toContain('No letter attached');
  });

  it('is missed below the slots and in the line of the referral, and on the record', async () => {
    const parts: SceneParts = {
      refer: { step: 'book', opened: { status: 'open', referral, at: at('09:46:00') } },
      isLetterDue: true,
    };
    const { flow, builder, root } = await show(parts);
    expect(words(root, '.step__foot')).toContain('Letter missing: attach it before you leave');
    expect(words(root, '.strip')).toContain('Letter None attached');
    flow.become({ step: 'record' });
    await settled(builder);
    expect(words(root)).toContain('Letter missing: attach it now');
  });

  it('is what leaving the patient would leave undone', async () => {
    const { builder } = await show({ isLetterDue: true });
    expect(builder.leftUndone()).toContain('Letter missing');
    builder.blank();
    expect(builder.leftUndone()).toBeUndefined();
    expect((await show()).builder.leftUndone()).toBeUndefined();
  });

  it('is not missed where none is due', async () => {
    const { root } = await show({
      refer: { step: 'book', opened: { status: 'open', referral, at: at('09:46:00') } },
    });
    expect(words(root)).not.toContain('Letter missing');
  });
});

describe('the first notice', () => {
  it('takes the focus before the form does', async () => {
    const { builder, root } = await show({
      refer: { madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00') }] },
    });
    await builder.focusHeading();
    expect(focused(root)).toBe('A referral for this patient was made here already');
  });

  it('takes the focus from the heading when it comes later', async () => {
    const { flow, builder, root } = await show();
    await builder.focusHeading();
    expect(focused(root)).toBe('Search for services');
    flow.become({ resumed: { savedAt: at('08:43:00') } });
    await settled(builder);
    expect(focused(root)).toBe('We kept your unfinished referral');
  });

  it('leaves it with a user who has begun to type', async () => {
    const { flow, builder, root } = await show();
    find(root, '#postcode').focus();
    flow.become({ resumed: { savedAt: at('08:43:00') } });
    await settled(builder);
    expect(root.activeElement?.id).toBe('postcode');
  });
});

describe('referrals that were made here already', () => {
  const sent = (action: 'book-appointment' | 'defer-to-provider') => ({
    ended: { action, sentAt: at('08:55:00') },
  });
  const unknown = { state: 'unknown', problem: lost } as const;

  it.each<[what: string, refer: NonNullable<SceneParts['refer']>, said: string]>([
    [
      'nothing more was sent',
      { madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), letterDue: true }] },
      'Fri 16-Oct-2026 09:40 BST, UBRN 0000 4928 3317 No letter attached from here. Not booked from here.',
    ],
    [
      'letters and a booking were sent',
      {
        madeEarlier: [
          {
            ubrn: UBRN,
            sentAt: at('08:40:00'),
            attached: at('08:50:00'),
            ...sent('book-appointment'),
          },
        ],
      },
      'Letter attached, sent Fri 16-Oct-2026 09:50 BST. Booked, sent Fri 16-Oct-2026 09:55 BST.',
    ],
    [
      'it was deferred',
      { madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), ...sent('defer-to-provider') }] },
      'Deferred, sent Fri 16-Oct-2026 09:55 BST.',
    ],
    [
      'nobody knows how the rest ended',
      {
        madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), letterDue: true }],
        leftUnderWay: [
          intent('book-appointment', unknown),
          intent('attach-letters', unknown, { ubrn: UBRN }),
        ],
      },
      'Not known if a letter is attached. Not known if it is booked.',
    ],
  ])('say what is known here where %s', async (_what, refer, said) => {
    const { root } = await show({ refer });
    expect(words(root)).toContain(said);
    expect(words(root)).toContain('e-RS may know more');
  });
});
