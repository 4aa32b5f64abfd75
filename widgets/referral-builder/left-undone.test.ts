import { afterEach, describe, expect, it } from 'vitest';
import type { SceneParts } from './fake-flow.ts';
import { at, file, intent, lettersState, problem } from './sample-states.ts';
import { show } from './shown-builder.ts';

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
