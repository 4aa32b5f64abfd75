/**
 * Everything a person can do through e-RS, in words. The client maps each to what its dialect
 * offers, so that no operation id leaves `src/ers`.
 */
export type Action =
  | 'search-services'
  | 'create-referral'
  | 'open-referral'
  | 'upload-file'
  | 'attach-letters'
  | 'see-slots'
  | 'book-appointment'
  | 'defer-to-provider'
  | 'send-for-triage'
  | 'print-patient-letter'
  | 'change-shortlist';
