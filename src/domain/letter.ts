import type { Instant } from './instant.ts';

/** A file that is linked to a referral. */
export interface Letter {
  /** `Binary/…`, opaque: the only thing e-RS needs to keep it. */
  url: string;
  name: string;
  /** Bytes. */
  size?: number | undefined;
  mediaType?: string | undefined;
  description?: string | undefined;
  attachedAt?: Instant | undefined;
  /** SDS user id. */
  attachedBy?: string | undefined;
  /** ODS code. */
  attachedByOrganisation?: string | undefined;
  /** SDS user id of the clinician acted for. */
  attachedOnBehalfOf?: string | undefined;
  kind: 'REFERRER' | 'PROVIDER' | (string & {});
  /** The API platform tells it; over HSCN a file without it is available. */
  availability: 'AVAILABLE' | 'PENDING' | 'THREATS_FOUND' | 'VALIDATION_FAILED';
}

/** A file in the store of e-RS that belongs to nothing until it is linked. */
export interface StoredFile {
  url: string;
}

/** A stored file as it is to be linked. */
export interface FileToLink extends StoredFile {
  description?: string | undefined;
  indexed: Instant;
}

/** A linked file with its bytes, of whatever kind. */
export interface FileContent {
  /** Absent where e-RS does not say it again: the referral has it. */
  name?: string | undefined;
  mediaType: string;
  bytes: Blob;
}

export interface PdfFile {
  name: string;
  bytes: Blob;
}
