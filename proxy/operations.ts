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
  /** It names a UBRN whose patient its own answer does not show in time, or at all. */
  checksUbrn?: true;
}

const REFERRAL = 'Referral Request';

export const OPERATIONS: ReadonlyMap<OperationId, OperationFacts> = new Map<
  OperationId,
  OperationFacts
>([
  ['A004', { kind: 'read', auditType: 'API Retrieve Reference Data', ofPatient: false }],
  [
    'A005',
    {
      kind: 'read',
      auditType: 'API Retrieve Request Summary',
      resourceType: REFERRAL,
      ofPatient: true,
    },
  ],
  ['A010', { kind: 'read', auditType: 'API Search Services', ofPatient: true, namesPatient: true }],
  [
    'A011',
    {
      kind: 'write',
      auditType: 'API Create Referral',
      resourceType: REFERRAL,
      ofPatient: true,
      namesPatient: true,
    },
  ],
  [
    'A012',
    {
      kind: 'write',
      auditType: 'API Maintain Referral Letter',
      resourceType: REFERRAL,
      ofPatient: true,
      checksUbrn: true,
    },
  ],
  [
    'A015',
    {
      kind: 'read',
      auditType: 'API Retrieve Appointment Slots',
      resourceType: 'Appointment Request',
      ofPatient: false,
    },
  ],
  [
    'A016',
    {
      kind: 'write',
      auditType: 'API Book Or Defer Appointment',
      resourceType: 'Appointment Request',
      ofPatient: true,
      namesPatient: true,
      checksUbrn: true,
    },
  ],
  [
    'A019',
    {
      kind: 'read',
      auditType: 'API Retrieve Patient Letter',
      resourceType: REFERRAL,
      ofPatient: true,
      checksUbrn: true,
    },
  ],
  [
    'A020',
    {
      kind: 'upload',
      auditType: 'API Upload Clinical Attachment',
      resourceType: 'Clinical Attachment',
      ofPatient: true,
      checksUbrn: true,
    },
  ],
]);
