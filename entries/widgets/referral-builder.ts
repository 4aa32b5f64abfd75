export { ErsReferralBuilder } from '../../widgets/referral-builder/referral-builder.ts';
