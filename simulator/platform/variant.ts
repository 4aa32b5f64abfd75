import { switchNames } from '../core/switches.ts';
import type { Switches } from '../core/switches.ts';
import type { Stu3Variant } from '../stu3/variant.ts';

const everything = Object.fromEntries(switchNames.map((name) => [name, true])) as Switches;

/** The base that the platform knows itself by. */
export const platformBase = 'https://simulator.invalid/referrals/FHIR';

/** STU3 as openapi.json has it: always whole, whatever the switches say of HSCN. */
export const platformVariant: Stu3Variant = {
  dialect: 'api-platform',
  base: `${platformBase}/STU3`,
  headers: {
    ruleOrg: 'NHSD-eRS-Comm-Rule-Org',
    fileName: 'NHSD-eRS-File-Name',
    referralId: 'NHSD-eRS-Referral-ID',
  },
  complete: true,
  shown: () => everything,
};
