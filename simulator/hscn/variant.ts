import type { Stu3Variant } from '../stu3/variant.ts';

/** STU3 as the HSCN samples have it; the switches say what of the rest is sent. */
export const hscnVariant: Stu3Variant = {
  dialect: 'hscn',
  base: 'https://ers-api:445/STU3/v1',
  headers: {
    ruleOrg: 'X-ERS-XAPI-COMM-RULE-ORG',
    fileName: 'X-ERS-XAPI-META-FILE_NAME',
    referralId: 'X-ERS-XAPI-META-INTENDED_UBRN',
  },
  complete: false,
  shown: (switches) => switches,
};
