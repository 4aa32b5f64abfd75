export { ErsReferralRecord } from '../../widgets/referral-record/referral-record.ts';
