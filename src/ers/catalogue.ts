import { plainMediaType } from '../domain/file-rules.ts';
import type { Result } from '../domain/result.ts';
import { parseAnswer } from './calls.ts';
import type { Dialect } from './dialects/dialect.ts';
import { builtInDialect, type DialectName } from './dialects/dialects.ts';
import { retrieveReferenceData } from './interactions/a004-retrieve-reference-data.ts';
import { retrieveReferral } from './interactions/a005-retrieve-referral.ts';
import { retrieveAttachment } from './interactions/a006-retrieve-attachment.ts';
import { retrieveClinicalInformation } from './interactions/a007-retrieve-clinical-information.ts';
import { retrieveWorklist } from './interactions/a008-retrieve-worklist.ts';
import { searchServices } from './interactions/a010-search-services.ts';
import { createReferral } from './interactions/a011-create-referral.ts';
import { maintainReferralLetters } from './interactions/a012-maintain-referral-letter.ts';
import { acceptReferral } from './interactions/a013-accept-referral.ts';
import { rejectReferral } from './interactions/a014-reject-referral.ts';
import { retrieveSlots } from './interactions/a015-retrieve-slots.ts';
import { makeAppointment } from './interactions/a016-make-appointment.ts';
import { retrievePatientLetter } from './interactions/a019-retrieve-patient-letter.ts';
import { uploadFile } from './interactions/a020-upload-file.ts';
import { createReferralForTriage } from './interactions/a021-create-referral-for-triage.ts';
import { cancelAppointmentActionLater } from './interactions/a022-cancel-appointment-action-later.ts';
import { retrieveAdviceWorklist } from './interactions/a023-retrieve-advice-worklist.ts';
import { retrieveAdviceRequest } from './interactions/a024-retrieve-advice-request.ts';
import { retrieveAdviceConversation } from './interactions/a025-retrieve-advice-conversation.ts';
import { sendAdvice } from './interactions/a026-send-advice.ts';
import { convertAdvice } from './interactions/a027-convert-advice.ts';
import { recordReviewOutcome } from './interactions/a028-record-review-outcome.ts';
import { retrieveAvailableActions } from './interactions/a029-retrieve-available-actions.ts';
import { retrieveOwnRoles } from './interactions/a030-retrieve-own-roles.ts';
import { changeShortlist } from './interactions/a031-change-shortlist.ts';
import { changeShortlistForTriage } from './interactions/a032-change-shortlist-for-triage.ts';
import { retrieveService } from './interactions/a033-retrieve-service.ts';
import { cancelAppointment } from './interactions/a034-cancel-appointment.ts';
import { retrieveServices } from './interactions/a035-search-services.ts';
import { cancelReferral } from './interactions/a036-cancel-referral.ts';
import { retrieveServiceVersion } from './interactions/a037-retrieve-service-version.ts';
import { retrieveAppointment } from './interactions/a038-retrieve-appointment.ts';
import { retrieveCliniciansActedFor } from './interactions/a040-retrieve-clinicians-acted-for.ts';
import { identifyRequests } from './interactions/a041-identify-requests.ts';
import { retrieveAttachmentFromStore } from './interactions/a042-retrieve-attachment-from-store.ts';
import { retrieveAdviceOverview } from './interactions/a043-retrieve-advice-overview.ts';
import { askForAdvice } from './interactions/a044-ask-for-advice.ts';
import { requestOf, type Interaction } from './interactions/interaction.ts';
import type { Refusal } from './interactions/rules.ts';
import type { BinaryBody, ErsRequest, ErsResponse, JsonValue, OperationId } from './transport.ts';

/** An answer as any HTTP library gives it. Header names in any case. */
export interface PlainAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON, its text, or the bytes of a file. */
  body?: JsonValue | Blob | Uint8Array<ArrayBuffer> | BinaryBody | undefined;
}

/** One interaction of e-RS, for tools that walk them all. No I/O. */
export interface CatalogueEntry<Args, Value> {
  id: OperationId;
  /** Whether a repeat is harmless. A `read-once` makes a document and is repeated by a person. */
  kind: Interaction<Args, Value>['kind'];
  /** The request; or which rule of e-RS it would break, by the field. */
  build(args: Args, dialect: Dialect | DialectName): ErsRequest | Refusal;
  /** What an answer says, success or not. Never throws for what e-RS sent. */
  parse(answer: PlainAnswer, dialect: Dialect | DialectName): Result<Value>;
}

/** Every interaction by its official number. */
export const interactions = {
  A004: entry(retrieveReferenceData),
  A005: entry(retrieveReferral),
  A006: entry(retrieveAttachment),
  A007: entry(retrieveClinicalInformation),
  A008: entry(retrieveWorklist),
  A010: entry(searchServices),
  A011: entry(createReferral),
  A012: entry(maintainReferralLetters),
  A013: entry(acceptReferral),
  A014: entry(rejectReferral),
  A015: entry(retrieveSlots),
  A016: entry(makeAppointment),
  A019: entry(retrievePatientLetter),
  A020: entry(uploadFile),
  A021: entry(createReferralForTriage),
  A022: entry(cancelAppointmentActionLater),
  A023: entry(retrieveAdviceWorklist),
  A024: entry(retrieveAdviceRequest),
  A025: entry(retrieveAdviceConversation),
  A026: entry(sendAdvice),
  A027: entry(convertAdvice),
  A028: entry(recordReviewOutcome),
  A029: entry(retrieveAvailableActions),
  A030: entry(retrieveOwnRoles),
  A031: entry(changeShortlist),
  A032: entry(changeShortlistForTriage),
  A033: entry(retrieveService),
  A034: entry(cancelAppointment),
  A035: entry(retrieveServices),
  A036: entry(cancelReferral),
  A037: entry(retrieveServiceVersion),
  A038: entry(retrieveAppointment),
  A040: entry(retrieveCliniciansActedFor),
  A041: entry(identifyRequests),
  A042: entry(retrieveAttachmentFromStore),
  A043: entry(retrieveAdviceOverview),
  A044: entry(askForAdvice),
} as const;

function entry<Args, Value>(interaction: Interaction<Args, Value>): CatalogueEntry<Args, Value> {
  const { id, kind } = interaction;
  return {
    id,
    kind,
    build: (args, named) => requestOf(interaction, args, resolved(named)),
    parse(answer, named) {
      const dialect = resolved(named);
      const response = responseOf(answer);
      const correlationId = response.headers['x-correlation-id'] ?? '';
      const origin = { correlationId, dialect, about: interaction.about };
      return parseAnswer(response, interaction, origin);
    },
  };
}

function resolved(named: Dialect | DialectName): Dialect {
  return typeof named === 'string' ? builtInDialect(named) : named;
}

function responseOf({ status, headers: given, body: held }: PlainAnswer): ErsResponse {
  const headers = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const body = held instanceof Uint8Array ? new Blob([held]) : held;
  if (body instanceof Blob) {
    const mediaType = plainMediaType(headers['content-type']) || body.type;
    return { status, headers, body: { kind: 'binary', mediaType, blob: body } };
  }
  if (typeof body !== 'string') return { status, headers, body };
  try {
    return { status, headers, body: body === '' ? undefined : (JSON.parse(body) as JsonValue) };
  } catch {
    return { status, headers, unreadable: true };
  }
}
