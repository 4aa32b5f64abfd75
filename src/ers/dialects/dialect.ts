import type { FileLimits } from '../../domain/file-limits.ts';
import type { ErsRequest, OperationId } from '../transport.ts';

/** Method, path below the base URL (query included) and headers of one request. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT';
  /** Begins with `/`; every value in it has been checked and encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** A documented difference that `build` or `parse` may ask about by name. */
export interface Quirks {
  /** A010 over HSCN sends `commissioningProvisioning`; the platform ignores it. */
  sendsCommissioningProvisioning: boolean;
  /** A016 on the platform wants `id: "appointment"` and the e-RS profile beside CareConnect. */
  appointmentHasIdAndErsProfile: boolean;
  /** A011 over HSCN takes NEED_TO_ADD_LATER only where a shortlisted service needs a letter. */
  letterIntentionFollowsServices: boolean;
  /** HSCN referrals carry no state extension: it is derived from the appointment. */
  derivesReferralState: boolean;
}

/** One way of speaking to e-RS, as data. No I/O. */
export interface Dialect {
  name: 'hscn' | 'api-platform';
  capabilities: ReadonlySet<OperationId>;
  /**
   * Rebuilds method, path and header names from checked values. `undefined` when the operation is
   * not of this dialect or a value does not fit: nothing may then be sent.
   */
  route(request: ErsRequest): Route | undefined;
  fileLimits: FileLimits;
  /** System of specialty codes in requests. Its host differs by environment of e-RS. */
  specialtySystem: string;
  quirks: Quirks;
  /** Lower-case name of the response header with the transaction id. */
  transactionIdHeader: string;
}
