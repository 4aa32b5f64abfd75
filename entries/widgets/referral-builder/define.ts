export { defineReferralBuilder } from '../../../widgets/referral-builder/define.ts';
import { defineReferralBuilder } from '../../../widgets/referral-builder/define.ts';

defineReferralBuilder();
