import type { Coded } from '../domain/criteria.ts';
import type { Instant } from '../domain/instant.ts';
import type { PdfFile } from '../domain/letter.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Clinician, Organisation, Role, User } from '../domain/user.ts';
import type { ErsTransport } from '../ers/transport.ts';
import type { DraftPort } from '../journal/ports.ts';

export type Unsubscribe = () => void;

/** Who, for whom and where the widgets were launched: a frozen snapshot of one moment. */
export interface LaunchContext {
  contextId: string;
  /** Rises with every change; older notices are ignored. */
  seq: number;
  issuedAt: Instant;
  patient?: Patient | undefined;
  /** A patient is open in the host, but cannot be referred as the record stands. */
  patientProblem?: 'nhs-number-wrong' | 'birth-date-wrong' | undefined;
  /** `id` is the 12-digit SDS user id: the e-RS session must be of the same user. */
  user: { id: string; name?: string | undefined };
  organisation: Organisation;
  /**
   * Whom a service provider clinician admin acts for, as the host knows it. Told on screen over HSCN,
   * where e-RS can neither be asked nor told; over the API platform e-RS's own list is asked.
   */
  onBehalfOf?: Clinician | undefined;
  needPatientBanner: boolean;
}

export interface ContextChange {
  seq: number;
  kind: 'patient-open' | 'patient-close' | 'user' | 'organisation' | 'role';
  next?: LaunchContext | undefined;
}

/** As FHIRcast 200, 202 and 409. */
export type ContextReply =
  { status: 'accepted' } | { status: 'pending' } | { status: 'conflict'; reason: string };

export type SessionEnd = 'logout' | 'expired' | 'disconnected' | 'card-removed';

export interface WriteBackRequest {
  ubrn: Ubrn;
  kind: 'patient-letter' | 'appointment-confirmation' | 'advice-conversation';
  file?: PdfFile | undefined;
}

export type WriteBackResult = { status: 'accepted' | 'queued' | 'rejected' | 'unsupported' };

/** A document of the record that the host offers for attaching. Bytes are fetched when chosen. */
export interface HostDocument {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  read(signal?: AbortSignal): Promise<Blob>;
}

/** Look-ups that e-RS has no answer for. All optional, each ≤ 10 s; a failure never blocks. */
export interface HostLookUps {
  findClinicalTerms?(text: string, signal: AbortSignal): Promise<readonly Required<Coded>[]>;
  findClinicians?(
    text: string,
    kind: 'named' | 'referring',
    signal: AbortSignal,
  ): Promise<readonly Required<Clinician>[]>;
  findOrganisations?(text: string, signal: AbortSignal): Promise<readonly Required<Organisation>[]>;
  resolvePatients?(
    nhsNumbers: readonly NhsNumber[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<NhsNumber, Patient | 'unavailable'>>;
  resolvePractitioners?(
    sdsUserIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>>;
  isDeceased?(nhsNumber: NhsNumber, signal: AbortSignal): Promise<boolean>;
  listDocuments?(signal: AbortSignal): Promise<readonly HostDocument[]>;
}

export interface HostSession extends HostLookUps {
  getContext(): LaunchContext;
  onContextChange(
    listener: (change: ContextChange) => ContextReply | Promise<ContextReply>,
  ): Unsubscribe;
  onSessionEnd(listener: (why: SessionEnd) => void): Unsubscribe;
  /** Only a host that carries calls itself gives one. */
  readonly transport?: ErsTransport | undefined;
  /** The proxy's one-use launch ticket, got by the host's own server. */
  launchTicket?(): Promise<string>;
  readonly draftStore?: DraftPort | undefined;
  /**
   * For `storage: "encrypted"`: the key of this user, which a live session alone gives. For HKDF, not
   * extractable, with the usage `deriveKey`; never stored in the browser.
   */
  storageKey?(): Promise<CryptoKey>;
  writeBack?(request: WriteBackRequest): Promise<WriteBackResult>;
  /** Asks the host to open another patient's record. It answers by a change of context. */
  openPatient?(nhsNumber: NhsNumber): Promise<void>;
  /** Asks the host to close the record that is open. It answers by a change of context. */
  closePatient?(): Promise<void>;
  disconnect(): void;
}

export interface HostAdapter {
  readonly id: string;
  readonly protocol: '1';
  /** Rejects with a `HostError`. */
  connect(options: { signal: AbortSignal }): Promise<HostSession>;
}

export type HostErrorCode =
  | 'handshake-timeout'
  | 'origin-refused'
  | 'version-mismatch'
  | 'context-missing'
  | 'session-ended'
  | 'unsupported'
  | 'storage-blocked'
  /** The port to the host is closed, or nobody is at its other end any more. */
  | 'link-lost'
  /** The host did not answer this call in time. */
  | 'no-answer'
  /** The call was made for a context that has passed. */
  | 'context-passed'
  /** It was no call of the method map, or was not readable. */
  | 'call-refused';

export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** What a redeemed session tells the page. It holds no token and no session key. */
export interface ErsSession {
  user: User;
  roles: readonly Role[];
  role?: Role | undefined;
  /** SDS user id of the clinician that the role acts for; only on the API platform. */
  onBehalfOf?: string | undefined;
  dialect: 'hscn' | 'api-platform';
  environment: 'live' | 'training';
}
