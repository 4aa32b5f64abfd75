import type { OperationId } from '../transport.ts';
import type { Rule } from './route-table.ts';
import { change, get, pdf, post } from './rules.ts';

/** What both dialects have, below the prefix of each. */
const ROUTES: readonly [OperationId, Rule][] = [
  ['A004', get('/CodeSystem/{codeSystem}')],
  ['A005', get('/ReferralRequest/{ubrn}')],
  ['A006', { ...get('/Binary/{id}'), accept: '*/*' }],
  ['A007', pdf('/ReferralRequest/{ubrn}/$ers.generateCRI')],
  ['A008', post('/ReferralRequest/$ers.fetchworklist')],
  ['A010', post('/HealthcareService/$ers.searchHealthcareServicesForPatient')],
  ['A011', post('/ReferralRequest/$ers.createReferral')],
  ['A012', change('/ReferralRequest/{ubrn}/$ers.maintainReferralLetter')],
  ['A013', { ...pdf('/ReferralRequest/{ubrn}/$ers.acceptReferral'), ifMatch: true }],
  ['A014', change('/ReferralRequest/{ubrn}/$ers.rejectReferral')],
  [
    'A015',
    {
      ...get('/Slot'),
      query: [
        'schedule.actor:HealthcareService={serviceId}',
        'schedule.actor:Practitioner={clinician}',
        'appointmentType={priority}',
        'status=free',
        '_count={count}',
        'page={page}',
        '_include=Slot:schedule',
      ],
      optional: 'clinician',
      commRuleOrg: true,
    },
  ],
  ['A016', post('/Appointment')],
  ['A019', pdf('/ReferralRequest/{ubrn}/$ers.generatePatientLetter')],
  ['A020', { ...post('/Binary'), body: 'file' }],
  ['A021', post('/ReferralRequest/$ers.createReferralAndSendForTriage')],
  ['A022', change('/ReferralRequest/{ubrn}/$ers.cancelAppointmentActionLater')],
  ['A023', post('/CommunicationRequest/$ers.fetchworklist')],
  ['A024', get('/CommunicationRequest/{ubrn}')],
  [
    'A025',
    {
      ...get('/Communication'),
      // The includes must be asked for; `PractionerRole` is e-RS's own spelling (hscn.md §8).
      query: [
        'based-on=CommunicationRequest/{ubrn}/_history/{version}',
        '_include=Communication:requester-practitionerrole:PractitionerRole',
        '_include=Communication:sender-practitionerrole:PractionerRole',
        '_include=Communication:content-reference:DocumentReference',
      ],
    },
  ],
  ['A026', change('/CommunicationRequest/{ubrn}/$ers.sendCommunicationToRequester')],
  ['A027', post('/ReferralRequest/$ers.createFromCommunicationRequestActionLater')],
  ['A028', change('/ReferralRequest/{ubrn}/$ers.recordReviewOutcome')],
  [
    'A029',
    {
      ...get('/Task'),
      query: ['focus=ReferralRequest/{ubrn}/_history/{version}', 'intent=proposal', 'status=ready'],
    },
  ],
];

export function stu3Routes(prefix: string): [OperationId, Rule][] {
  return ROUTES.map(([id, rule]) => [id, { ...rule, path: prefix + rule.path }]);
}
