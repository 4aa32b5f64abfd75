import type { FileLimits } from '../../domain/file-limits.ts';
import type { Dialect, HeaderNames } from './dialect.ts';
import { FILE_TYPES } from './file-types.ts';
import { createRoute, type RouteTable } from './route-table.ts';
import { change } from './rules.ts';
import { stu3Routes } from './stu3-routes.ts';

const PREFIX = '/STU3/v1';

const table: RouteTable = new Map([
  ...stu3Routes(PREFIX),
  // The one operation whose capitals differ (ers/README.md).
  ['A022', change(`${PREFIX}/ReferralRequest/{ubrn}/$ers.CancelAppointmentActionLater`)],
]);

const headerNames: HeaderNames = {
  commRuleOrg: 'X-ERS-XAPI-COMM-RULE-ORG',
  fileName: 'X-ERS-XAPI-META-FILE_NAME',
  referralId: 'X-ERS-XAPI-META-INTENDED_UBRN',
};

/** hscn.md §5. */
const fileLimits: FileLimits = {
  maxSize: 5_242_880,
  maxNameLength: 255,
  types: { ...FILE_TYPES, 'text/html': ['html', 'htm'], 'application/xml': ['xml'] },
};

/** e-RS over HSCN with a smartcard session. Identity headers are the proxy's, not made here. */
export const hscn: Dialect = {
  name: 'hscn',
  capabilities: new Set(table.keys()),
  routes: table,
  route: createRoute(table, { headerNames, fileLimits, uploadsWithoutReferral: false }),
  headerNames,
  fileLimits,
  // A026 and A027: guidance over HSCN; A044 does not exist there.
  textLimits: { guidance: 2000, reviewComments: 2000, adviceRequest: 0 },
  // Answers carry internal hosts in it and systems compare by last segment; the host published
  // for development stands here, as no host of the live service is.
  referenceListBase: 'https://api.dev3.ers.ncrs.nhs.uk/ers-api/STU3/v1/CodeSystem/',
  quirks: {
    sendsCommissioningProvisioning: true,
    appointmentHasIdAndErsProfile: false,
    letterIntentionFollowsServices: true,
    derivesReferralState: true,
    mixesTriageInShortlist: false,
    sendsForTriageByAppointment: false,
    takesPathwayStart: false,
    searchesByRuleOrganisation: false,
    hasReferrerWorklists: false,
    profileOfActionLater: 'eRS-cancelAppointmentActionLater-Operation-1',
    uploadsWithoutReferral: false,
  },
  transactionIdHeader: 'x_ers_transaction_id',
};
