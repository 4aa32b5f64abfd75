import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsReferralRecord } from './referral-record.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ers-referral-record': ErsReferralRecord;
  }
}

/** Registers `<ers-referral-record>`, or the same under another prefix. */
export function defineReferralRecord({ prefix = DEFAULT_PREFIX }: { prefix?: string } = {}): void {
  ErsReferralRecord.loadReferralBuilder = async () => {
    const { defineReferralBuilder } = await import('../referral-builder/define.ts');
    defineReferralBuilder({ prefix });
  };
  defineOnce(tagName('referral-record', prefix), ErsReferralRecord);
}
