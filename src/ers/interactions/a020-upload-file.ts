import { checkFile, mediaTypeOf } from '../../domain/file-rules.ts';
import type { StoredFile } from '../../domain/letter.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import type { Interaction } from './interaction.ts';
import { UBRN } from '../forms.ts';
import { formRule, neededForm } from './rules.ts';

export interface Upload {
  /** Absent for a file of a request for advice that is yet to be made: no other may have it. */
  ubrn?: Ubrn | undefined;
  file: File;
}

/** Puts a file in the store of e-RS. It belongs to nothing until it is linked. */
export const uploadFile: Interaction<Upload, StoredFile> = {
  id: 'A020',
  kind: 'write',
  // hscn.md §5; that the platform takes a file for no referral: api-platform.md §2.
  rules({ ubrn, file }, { fileLimits, headerNames, quirks }) {
    const refused = checkFile(file, fileLimits, []);
    const referralRule = quirks.uploadsWithoutReferral ? formRule : neededForm;
    return [
      ...(refused ? [{ refused, field: 'file', isBroken: true }] : []),
      referralRule(headerNames.referralId, ubrn, UBRN),
    ];
  },
  build({ ubrn, file }, { fileLimits }) {
    const mediaType = mediaTypeOf(file, fileLimits);
    const content = { kind: 'binary' as const, mediaType, blob: file };
    return { file: { name: file.name, ubrn, content } };
  },
  parse({ headers }) {
    const stored = parseReference(headers['location'] ?? '');
    return stored?.type === 'Binary'
      ? found({ url: `Binary/${stored.id}` })
      : unreadableAt('Location');
  },
  // hscn.md §7: each code has one meaning here.
  failures: {
    CONFLICTING_VALUES: 'file-type-mismatch',
    INAPPROPRIATE_VALUE: 'file-type-refused',
    INVALID_VALUE: 'file-name-refused',
  },
};
