import type { OperationId } from '../transport.ts';
import { FILE_TYPES } from './file-types.ts';
import { createDialect, type Rule } from './route-table.ts';
import { change, get, pdf, post } from './rules.ts';
import { stu3Routes } from './stu3-routes.ts';

const ROUTES: [OperationId, Rule][] = [
  ...stu3Routes('/STU3'),
  // What HSCN does not have (api-platform.md §3).
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

/** The successor of HSCN (STU3 and R4). Token, organisation and function are the proxy's to add. */
export const apiPlatform = createDialect(
  {
    name: 'api-platform',
    headerNames: {
      commRuleOrg: 'NHSD-eRS-Comm-Rule-Org',
      fileName: 'NHSD-eRS-File-Name',
      referralId: 'NHSD-eRS-Referral-ID',
    },
    // interactions.md §4.
    fileLimits: {
      maxSize: 5_242_880,
      maxNameLength: 255,
      types: { ...FILE_TYPES, 'application/dicom': ['dcm'] },
    },
    // A026 and A027: the table of differences; A044: interactions.md §12. The limit of review comments is published for HSCN only and taken for both (ers/README.md).
    textLimits: { guidance: 8000, reviewComments: 2000, adviceRequest: 8000 },
    referenceListBase: 'https://api.service.nhs.uk/referrals/FHIR/STU3/CodeSystem/',
    quirks: {
      appointmentHasIdAndErsProfile: true,
      mixesTriageInShortlist: true,
      sendsForTriageByAppointment: true,
      takesPathwayStart: true,
      searchesByRuleOrganisation: true,
      hasReferrerWorklists: true,
      profileOfActionLater: 'eRS-cancelAppointmentActionLater-Parameters-1',
      uploadsWithoutReferral: true,
    },
    transactionIdHeader: 'x-request-id',
  },
  ROUTES,
);
