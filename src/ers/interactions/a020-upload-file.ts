import { checkFile, mediaTypeOf } from '../../domain/file-rules.ts';
import type { StoredFile } from '../../domain/letter.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import { problemOfShape } from '../problems.ts';
import type { Interaction } from './interaction.ts';

export interface Upload {
  /** Absent for a file of a request for advice that is yet to be made: no other may have it. */
  ubrn?: Ubrn | undefined;
  file: File;
}

/** Puts a file in the store of e-RS. It belongs to nothing until it is linked. */
export const uploadFile: Interaction<Upload, StoredFile> = {
  id: 'A020',
  kind: 'write',
  build({ ubrn, file }, { fileLimits, headerNames, quirks }) {
    const refused = checkFile(file, fileLimits, []);
    if (refused) return { refused, field: 'file' };
    if (ubrn === undefined && !quirks.uploadsWithoutReferral) {
      return { refused: 'field-required', field: headerNames.referralId };
    }
    const mediaType = mediaTypeOf(file, fileLimits);
    const content = { kind: 'binary' as const, mediaType, blob: file };
    return { operation: 'A020', params: {}, file: { name: file.name, ubrn, content } };
  },
  parse(answer, { origin }) {
    const stored = parseReference(answer.headers['location'] ?? '');
    return stored?.type === 'Binary'
      ? { ok: true, value: { url: `Binary/${stored.id}` } }
      : { ok: false, problem: problemOfShape(answer, 'Location', origin) };
  },
  failures: {
    CONFLICTING_VALUES: 'file-type-mismatch',
    INAPPROPRIATE_VALUE: 'file-type-refused',
    INVALID_VALUE: 'file-name-refused',
  },
};
