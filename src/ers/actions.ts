import type { Action } from '../domain/action.ts';
import type { Dialect, Quirks } from './dialects/dialect.ts';
import type { OperationId } from './transport.ts';

/** Which operation each action needs. */
const OPERATION_OF: Readonly<Record<Action, OperationId>> = {
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
  'see-provider-worklist': 'A008',
  'see-referrer-worklist': 'A008',
  'open-file': 'A006',
  'print-clinical-information': 'A007',
  'accept-referral': 'A013',
  'reject-referral': 'A014',
  'cancel-and-act-later': 'A022',
  'record-review-outcome': 'A028',
  'see-available-actions': 'A029',
  'cancel-appointment': 'A034',
  'cancel-referral': 'A036',
  'see-appointment': 'A038',
  'see-advice-worklist': 'A023',
  'open-advice': 'A024',
  'answer-advice': 'A026',
  'convert-advice': 'A027',
  'print-advice': 'A043',
  'ask-for-advice': 'A044',
  'send-referral-for-triage': 'A016',
  'shortlist-triage-services': 'A011',
  'set-pathway-start': 'A011',
  'upload-file-for-advice': 'A020',
  'see-service-facts': 'A033',
  'act-for-clinician': 'A040',
  'identify-requests': 'A041',
};

/** What a dialect has only in part, by the quirk that says so. */
const NEEDED: Readonly<Partial<Record<Action, keyof Quirks>>> = {
  'see-referrer-worklist': 'hasReferrerWorklists',
  'send-referral-for-triage': 'sendsForTriageByAppointment',
  'shortlist-triage-services': 'mixesTriageInShortlist',
  'set-pathway-start': 'takesPathwayStart',
  'upload-file-for-advice': 'uploadsWithoutReferral',
};

/** Whether a dialect offers it at all. Role and state are other questions. */
export function offers({ capabilities, quirks }: Dialect, action: Action): boolean {
  const needed = NEEDED[action];
  return capabilities.has(OPERATION_OF[action]) && (!needed || !!quirks[needed]);
}
