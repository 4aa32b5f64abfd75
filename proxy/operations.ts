import type { OperationId } from '../src/ers/transport.ts';
import type { CallKind } from './forward.ts';

/** What the proxy must know of an operation beside its route. */
export interface OperationFacts {
  kind: CallKind;
  /** Words of hscn.md §9 where it has them; README.md lists those it has none for. */
  auditType: string;
  resourceType?: 'Worklist' | 'Referral Request' | 'Appointment Request' | 'Clinical Attachment';
  /** False for what concerns no patient: it may be called before one is bound. */
  ofPatient: boolean;
  /** Its body must hold the patient's NHS number. */
  namesPatient?: true;
  /**
   * It names a UBRN whose patient its own answer does not show in time, or at all: what to read to
   * know. A referral and an advice request may have the same number.
   */
  checksUbrn?: 'A005' | 'A024';
}

type Rest = Partial<Omit<OperationFacts, 'kind' | 'auditType'>>;

const REFERRAL = { resourceType: 'Referral Request', ofPatient: true } as const;
const APPOINTMENT = { resourceType: 'Appointment Request', ofPatient: true } as const;
const FILE = { resourceType: 'Clinical Attachment', ofPatient: true } as const;
const OF_NOBODY = { ofPatient: false } as const;
const CHECKED = { checksUbrn: 'A005' } as const;
const CHECKED_ADVICE = { checksUbrn: 'A024' } as const;
const NAMED = { namesPatient: true } as const;

/** Nothing that an A-number is missing from here can be called. */
const ROWS: readonly [OperationId, CallKind, string, Rest][] = [
  ['A004', 'read', 'Retrieve Reference Data', OF_NOBODY],
  ['A005', 'read', 'Retrieve Request Summary', REFERRAL],
  ['A006', 'read', 'Retrieve Clinical Attachment', { ...FILE, ...CHECKED }],
  ['A007', 'read', 'Retrieve Clinical Information', { ...REFERRAL, ...CHECKED }],
  ['A008', 'read', 'Retrieve Request List', { ...OF_NOBODY, resourceType: 'Worklist' }],
  ['A010', 'read', 'Search Services', NAMED],
  ['A011', 'write', 'Create Referral', { ...REFERRAL, ...NAMED }],
  ['A012', 'write', 'Maintain Referral Letter', { ...REFERRAL, ...CHECKED }],
  ['A013', 'write', 'Accept Referral', { ...REFERRAL, ...CHECKED }],
  ['A014', 'write', 'Reject Referral', { ...REFERRAL, ...CHECKED }],
  ['A015', 'read', 'Retrieve Appointment Slots', { ...APPOINTMENT, ...OF_NOBODY }],
  ['A016', 'write', 'Book Or Defer Appointment', { ...APPOINTMENT, ...NAMED, ...CHECKED }],
  ['A019', 'read', 'Retrieve Patient Letter', { ...REFERRAL, ...CHECKED }],
  ['A020', 'upload', 'Upload Clinical Attachment', { ...FILE, ...CHECKED }],
  ['A021', 'write', 'Create Referral And Send For Triage', { ...REFERRAL, ...NAMED }],
  ['A022', 'write', 'Cancel Appointment Action Later', { ...REFERRAL, ...CHECKED }],
  ['A023', 'read', 'Retrieve Request List', { ...OF_NOBODY, resourceType: 'Worklist' }],
  ['A024', 'read', 'Retrieve Request Summary', REFERRAL],
  ['A025', 'read', 'Retrieve Advice Conversation', { ...REFERRAL, ...CHECKED_ADVICE }],
  ['A026', 'write', 'Send Advice Response', { ...REFERRAL, ...CHECKED_ADVICE }],
  ['A027', 'write', 'Convert Advice To Referral', { ...REFERRAL, ...CHECKED_ADVICE }],
  ['A028', 'write', 'Record Review Outcome', { ...REFERRAL, ...CHECKED }],
  ['A029', 'read', 'Retrieve Available Actions', { ...REFERRAL, ...CHECKED }],
  ['A030', 'read', 'Retrieve Business Functions', OF_NOBODY],
  ['A031', 'write', 'Change Shortlist', { ...REFERRAL, ...CHECKED }],
  ['A032', 'write', 'Change Shortlist And Send For Triage', { ...REFERRAL, ...CHECKED }],
  ['A033', 'read', 'Retrieve Service', OF_NOBODY],
  ['A034', 'write', 'Cancel Appointment', { ...APPOINTMENT, ...NAMED, ...CHECKED }],
  ['A035', 'read', 'Retrieve Services', OF_NOBODY],
  ['A036', 'write', 'Cancel Referral', { ...REFERRAL, ...CHECKED }],
  ['A037', 'read', 'Retrieve Service Version', OF_NOBODY],
  ['A038', 'read', 'Retrieve Appointment', APPOINTMENT],
  ['A040', 'read', 'Retrieve On Behalf Of Users', OF_NOBODY],
  ['A041', 'read', 'Search Service Requests', { ...REFERRAL, ...CHECKED }],
  ['A042', 'read', 'Retrieve Clinical Attachment', FILE],
  ['A043', 'read', 'Retrieve Clinical Information', { ...REFERRAL, ...CHECKED_ADVICE }],
  ['A044', 'write', 'Create Advice Request', { ...REFERRAL, ...NAMED }],
];

export const OPERATIONS: ReadonlyMap<OperationId, OperationFacts> = new Map(
  ROWS.map(([operation, kind, words, rest]) => [
    operation,
    { kind, auditType: `API ${words}`, ofPatient: true, ...rest },
  ]),
);
