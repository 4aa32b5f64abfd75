import { defineReferralBuilder } from '../widgets/referral-builder/define.ts';
import { defineSession } from '../widgets/session/define.ts';
import { defineSlotPicker } from '../widgets/slot-picker/define.ts';

/** Registers every widget, under `ers-…` or another prefix. */
export function defineErsElements(options: { prefix?: string } = {}): void {
  defineSession(options);
  defineReferralBuilder(options);
  defineSlotPicker(options);
}

defineErsElements();
