import type { Core } from './core.ts';
import type { Caller, Dialect, StoredFile } from './model.ts';
import { uuid } from './random.ts';
import { referralOrAdvice } from './referrals.ts';
import { refuse } from './refusal.ts';

const MOST_BYTES = 5_242_880;
const LONGEST_NAME = 255;

/** Media types that both dialects take, with the extensions of each. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['txt'],
  'application/pdf': ['pdf'],
  'text/xml': ['xml'],
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

const ownExtensions: Readonly<Record<Dialect, Readonly<Record<string, readonly string[]>>>> = {
  hscn: { 'text/html': ['html', 'htm'], 'application/xml': ['xml'] },
  'api-platform': { 'application/dicom': ['dcm'] },
};

export interface Upload {
  /** Absent for a file of a new advice request. */
  ubrn: string | undefined;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What the dialect calls the header with the name. */
  nameField?: string;
}

/** Refers to the file as the dialect does: `att-<ubrn>-<file>`, both as plain integers, or a UUID. */
export function binaryId(file: StoredFile, dialect: Dialect): string {
  return dialect === 'hscn' ? `att-${Number(file.ubrn ?? 0)}-${file.id}` : file.uuid;
}

/** The file that either kind of id names: the platform still knows the older kind. */
export function findFile(core: Core, id: string): StoredFile | undefined {
  const [, ubrn, number] = /^att-(\d+)-(\d+)$/.exec(id) ?? [];
  if (!number) return [...core.files.values()].find((file) => file.uuid === id);
  const file = core.files.get(number);
  return Number(file?.ubrn ?? 0) === Number(ubrn) ? file : undefined;
}

function check(dialect: Dialect, upload: Upload): void {
  const { name, mediaType, bytes, nameField: named = 'X-ERS-XAPI-META-FILE_NAME' } = upload;
  if (!name) refuse('MISSING_VALUE', named, 'is missing.');
  if (!mediaType) refuse('MISSING_VALUE', 'Content-Type', 'is missing.');
  if (bytes.length === 0) {
    refuse(dialect === 'hscn' ? 'MISSING_VALUE' : 'FILE_SIZE_ERROR', 'data', 'is missing.');
  }
  if (name.length > LONGEST_NAME) refuse('INVALID_VALUE', named, 'is over 255 characters.');
  const allowed = extensions[mediaType] ?? ownExtensions[dialect][mediaType];
  if (!allowed) return refuse('INAPPROPRIATE_VALUE', 'Content-Type', 'is not a type e-RS takes.');
  if (!allowed.includes(name.split('.').pop()?.toLowerCase() ?? '')) {
    refuse('CONFLICTING_VALUES', named, `does not end as ${mediaType} files do.`);
  }
  if (bytes.length > MOST_BYTES) refuse('FILE_SIZE_ERROR', 'data', 'is over 5 MB.');
}

export interface NewFile {
  ubrn?: string | undefined;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Keeps a file; how long its scan takes, and what it finds, is set by `core.scanning`. */
export function storeFile(core: Core, caller: Caller, { ubrn, ...content }: NewFile): StoredFile {
  const { minutes, result } = core.scanning;
  const file: StoredFile = {
    name: content.name,
    mediaType: content.mediaType,
    bytes: content.bytes,
    ...(ubrn !== undefined && { ubrn }),
    id: core.nextFile++,
    uuid: uuid(core.random),
    uploadedBy: caller.userId,
    organisation: caller.odsCode,
    ...(caller.onBehalfOf && { onBehalfOf: caller.onBehalfOf }),
    uploadedAt: core.clock.iso(),
    scan: { result, due: core.clock.now() + minutes * 60_000 },
  };
  core.files.set(String(file.id), file);
  return file;
}

/** A020: stores a file that no request shows yet. */
export function uploadFile(core: Core, caller: Caller, upload: Upload): StoredFile {
  if (upload.ubrn !== undefined) referralOrAdvice(core, upload.ubrn);
  check(caller.dialect, upload);
  return storeFile(core, caller, upload);
}
