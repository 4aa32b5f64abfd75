import { afterEach, describe, expect, it } from 'vitest';
import type { SceneParts } from './fake-flow.ts';
import { at, file, intent, lettersState, problem, referral } from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const uploaded = file('ECG.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') });
const lost = intent('create-referral', { state: 'unknown', problem: problem('timed-out') });

describe('what leaving the patient leaves undone', () => {
  it.each<[what: string, parts: SceneParts, said: string | undefined]>([
    ['nothing', {}, undefined],
    ['a missing letter', { isLetterDue: true }, 'and none is attached.'],
    [
      'a letter that is only uploaded',
      { isLetterDue: true, letters: { ...lettersState, files: [uploaded] } },
      'Letter missing: the referral is made, a service needs a letter, and 1 file is uploaded, not attached yet.',
    ],
    [
      'a file that nobody asked for',
      { letters: { ...lettersState, files: [uploaded] } },
      'A referral is made, and 1 file is uploaded, not attached yet.',
    ],
    [
      'a create on its way',
      { create: { phase: { status: 'sending', since: at('09:42:00') } } },
      'The referral is on its way to e-RS.',
    ],
    [
      'a create whose answer was lost',
      { create: { phase: { status: 'blocked', intents: [lost] } } },
      'We do not know if the referral was made. Do not create it again, here or in e-RS.',
    ],
  ])('is said of %s', async (_what, parts, said) => {
    const { builder } = await show(parts);
    if (said === undefined) expect(builder.leftUndone()).toBeUndefined();
    else expect(builder.leftUndone()).toContain(said);
  });

  it('is a draft to keep or discard only where the flow has one', async () => {
    const { builder } = await show({ hasDraft: true });
    expect(builder.hasDraft()).toBe(true);
    builder.blank();
    expect(builder.hasDraft()).toBe(false);
  });
});

describe('at the booking step', () => {
  const step: SceneParts = {
    refer: { step: 'book', opened: { status: 'open', referral, at: at('09:46:00') } },
  };
  const foot = (root: ShadowRoot): string =>
    find(root, '.step__foot').textContent.replace(/\s+/g, ' ');

  it('a missing letter that is uploaded is said to be uploaded', async () => {
    const { root } = await show({
      ...step,
      isLetterDue: true,
      letters: { ...lettersState, files: [uploaded] },
    });
    expect(foot(root)).toContain('Letter missing: attach it before you leave');
    expect(foot(root)).toContain('Uploaded, not attached yet: ECG.pdf.');
  });

  it('the patient letter is recalled until it is there, or can be had no more', async () => {
    const { flow, builder, root } = await show({ ...step, patientLetter: { status: 'available' } });
    expect(foot(root)).toContain('The patient letter is not printed yet.');
    for (const state of [
      { status: 'ready', file: { name: 'a.pdf', bytes: new Blob() }, at: at('09:47:00') },
      { status: 'not-available', because: 'booked' },
    ] as const) {
      flow.patientLetter?.become(state);
      await settled(builder);
      expect(foot(root)).not.toContain('patient letter');
    }
  });
});

describe('a referral that was made earlier', () => {
  it('has a letter uploaded, where that is so', async () => {
    const { ubrn } = referral;
    const { root } = await show({
      refer: {
        madeEarlier: [{ ubrn, sentAt: at('08:40:00'), letterDue: true }],
        unattached: [
          {
            ubrn,
            files: [
              { url: 'Binary/1', name: 'ECG.pdf', size: 9, source: 'computer', at: at('08:41:00') },
            ],
          },
        ],
      },
    });
    expect(find(root, '.frame').textContent).toContain('1 file is uploaded, not attached yet');
    expect(find(root, '.frame').textContent).not.toContain('No letter attached');
  });
});
