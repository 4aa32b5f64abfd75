import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { AvailableAction } from '../../domain/available-action.ts';
import type { Priority } from '../../domain/criteria.ts';
import type { FileContent, FileToLink, PdfFile } from '../../domain/letter.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type {
  AppointmentCancellationReason,
  ReferralCancellationReason,
} from '../../domain/reference-list.ts';
import type { Referral, ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { retrieveAttachment } from '../interactions/a006-retrieve-attachment.ts';
import { retrieveClinicalInformation } from '../interactions/a007-retrieve-clinical-information.ts';
import { acceptReferral } from '../interactions/a013-accept-referral.ts';
import { rejectReferral } from '../interactions/a014-reject-referral.ts';
import { cancelAppointmentActionLater } from '../interactions/a022-cancel-appointment-action-later.ts';
import { recordReviewOutcome } from '../interactions/a028-record-review-outcome.ts';
import { retrieveAvailableActions } from '../interactions/a029-retrieve-available-actions.ts';
import { cancelReferral } from '../interactions/a036-cancel-referral.ts';
import { retrieveAttachmentFromStore } from '../interactions/a042-retrieve-attachment-from-store.ts';
import type { Calls, ReadOptions, WriteOptions } from './verbs.ts';

/** A referral in the version that somebody looked at. */
export interface ReferralAsRead {
  ubrn: Ubrn;
  version: ReferralVersion;
}

export interface Rejection extends ReferralAsRead {
  /** One of type PROVIDER_REJECT. */
  reason: Pick<AppointmentCancellationReason, 'code' | 'type' | 'commentIsMandatory'>;
  /** At most 2,000 characters; needed where the reason says so. */
  comment?: string | undefined;
  /** For an indirectly bookable service only, and there needed: whether it is done there already. */
  cancelledInPas?: boolean | undefined;
}

export interface Postponement extends ReferralAsRead {
  /** For the provider's administrators. At most 2,000 characters. */
  comment: string;
  /** Where it changes. */
  priority?: Priority | undefined;
  /** As for a rejection. When false it goes to the list of those to be cancelled there. */
  cancelledInPas?: boolean | undefined;
  files?: readonly FileToLink[] | undefined;
}

export interface Review extends ReferralAsRead {
  outcome: 'ACCEPT_REFER_BOOK_LATER' | 'RETURN_TO_REFERRER_WITH_ADVICE';
  /** For the provider's administrators or for the referrer. At most 2,000 characters. */
  comment: string;
  /** Needed to accept, and may then change it; with a return only the one that it has. */
  priority?: Priority | undefined;
  /** Descriptions of at most 200 characters. */
  files?: readonly FileToLink[] | undefined;
}

export interface ReferralCancellation extends ReferralAsRead {
  reason: Pick<ReferralCancellationReason, 'code' | 'referrerUsage' | 'commentIsMandatory'>;
  /** At most 2,000 characters; needed where the reason says so. */
  comment?: string | undefined;
}

/** Reading, deciding on and ending referrals: what providers do, and some of it referrers too. */
export interface ReviewingVerbs {
  /**
   * The bytes of a linked file, by the `Binary/…` of its letter. Fails where e-RS has not checked it
   * yet (`file-being-scanned`: five minutes) or found it unsafe or broken.
   */
  retrieveFile(url: string, options?: ReadOptions): Promise<FileContent>;
  /** A PDF of what the referrer wrote and attached. Repeated by a person only. */
  retrieveClinicalInformation(ubrn: Ubrn, options?: ReadOptions): Promise<PdfFile>;
  /** Ask right before enabling anything and keep no answer. Over HSCN for providers only. */
  retrieveAvailableActions(
    referral: ReferralAsRead,
    options?: ReadOptions,
  ): Promise<AvailableAction[]>;

  /** Of a booked referral with clinical information that is not reviewed yet. */
  acceptReferral(referral: ReferralAsRead, options: WriteOptions): Promise<WriteResult<Referral>>;
  /** As accepting. The appointment is cancelled in the provider's system: up to two minutes. */
  rejectReferral(rejection: Rejection, options: WriteOptions): Promise<WriteResult<Referral>>;
  /** As accepting. */
  cancelAppointmentActionLater(
    postponement: Postponement,
    options: WriteOptions,
  ): Promise<WriteResult<Referral>>;
  /** Of a referral in triage, or deferred, that has clinical information. */
  recordReviewOutcome(review: Review, options: WriteOptions): Promise<WriteResult<Referral>>;
  /** Final. With an appointment, which it cancels too, up to two minutes. */
  cancelReferral(
    cancellation: ReferralCancellation,
    options: WriteOptions,
  ): Promise<WriteResult<ReferralWithAppointment>>;
}

export function reviewingVerbs({ read, write, has }: Calls): ReviewingVerbs {
  return {
    retrieveFile: read(has('A042') ? retrieveAttachmentFromStore : retrieveAttachment),
    retrieveClinicalInformation: read(retrieveClinicalInformation),
    retrieveAvailableActions: read(retrieveAvailableActions),

    acceptReferral: write(acceptReferral),
    rejectReferral: write(rejectReferral),
    cancelAppointmentActionLater: write(cancelAppointmentActionLater),
    recordReviewOutcome: write(recordReviewOutcome),
    cancelReferral: write(cancelReferral),
  };
}
