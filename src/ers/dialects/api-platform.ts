import type { FileLimits } from '../../domain/file-limits.ts';
import type { OperationId } from '../transport.ts';
import type { Dialect, HeaderNames } from './dialect.ts';
import { FILE_TYPES } from './file-types.ts';
import { createRoute, UBRN, type RouteTable, type Rule } from './route-table.ts';
import { FILE_ID, PDF, stu3Routes } from './stu3-routes.ts';

const SERVICE = '/R4/HealthcareService/{serviceId}';
const serviceId = /^\d{1,18}$/;
const APPOINTMENT = '/STU3/Appointment/{appointmentId}';
const appointmentId = /^\d{1,18}$/;

const change = (path: string): Rule => ({
  method: 'POST',
  path,
  params: { ubrn: UBRN },
  ifMatch: true,
});

/** What HSCN does not have (api-platform.md §3). */
const OWN: [OperationId, Rule][] = [
  ['A030', { method: 'GET', path: '/R4/PractitionerRole', params: {} }],
  ['A031', change('/STU3/ReferralRequest/{ubrn}/$ers.changeShortlist')],
  ['A032', change('/STU3/ReferralRequest/{ubrn}/$ers.changeShortlistAndSendForTriage')],
  ['A033', { method: 'GET', path: SERVICE, params: { serviceId } }],
  ['A034', { method: 'PUT', path: APPOINTMENT, params: { appointmentId }, ifMatch: true }],
  [
    'A035',
    {
      method: 'GET',
      path: '/R4/HealthcareService',
      query: [['_id', '{serviceIds}']],
      params: { serviceIds: /^\d{1,18}(,\d{1,18}){0,19}$/ },
    },
  ],
  ['A036', change('/STU3/ReferralRequest/{ubrn}/$ers.cancelReferral')],
  ['A037', { method: 'HEAD', path: SERVICE, params: { serviceId } }],
  ['A038', { method: 'GET', path: APPOINTMENT, params: { appointmentId } }],
  [
    'A040',
    { method: 'GET', path: '/R4/Practitioner', query: [['_query', 'onBehalfOf']], params: {} },
  ],
  [
    'A041',
    {
      method: 'GET',
      path: '/R4/ServiceRequest',
      query: [['identifier', 'https://fhir.nhs.uk/Id/UBRN|{ubrn}']],
      params: { ubrn: UBRN },
    },
  ],
  ['A042', { method: 'GET', path: '/R4/Binary/{id}', params: { id: FILE_ID }, accept: '*/*' }],
  ['A043', { ...PDF, path: '/STU3/CommunicationRequest/{ubrn}/$ers.generateCRI' }],
  [
    'A044',
    { method: 'POST', path: '/STU3/CommunicationRequest/$ers.createAdviceAndGuidance', params: {} },
  ],
];

const cancelAppointment = '$ers.cancelAppointmentActionLater';
const table: RouteTable = new Map([...stu3Routes({ prefix: '/STU3', cancelAppointment }), ...OWN]);

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
