import type { FileLimits } from '../../domain/file-limits.ts';
import type { ErsRequest, OperationId } from '../transport.ts';

/** Method, path below the base URL (query included) and headers of one request. */
export interface Route {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Begins with `/`; every value in it has been checked and encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * Documented differences that `rules`, `build` or `parse` may ask about by name: of the table in
 * api-platform.md §6 where nothing else is named. What a dialect does not name it does not have.
 */
export interface Quirks {
  /**
   * Searched by `commissioningProvisioning`, which is then always sent and never ALL_SERVICES; the
   * platform ignores it, whatever it is.
   */
  readsCommissioningProvisioning?: boolean;
  /** A 403 without an OperationOutcome is a session that has gone (hscn.md §3). */
  endsSessionsByBare403?: boolean;
  /**
   * A016 on the platform wants `id: "appointment"`, the e-RS profile beside CareConnect and the
   * type of a clinician (api-platform.md, difference table).
   */
  appointmentHasIdAndErsProfile?: boolean;
  /** A011 over HSCN takes NEED_TO_ADD_LATER only where a shortlisted service needs a letter (interactions.md §3). */
  letterIntentionFollowsServices?: boolean;
  /** HSCN referrals carry no state extension: it is derived from the appointment (states.md §1). */
  derivesReferralState?: boolean;
  /** A011 and A031 on the platform take triage services beside bookable ones. */
  mixesTriageInShortlist?: boolean;
  /** A016 with the reason TRIAGE; over HSCN only A021 sends for triage. */
  sendsForTriageByAppointment?: boolean;
  /** A011 on the platform takes `eReferralPathwayStart`. */
  takesPathwayStart?: boolean;
  /** A010 on the platform takes `commissioningRuleOrganisation`. */
  searchesByRuleOrganisation?: boolean;
  /** A008 on the platform also serves the lists of a referrer. */
  hasReferrerWorklists?: boolean;
  /** The profile of an A022 request, which HSCN names after the operation (ers/README.md). */
  profileOfActionLater: string;
  /** A020 on the platform takes a file for no referral yet, usable in A044 only (api-platform.md §2). */
  uploadsWithoutReferral?: boolean;
}

/** The longest texts that e-RS takes, in characters. */
export interface TextLimits {
  /** A026, A027. */
  guidance: number;
  /** A014 comments, A022 comments, A027 and A028 review comments, A036 comments. */
  reviewComments: number;
  /** A044. */
  adviceRequest: number;
}

/** One way of speaking to e-RS, as data. No I/O. */
export interface Dialect {
  name: 'hscn' | 'api-platform';
  capabilities: ReadonlySet<OperationId>;
  /** Method and path of each operation, with `{name}` for what a request fills in. */
  routes: ReadonlyMap<OperationId, { method: Route['method']; path: string }>;
  /**
   * Rebuilds method, path and header names from checked values. `undefined` when the operation is
   * not of this dialect or a value does not fit: nothing may then be sent.
   */
  route(request: ErsRequest): Route | undefined;
  headerNames: HeaderNames;
  fileLimits: FileLimits;
  textLimits: TextLimits;
  /**
   * What stands before the name of a reference list (`SPECIALTY`) in the systems of requests. Its
   * host differs by environment of e-RS.
   */
  referenceListBase: string;
  quirks: Quirks;
  /** Lower-case name of the response header with the transaction id. */
  transactionIdHeader: string;
}

export interface HeaderNames {
  commRuleOrg: string;
  fileName: string;
  /** The referral that a file is meant for. */
  referralId: string;
}
