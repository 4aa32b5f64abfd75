import type { FileLimits } from '../../domain/file-limits.ts';
import type { OperationId } from '../transport.ts';
import type { Dialect, HeaderNames } from './dialect.ts';
import { FILE_TYPES } from './file-types.ts';
import { createRoute, type RouteTable, type Rule } from './route-table.ts';
import { change, get, pdf, post } from './rules.ts';
import { stu3Routes } from './stu3-routes.ts';

/** What HSCN does not have (api-platform.md §3). */
const OWN: [OperationId, Rule][] = [
  ['A030', get('/R4/PractitionerRole')],
  ['A031', change('/STU3/ReferralRequest/{ubrn}/$ers.changeShortlist')],
  ['A032', change('/STU3/ReferralRequest/{ubrn}/$ers.changeShortlistAndSendForTriage')],
  ['A033', get('/R4/HealthcareService/{serviceId}')],
  ['A034', { ...change('/STU3/Appointment/{appointmentId}'), method: 'PUT' }],
  ['A035', { ...get('/R4/HealthcareService'), query: ['_id={serviceIds}'] }],
  ['A036', change('/STU3/ReferralRequest/{ubrn}/$ers.cancelReferral')],
  ['A037', { ...get('/R4/HealthcareService/{serviceId}'), method: 'HEAD' }],
  ['A038', get('/STU3/Appointment/{appointmentId}')],
  ['A040', { ...get('/R4/Practitioner'), query: ['_query=onBehalfOf'] }],
  [
    'A041',
    { ...get('/R4/ServiceRequest'), query: ['identifier=https://fhir.nhs.uk/Id/UBRN|{ubrn}'] },
  ],
  ['A042', { ...get('/R4/Binary/{id}'), accept: '*/*' }],
  ['A043', pdf('/STU3/CommunicationRequest/{ubrn}/$ers.generateCRI')],
  ['A044', post('/STU3/CommunicationRequest/$ers.createAdviceAndGuidance')],
];

const table: RouteTable = new Map([...stu3Routes('/STU3'), ...OWN]);

const headerNames: HeaderNames = {
  commRuleOrg: 'NHSD-eRS-Comm-Rule-Org',
  fileName: 'NHSD-eRS-File-Name',
  referralId: 'NHSD-eRS-Referral-ID',
};

/** interactions.md §4. */
const fileLimits: FileLimits = {
  maxSize: 5_242_880,
  maxNameLength: 255,
  types: { ...FILE_TYPES, 'application/dicom': ['dcm'] },
};

/** The successor of HSCN (STU3 and R4). Token, organisation and function are the proxy's to add. */
export const apiPlatform: Dialect = {
  name: 'api-platform',
  capabilities: new Set(table.keys()),
  routes: table,
  route: createRoute(table, { headerNames, fileLimits, uploadsWithoutReferral: true }),
  headerNames,
  fileLimits,
  // The limit of review comments is published for HSCN only and taken for both (ers/README.md).
  textLimits: { guidance: 8000, reviewComments: 2000, adviceRequest: 8000 },
  referenceListBase: 'https://api.service.nhs.uk/referrals/FHIR/STU3/CodeSystem/',
  quirks: {
    sendsCommissioningProvisioning: false,
    appointmentHasIdAndErsProfile: true,
    letterIntentionFollowsServices: false,
    derivesReferralState: false,
    mixesTriageInShortlist: true,
    sendsForTriageByAppointment: true,
    takesPathwayStart: true,
    searchesByRuleOrganisation: true,
    hasReferrerWorklists: true,
    profileOfActionLater: 'eRS-cancelAppointmentActionLater-Parameters-1',
    uploadsWithoutReferral: true,
  },
  transactionIdHeader: 'x-request-id',
};
