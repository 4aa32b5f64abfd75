import type { Core } from './core.ts';
import type { Caller, StoredFile } from './model.ts';
import { referralOf } from './referrals.ts';
import { refuse } from './refusal.ts';

const MOST_BYTES = 5_242_880;
const LONGEST_NAME = 255;

/** Media types that e-RS takes over HSCN, with the extensions of each. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['txt'],
  'text/html': ['html', 'htm'],
  'application/pdf': ['pdf'],
  'text/xml': ['xml'],
  'application/xml': ['xml'],
  'text/rtf': ['rtf', 'rtx'],
  'audio/basic': ['au'],
  'audio/mpeg': ['mp3'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpe', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'video/mpeg': ['mpg', 'mpeg', 'mpe'],
  'application/msword': ['doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

export interface Upload {
  ubrn: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Refers to the file as A012 does: `att-<ubrn>-<file>`, both as plain integers. */
export function binaryId(file: StoredFile): string {
  return `att-${Number(file.ubrn)}-${file.id}`;
}

function check({ name, mediaType, bytes }: Upload): void {
  const named = 'X-ERS-XAPI-META-FILE_NAME';
  if (!name) refuse('MISSING_VALUE', named, 'is missing.');
  if (!mediaType) refuse('MISSING_VALUE', 'Content-Type', 'is missing.');
  if (bytes.length === 0) refuse('MISSING_VALUE', 'data', 'is missing.');
  if (name.length > LONGEST_NAME) refuse('INVALID_VALUE', named, 'is over 255 characters.');
  const allowed = extensions[mediaType];
  if (!allowed) return refuse('INAPPROPRIATE_VALUE', 'Content-Type', 'is not a type e-RS takes.');
  if (!allowed.includes(name.split('.').pop()?.toLowerCase() ?? '')) {
    refuse('CONFLICTING_VALUES', named, `does not end as ${mediaType} files do.`);
  }
  if (bytes.length > MOST_BYTES) refuse('FILE_SIZE_ERROR', 'data', 'is over 5 MB.');
}

/** Stores a file that no referral shows yet. */
export function uploadFile(core: Core, caller: Caller, upload: Upload): StoredFile {
  const { ubrn } = referralOf(core, upload.ubrn);
  check(upload);
  const file: StoredFile = {
    ...upload,
    ubrn,
    id: core.nextFile++,
    uploadedBy: caller.userId,
    uploadedAt: core.clock.iso(),
  };
  core.files.set(binaryId(file), file);
  return file;
}
