import type { RecordOwner } from './record-system.ts';

/** Reviews what is sent to the hospital. */
export const REVIEWER: RecordOwner = {
  user: { id: '021600551011', name: 'OKONKWO, Chidi (Dr)' },
  organisation: { odsCode: 'XN1', name: 'Northmoor NHS Foundation Trust' },
};

/** A GP with a special interest, who works in the clinic and refers in the name of the practice. */
export const CLINIC_GP: RecordOwner = {
  user: { id: '021600550428', name: 'SIDDIQUI, Amina (Dr)' },
  organisation: { odsCode: 'Y99002', name: 'Larkhill Medical Practice' },
};
