import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsReferralBuilder } from './referral-builder.ts';

/** Registers `<ers-referral-builder>`, or the same under another prefix. */
export function defineReferralBuilder({ prefix = DEFAULT_PREFIX } = {}): void {
  ErsReferralBuilder.loadSlotPicker = async () => {
    const { defineSlotPicker } = await import('../slot-picker/define.ts');
    defineSlotPicker({ prefix });
  };
  defineOnce(tagName('referral-builder', prefix), ErsReferralBuilder);
}

declare global {
  interface HTMLElementTagNameMap {
    'ers-referral-builder': ErsReferralBuilder;
  }
}
