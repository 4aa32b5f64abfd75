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
  kind: 'REFERRER' | 'PROVIDER' | (string & {});
  /** The API platform tells it; over HSCN a file without it is available. */
  availability: 'AVAILABLE' | 'PENDING' | 'THREATS_FOUND' | 'VALIDATION_FAILED';
}

/** A file in the store of e-RS that belongs to nothing until it is linked. */
export interface StoredFile {
  url: string;
}

export interface PdfFile {
  name: string;
  bytes: Blob;
}
