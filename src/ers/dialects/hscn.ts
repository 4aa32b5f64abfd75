import type { OperationId } from '../transport.ts';
import { FILE_TYPES } from './file-types.ts';
import { createDialect, type Rule } from './route-table.ts';
import { change } from './rules.ts';
import { stu3Routes } from './stu3-routes.ts';

const PREFIX = '/STU3/v1';

const ROUTES: [OperationId, Rule][] = [
  ...stu3Routes(PREFIX),
  // The one operation whose capitals differ (ers/README.md).
  ['A022', change(`${PREFIX}/ReferralRequest/{ubrn}/$ers.CancelAppointmentActionLater`)],
];

/** e-RS over HSCN with a smartcard session. Identity headers are the proxy's, not made here. */
export const hscn = createDialect(
  {
    name: 'hscn',
    headerNames: {
      commRuleOrg: 'X-ERS-XAPI-COMM-RULE-ORG',
      fileName: 'X-ERS-XAPI-META-FILE_NAME',
      referralId: 'X-ERS-XAPI-META-INTENDED_UBRN',
    },
    // hscn.md §5.
    fileLimits: {
      maxSize: 5_242_880,
      maxNameLength: 255,
      types: { ...FILE_TYPES, 'text/html': ['html', 'htm'], 'application/xml': ['xml'] },
    },
    // A026 and A027: guidance over HSCN; A044 does not exist there.
    textLimits: { guidance: 2000, reviewComments: 2000, adviceRequest: 0 },
    // Answers carry internal hosts in it and systems compare by last segment; the host published
    // for development stands here, as no host of the live service is.
    referenceListBase: 'https://api.dev3.ers.ncrs.nhs.uk/ers-api/STU3/v1/CodeSystem/',
    quirks: {
      readsCommissioningProvisioning: true,
      endsSessionsByBare403: true,
      letterIntentionFollowsServices: true,
      derivesReferralState: true,
      profileOfActionLater: 'eRS-cancelAppointmentActionLater-Operation-1',
    },
    transactionIdHeader: 'x_ers_transaction_id',
  },
  ROUTES,
);
