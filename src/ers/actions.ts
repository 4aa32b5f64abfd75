import type { Action } from '../domain/action.ts';
import type { OperationId } from './transport.ts';

/** Which operation each action needs: whether a dialect has it is whether it offers the action. */
export const OPERATION_OF: Readonly<Record<Action, OperationId>> = {
  'search-services': 'A010',
  'create-referral': 'A011',
  'open-referral': 'A005',
  'upload-file': 'A020',
  'attach-letters': 'A012',
  'see-slots': 'A015',
  'book-appointment': 'A016',
  'defer-to-provider': 'A016',
  'send-for-triage': 'A021',
  'print-patient-letter': 'A019',
  'change-shortlist': 'A031',
};
