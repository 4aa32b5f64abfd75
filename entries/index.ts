import { defineAdviceThread } from '../widgets/advice-thread/define.ts';
import { defineReferralBuilder } from '../widgets/referral-builder/define.ts';
import { defineReferralRecord } from '../widgets/referral-record/define.ts';
import { defineSession } from '../widgets/session/define.ts';
import { defineSlotPicker } from '../widgets/slot-picker/define.ts';
import { defineWorklist } from '../widgets/worklist/define.ts';

/** Registers every widget, under `ers-…` or another prefix. */
export function defineErsElements(options: { prefix?: string } = {}): void {
  defineSession(options);
  defineReferralBuilder(options);
  defineSlotPicker(options);
  defineWorklist(options);
  defineReferralRecord(options);
  defineAdviceThread(options);
}

defineErsElements();
