import type { Interaction } from '../http/interaction.ts';
import { retrieveReferenceData } from './interactions/a004-retrieve-reference-data.ts';
import { retrieveReferral } from './interactions/a005-retrieve-referral.ts';
import { searchForServices } from './interactions/a010-search-services.ts';
import { createReferralRequest } from './interactions/a011-create-referral.ts';
import { maintainReferralLetter } from './interactions/a012-maintain-letters.ts';
import { retrieveAppointmentSlots } from './interactions/a015-retrieve-slots.ts';
import { bookOrDefer } from './interactions/a016-book-or-defer.ts';
import { generatePatientLetter } from './interactions/a019-patient-letter.ts';
import { uploadBinary } from './interactions/a020-upload-file.ts';
import { retrieveAppointment } from './interactions/a038-retrieve-appointment.ts';

/** Every interaction with STU3 bodies; each says in which dialects it is. */
export const stu3Interactions: readonly Interaction[] = [
  retrieveReferenceData,
  retrieveReferral,
  searchForServices,
  createReferralRequest,
  maintainReferralLetter,
  retrieveAppointmentSlots,
  bookOrDefer,
  generatePatientLetter,
  uploadBinary,
  retrieveAppointment,
];
