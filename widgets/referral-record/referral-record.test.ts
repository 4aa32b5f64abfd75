import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { fixtureSet } from './referral-record.fixtures.ts';
import type { ErsReferralRecord } from './referral-record.ts';

fixtureSet.define?.();

afterEach(() => document.body.replaceChildren());

async function show(situation: string): Promise<ErsReferralRecord> {
  const content = fixtureSet.fixtures[situation];
  if (!content) throw new Error(`There is no fixture ${situation}`);
  const frame = await showFixture(content());
  const widget = frame.renderRoot.querySelector<ErsReferralRecord>('ers-referral-record');
  if (!widget) throw new Error('The fixture shows no widget');
  await widget.updateComplete;
  return widget;
}

describe('Referral record', () => {
  it.each(Object.keys(fixtureSet.fixtures))('%s: has no fault that axe can find', async (name) => {
    await expectThat(await show(name)).to.be.accessible();
  });

  it('says on screen that it stands outside a session', async () => {
    const widget = await show('outside a session');
    expect(widget.renderRoot.textContent).toContain('outside a session');
  });

  it('forgets its referral when blanked', async () => {
    const widget = await show('waiting');
    widget.ubrn = '000000000001';
    widget.blank();
    expect(widget.ubrn).toBe('');
  });
});
