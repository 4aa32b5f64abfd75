import type { FileLimits } from '../../src/domain/file-limits.ts';
import type { Letter } from '../../src/domain/letter.ts';
import type { ProblemReason } from '../../src/domain/problem.ts';
import type { WriteBackResult } from '../../src/host/host-adapter.ts';

/** The 5 MB of e-RS are 5 × 1,048,576 bytes. */
const BYTES_IN_A_MEGABYTE = 1_048_576;

function limitWords({ maxSize }: FileLimits): string {
  return `${Math.floor(maxSize / BYTES_IN_A_MEGABYTE)} MB`;
}

/** Names that people know, for the first extension of each; others are named by the extension. */
const FORMATS: Readonly<Record<string, string>> = {
  doc: 'Word',
  docx: 'Word',
  htm: 'HTML',
  jpe: 'JPEG',
  jpg: 'JPEG',
  mpe: 'MPEG',
  mpg: 'MPEG',
  rtx: 'RTF',
  tif: 'TIFF',
  txt: 'text',
};

/** `Up to 5 MB each. JPEG, PDF, Word …`. */
export function acceptedWords(limits: FileLimits): string {
  const extensions = Object.values(limits.types).flat();
  const formats = new Set(extensions.map((each) => FORMATS[each] ?? each.toUpperCase()));
  const names = [...formats].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return `Up to ${limitWords(limits)} each. ${names.join(', ')}.`;
}

export function acceptedTypes({ types }: FileLimits): string {
  return [...new Set(Object.values(types).flat())].map((extension) => `.${extension}`).join(',');
}

/** Why a file does not leave, and what to do. */
export function refusalWords(reason: ProblemReason, name: string, limits: FileLimits): string[] {
  switch (reason) {
    case 'file-too-big':
      return [`Too big: the limit is ${limitWords(limits)}.`, 'Save it as a smaller file.'];
    case 'file-empty':
      return ['Empty: there is nothing in the file.', 'Save it again and choose it again.'];
    case 'duplicate-file-name':
      return ['Same name as another file.', 'e-RS needs a different name for each file.'];
    case 'file-type-refused':
      return [
        `e-RS does not take ${typeOf(name)} files.`,
        'Save it in another format, such as PDF.',
      ];
    case 'file-type-mismatch':
      return ['Its name and its type do not agree.', 'Save it again with the right ending.'];
    case 'file-name-refused':
      return [
        'e-RS does not take this name.',
        `Use no more than ${limits.maxNameLength} characters, letters and numbers.`,
      ];
    default:
      return ['Not taken.', 'Leave it out or choose another file.'];
  }
}

export function typeOf(name: string): string {
  return name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : 'such';
}

/** What the scan of e-RS says of a linked file. The first sentence stands out when it is bad. */
export const SCAN_WORDS: Record<
  Letter['availability'],
  { state: string; bad: boolean; rest: string }
> = {
  AVAILABLE: { state: 'Available', bad: false, rest: '' },
  PENDING: { state: 'Being scanned.', bad: false, rest: 'The service cannot open it yet.' },
  THREATS_FOUND: {
    state: 'Blocked: a threat was found.',
    bad: true,
    rest: 'This is final. Nobody can open the file. Send a clean copy.',
  },
  VALIDATION_FAILED: {
    state: 'Failed checks.',
    bad: true,
    rest: 'This is final. Send the file again in another format.',
  },
};

const FILED: Record<WriteBackResult['status'], string> = {
  accepted: 'Filed in the record.',
  queued: 'Sent to the record, which has not confirmed it yet.',
  rejected: 'Not filed: the record did not take it. Save it and file it yourself.',
  unsupported: 'Not filed: this record takes no files from here. Save it and file it yourself.',
};

/** What the host's record has made of the patient letter. */
export function filedWords({ status }: WriteBackResult): string {
  return FILED[status];
}
