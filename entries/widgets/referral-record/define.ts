export { defineReferralRecord } from '../../../widgets/referral-record/define.ts';
import { defineReferralRecord } from '../../../widgets/referral-record/define.ts';

defineReferralRecord();
