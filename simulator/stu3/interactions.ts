import type { Interaction } from '../http/interaction.ts';
import { retrieveReferenceData } from './interactions/a004-retrieve-reference-data.ts';
import { retrieveReferral } from './interactions/a005-retrieve-referral.ts';
import { retrieveStu3Attachment } from './interactions/a006-retrieve-attachment.ts';
import { generateClinicalInformation } from './interactions/a007-clinical-information.ts';
import { retrieveWorklist } from './interactions/a008-retrieve-worklist.ts';
import { searchForServices } from './interactions/a010-search-services.ts';
import { createReferralRequest } from './interactions/a011-create-referral.ts';
import { maintainReferralLetter } from './interactions/a012-maintain-letters.ts';
import { acceptReferralRequest } from './interactions/a013-accept-referral.ts';
import { rejectReferralRequest } from './interactions/a014-reject-referral.ts';
import { retrieveAppointmentSlots } from './interactions/a015-retrieve-slots.ts';
import { bookOrDefer } from './interactions/a016-book-or-defer.ts';
import { generatePatientLetter } from './interactions/a019-patient-letter.ts';
import { uploadBinary } from './interactions/a020-upload-file.ts';
import { createReferralAndSendForTriage } from './interactions/a021-create-and-send-for-triage.ts';
import { cancelAppointmentAndActLater } from './interactions/a022-cancel-appointment-action-later.ts';
import { retrieveAdviceWorklist } from './interactions/a023-advice-worklist.ts';
import { retrieveAdviceRequest } from './interactions/a024-retrieve-advice.ts';
import { retrieveAdviceConversation } from './interactions/a025-retrieve-conversation.ts';
import { sendAdviceResponse } from './interactions/a026-send-advice-response.ts';
import { convertAdviceToReferral } from './interactions/a027-convert-advice.ts';
import { recordOutcomeOfReview } from './interactions/a028-record-review-outcome.ts';
import { retrieveAvailableActions } from './interactions/a029-available-actions.ts';
import { changeReferralShortlist } from './interactions/a031-change-shortlist.ts';
import { changeShortlistForTriage } from './interactions/a032-change-shortlist-send-for-triage.ts';
import { updateAppointment } from './interactions/a034-update-appointment.ts';
import { cancelReferralRequest } from './interactions/a036-cancel-referral.ts';
import { retrieveAppointment } from './interactions/a038-retrieve-appointment.ts';
import { generateAdviceOverview } from './interactions/a043-advice-overview.ts';
import { createAdviceRequest } from './interactions/a044-create-advice.ts';

/** Every interaction with STU3 bodies; each says in which dialects it is. */
export const stu3Interactions: readonly Interaction[] = [
  retrieveReferenceData,
  retrieveReferral,
  retrieveStu3Attachment,
  generateClinicalInformation,
  retrieveWorklist,
  searchForServices,
  createReferralRequest,
  maintainReferralLetter,
  acceptReferralRequest,
  rejectReferralRequest,
  retrieveAppointmentSlots,
  bookOrDefer,
  generatePatientLetter,
  uploadBinary,
  createReferralAndSendForTriage,
  cancelAppointmentAndActLater,
  retrieveAdviceWorklist,
  retrieveAdviceRequest,
  retrieveAdviceConversation,
  sendAdviceResponse,
  convertAdviceToReferral,
  recordOutcomeOfReview,
  retrieveAvailableActions,
  changeReferralShortlist,
  changeShortlistForTriage,
  updateAppointment,
  cancelReferralRequest,
  retrieveAppointment,
  generateAdviceOverview,
  createAdviceRequest,
];
