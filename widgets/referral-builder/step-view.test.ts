import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineReferralBuilder } from './define.ts';
import { fakeReferPatient, fakeSession } from './fake-flow.ts';
import { ErsReferralBuilder } from './referral-builder.ts';
import { at, lettersState, referral } from './sample-states.ts';

defineReferralBuilder();
afterEach(() => document.body.replaceChildren());

describe('a step that cannot be loaded', () => {
  it('still shows the UBRN, says that the referral exists and offers to load it again', async () => {
    ErsReferralBuilder.loadLaterSteps = () => Promise.reject(new Error('offline'));
    const opened = { status: 'open', referral, at: at('09:42:00') } as const;
    const builder = new ErsReferralBuilder();
    builder.session = fakeSession(
      fakeReferPatient({ refer: { step: 'letters', opened }, letters: lettersState }),
    );
    document.body.append(builder);
    await vi.waitFor(() => expect(builder.renderRoot.textContent).toContain('could not be loaded'));
    expect(builder.renderRoot.textContent).toContain('0000 4928 3317');
    expect(builder.renderRoot.textContent).toContain('Do not create it again');
    expect(builder.renderRoot.querySelector('#load-later')).not.toBeNull();
  });
});
