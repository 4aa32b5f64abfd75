import type { OperationId } from '../transport.ts';
import { UBRN, VERSION, type Rule } from './route-table.ts';

export interface Stu3Spelling {
  /** What stands before the resources. */
  prefix: string;
  /** The one operation whose capitals differ (A022). */
  cancelAppointment: string;
}

/** What both dialects have. */
export function stu3Routes({ prefix, cancelAppointment }: Stu3Spelling): [OperationId, Rule][] {
  const of = (type: string) => `${prefix}/${type}`;
  const referral = (verb = '') => `${prefix}/ReferralRequest/{ubrn}${verb}`;
  const post = (path: string): Rule => ({ method: 'POST', path, params: {} });
  /** An operation on one referral or advice request of a version that was read. */
  const change = (path: string): Rule => ({ ...post(path), params: { ubrn: UBRN }, ifMatch: true });
  const pdf = (path: string): Rule => ({ ...PDF, path });
  return [
    ['A004', { method: 'GET', path: of('CodeSystem/{codeSystem}'), params: { codeSystem: LIST } }],
    ['A005', { method: 'GET', path: referral(), params: { ubrn: UBRN } }],
    ['A006', { method: 'GET', path: of('Binary/{id}'), params: { id: FILE_ID }, accept: '*/*' }],
    ['A007', pdf(referral('/$ers.generateCRI'))],
    ['A008', post(of('ReferralRequest/$ers.fetchworklist'))],
    ['A010', post(of('HealthcareService/$ers.searchHealthcareServicesForPatient'))],
    ['A011', post(of('ReferralRequest/$ers.createReferral'))],
    ['A012', change(referral('/$ers.maintainReferralLetter'))],
    ['A013', { ...change(referral('/$ers.acceptReferral')), body: 'none', accept: '*/*' }],
    ['A014', change(referral('/$ers.rejectReferral'))],
    ['A015', slots(of('Slot'))],
    ['A016', post(of('Appointment'))],
    ['A019', pdf(referral('/$ers.generatePatientLetter'))],
    ['A020', { ...post(of('Binary')), body: 'file' }],
    ['A021', post(of('ReferralRequest/$ers.createReferralAndSendForTriage'))],
    ['A022', change(referral(`/${cancelAppointment}`))],
    ['A023', post(of('CommunicationRequest/$ers.fetchworklist'))],
    ['A024', { method: 'GET', path: of('CommunicationRequest/{ubrn}'), params: { ubrn: UBRN } }],
    ['A025', conversation(of('Communication'))],
    ['A026', change(of('CommunicationRequest/{ubrn}/$ers.sendCommunicationToRequester'))],
    ['A027', post(of('ReferralRequest/$ers.createFromCommunicationRequestActionLater'))],
    ['A028', change(referral('/$ers.recordReviewOutcome'))],
    ['A029', availableActions(of('Task'))],
  ];
}

const LIST =
  /^(SPECIALTY|CLINIC-TYPE|PRIORITY|(APPOINTMENT|REFERRAL)-CANCELLATION-REASON|APPOINTMENT-NON-ATTENDANCE-REASON)$/;

/** A UUID, or `att-<n>-<n>`. */
export const FILE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** A document that e-RS makes: a POST without a body. */
export const PDF = {
  method: 'POST',
  params: { ubrn: UBRN },
  body: 'none',
  accept: '*/*',
} as const;

function slots(path: string): Rule {
  return {
    method: 'GET',
    path,
    query: [
      ['schedule.actor:HealthcareService', '{serviceId}'],
      ['schedule.actor:Practitioner', '{clinician}'],
      ['appointmentType', '{priority}'],
      ['status', 'free'],
      ['_count', '{count}'],
      ['page', '{page}'],
      ['_include', 'Slot:schedule'],
    ],
    params: {
      serviceId: /^\d{1,18}$/,
      clinician: /^\d{12}$/,
      priority: /^(ROUTINE|URGENT|TWO_WEEK_WAIT)$/,
      count: /^([1-9]\d?|100)$/,
      page: /^[1-9]\d{0,5}$/,
    },
    optional: ['clinician'],
    commRuleOrg: true,
  };
}

/** The includes must be asked for; `PractionerRole` is e-RS's own spelling (hscn.md §8). */
function conversation(path: string): Rule {
  return {
    method: 'GET',
    path,
    query: [
      ['based-on', 'CommunicationRequest/{ubrn}/_history/{version}'],
      ['_include', 'Communication:requester-practitionerrole:PractitionerRole'],
      ['_include', 'Communication:sender-practitionerrole:PractionerRole'],
      ['_include', 'Communication:content-reference:DocumentReference'],
    ],
    params: { ubrn: UBRN, version: VERSION },
  };
}

function availableActions(path: string): Rule {
  return {
    method: 'GET',
    path,
    query: [
      ['focus', 'ReferralRequest/{ubrn}/_history/{version}'],
      ['intent', 'proposal'],
      ['status', 'ready'],
    ],
    params: { ubrn: UBRN, version: VERSION },
  };
}
