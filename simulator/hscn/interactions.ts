import { createSession } from './a001-create-session.ts';
import { selectSessionRole } from './a002-select-role.ts';
import { deleteSession } from './a003-delete-session.ts';
import { retrieveReferenceData } from './a004-retrieve-reference-data.ts';
import { retrieveReferral } from './a005-retrieve-referral.ts';
import { searchForServices } from './a010-search-services.ts';
import { createReferralRequest } from './a011-create-referral.ts';
import { maintainReferralLetter } from './a012-maintain-letters.ts';
import { retrieveAppointmentSlots } from './a015-retrieve-slots.ts';
import { bookOrDefer } from './a016-book-or-defer.ts';
import { generatePatientLetter } from './a019-patient-letter.ts';
import { uploadBinary } from './a020-upload-file.ts';
import type { Interaction } from './interaction.ts';

/** What this front end answers. */
export const interactions: readonly Interaction[] = [
  createSession,
  selectSessionRole,
  deleteSession,
  retrieveReferenceData,
  retrieveReferral,
  searchForServices,
  createReferralRequest,
  maintainReferralLetter,
  retrieveAppointmentSlots,
  bookOrDefer,
  generatePatientLetter,
  uploadBinary,
];
