import type {
  AdviceMessage,
  AdviceRecommendation,
  AdviceRequest,
  AdviceRow,
  AdviceSent,
  AdviceVersion,
} from '../../domain/advice.ts';
import type { Priority, SearchCriteria } from '../../domain/criteria.ts';
import type { FileToLink, PdfFile } from '../../domain/letter.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import { retrieveAdviceWorklist } from '../interactions/a023-retrieve-advice-worklist.ts';
import { retrieveAdviceRequest } from '../interactions/a024-retrieve-advice-request.ts';
import { retrieveAdviceConversation } from '../interactions/a025-retrieve-advice-conversation.ts';
import { sendAdvice } from '../interactions/a026-send-advice.ts';
import { convertAdvice } from '../interactions/a027-convert-advice.ts';
import { retrieveAdviceOverview } from '../interactions/a043-retrieve-advice-overview.ts';
import { askForAdvice } from '../interactions/a044-ask-for-advice.ts';
import type { Calls, ReadOptions, WriteOptions } from './verbs.ts';

/** A request for advice in the version that somebody looked at. */
export interface AdviceAsRead {
  ubrn: Ubrn;
  version: AdviceVersion;
}

export interface AdviceGiven extends AdviceAsRead {
  /** As `writeAdviceText` makes it. At most 8,000 characters; over HSCN 2,000. */
  text: string;
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE' | 'REQUIRE_FURTHER_INFORMATION';
  /** Needed with advice, refused with a question. */
  recommendation?: AdviceRecommendation | undefined;
  /** Always needed: the one that it has, or another that the service takes. */
  priority: Priority;
  files?: readonly FileToLink[] | undefined;
}

export interface AdviceConversion extends AdviceAsRead {
  /** To the referrer. Limits as for advice. */
  text: string;
  priority: Priority;
  /** For the provider's administrators. At most 2,000 characters. */
  comment: string;
  /** To the referrer. */
  adviceFiles?: readonly FileToLink[] | undefined;
  /** For the provider's administrators. */
  reviewFiles?: readonly FileToLink[] | undefined;
}

export interface NewAdviceRequest {
  patient: NhsNumber;
  /** Exactly the criteria that found the service. */
  criteria: SearchCriteria;
  /** A service that gives advice. */
  serviceId: string;
  /** At most 8,000 characters, as `writeAdviceText` makes them. */
  text: string;
  /** Whether the provider may make a referral of it. */
  mayConvert: boolean;
  /** SDS user id; needed from a referring clinician admin, refused from anyone else. */
  referringClinician?: string | undefined;
  /** Stored without a UBRN: there is none yet. */
  files?: readonly FileToLink[] | undefined;
}

/**
 * Advice and guidance, of both sides. A referrer can ask and read, but neither answer nor close:
 * e-RS has no interaction for it (interactions.md §12).
 */
export interface AdvisingVerbs {
  /** Not paged. Rows with people's numbers, never their names. */
  retrieveAdviceWorklist(filter?: WorklistFilter, options?: ReadOptions): Promise<AdviceRow[]>;
  /** The newest version. A UBRN of a referral alone is a `wrong-request-type`. */
  retrieveAdviceRequest(ubrn: Ubrn, options?: ReadOptions): Promise<AdviceRequest>;
  /** Oldest message first. Of the newest version alone: another is a `referral-changed`. */
  retrieveAdviceConversation(
    request: AdviceAsRead,
    options?: ReadOptions,
  ): Promise<AdviceMessage[]>;
  /** The request with its conversation, as a PDF. API platform only. */
  retrieveAdviceOverview(ubrn: Ubrn, options?: ReadOptions): Promise<PdfFile>;

  /**
   * Sends advice or a question to the referrer. e-RS checks the version alone: read request and
   * conversation anew before (hscn.md §8).
   */
  sendAdvice(given: AdviceGiven, options: WriteOptions): Promise<WriteResult<AdviceSent>>;
  /** Makes a referral of it, of the same UBRN, where the referrer allows it. */
  convertAdvice(
    conversion: AdviceConversion,
    options: WriteOptions,
  ): Promise<WriteResult<Referral>>;
  /**
   * Asks one service. API platform only. After an unknown outcome e-RS cannot be asked for it by
   * patient: a repeat may make a second one.
   */
  askForAdvice(asked: NewAdviceRequest, options: WriteOptions): Promise<WriteResult<AdviceSent>>;
}

export function advisingVerbs({ read, write }: Calls): AdvisingVerbs {
  return {
    retrieveAdviceWorklist: (filter = {}, options) => read(retrieveAdviceWorklist)(filter, options),
    retrieveAdviceRequest: read(retrieveAdviceRequest),
    retrieveAdviceConversation: read(retrieveAdviceConversation),
    retrieveAdviceOverview: read(retrieveAdviceOverview),

    sendAdvice: write(sendAdvice),
    convertAdvice: write(convertAdvice),
    askForAdvice: write(askForAdvice),
  };
}
