import type { SmartcardUser } from '../core/model.ts';

const ashdown = { orgIdentifier: 'Y99001', orgName: 'Ashdown Surgery' };
const northmoor = { orgIdentifier: 'XN1', orgName: 'Northmoor NHS Foundation Trust' };
const hatherby = {
  orgIdentifier: 'XU1',
  orgName: 'Hatherby University Hospitals NHS Foundation Trust',
};
const larkhill = { orgIdentifier: 'Y99002', orgName: 'Larkhill Medical Practice' };

/** Smartcard tokens that A001 accepts; the user of number n has DEMO-CIS2-TOKEN-n on the platform. */
export const smartcards: readonly SmartcardUser[] = [
  {
    token: 'DEMO-SMARTCARD-TOKEN-1',
    identifier: '021600550204',
    firstName: 'Ruth',
    lastName: 'FENWICK',
    permissions: [
      { businessFunction: 'REFERRING_CLINICIAN', ...ashdown },
      { businessFunction: 'REFERRING_CLINICIAN_ADMIN', ...ashdown },
    ],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-2',
    identifier: '021600550316',
    firstName: 'Gareth',
    lastName: 'PRITCHARD',
    permissions: [{ businessFunction: 'REFERRING_ADMIN', ...ashdown }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-3',
    identifier: '021600551011',
    firstName: 'Chidi',
    lastName: 'OKONKWO',
    permissions: [{ businessFunction: 'SERVICE_PROVIDER_CLINICIAN', ...northmoor }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-4',
    identifier: '021600550428',
    firstName: 'Amina',
    lastName: 'SIDDIQUI',
    permissions: [{ businessFunction: 'REFERRING_CLINICIAN', ...larkhill }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-5',
    identifier: '021600551303',
    firstName: 'Maeve',
    lastName: 'HOLLOWAY',
    permissions: [{ businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN', ...northmoor }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-6',
    identifier: '021600551314',
    firstName: 'Tobias',
    lastName: 'ARKWRIGHT',
    permissions: [{ businessFunction: 'SERVICE_PROVIDER_ADMIN', ...northmoor }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-7',
    identifier: '021600551193',
    firstName: 'Neil',
    lastName: 'THORNBURY',
    permissions: [{ businessFunction: 'SERVICE_PROVIDER_CLINICIAN', ...hatherby }],
  },
  {
    token: 'DEMO-SMARTCARD-TOKEN-8',
    identifier: '021600551022',
    firstName: 'Ingrid',
    lastName: 'HALVORSEN',
    permissions: [
      { businessFunction: 'SERVICE_PROVIDER_CLINICIAN', ...northmoor },
      { businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN', ...northmoor },
      { businessFunction: 'SERVICE_PROVIDER_ADMIN', ...northmoor },
    ],
  },
];
