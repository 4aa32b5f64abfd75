import { afterEach, expect, it } from 'vitest';
import type { Referral } from '../../src/domain/referral.ts';
import { toReview } from './sample-review.ts';
import { show, words } from './shown-record.ts';
import { REFERRER } from './still-review.ts';

afterEach(() => document.body.replaceChildren());

async function shownTo(state: Referral['state']): Promise<string> {
  const { root } = await show({ state: { referral: { ...toReview, state } }, session: REFERRER });
  return words(root.querySelector('.decision, .panes') ?? undefined);
}

it('a referral that came back tells its advice, or that there is none', async () => {
  const state = { code: 'TRIAGE_RESPONSE', derived: false } as const;
  expect(await shownTo({ ...state, comments: 'Physiotherapy first.' })).toContain(
    'Physiotherapy first.',
  );
  expect(await shownTo(state)).toContain('e-RS returned no comment with it.');
});

it('where e-RS tells no comment, it is said where to read it', async () => {
  const shown = await shownTo({ code: 'TRIAGE_RESPONSE', derived: true });
  expect(shown).toContain('e-RS does not return the comment over this connection.');
  expect(shown).toContain('Read it in the e-RS application.');
});
