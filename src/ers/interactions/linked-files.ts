import type { FileToLink } from '../../domain/letter.ts';
import { coding } from '../../fhir/codings.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { codeSystem, profile } from '../names.ts';
import { STORED_FILE } from '../forms.ts';
import { momentRule, wrong, type Rule } from './rules.ts';

/** `eRS-AttachmentType-1`: whose file it is and in which part of e-RS it appears. */
type FileKind = 'REFERRER' | 'PROVIDER' | 'GUIDANCE_RESPONSE' | 'ADVICE_REQUEST';

/** interactions.md §4. `field` is the name of the parameter that holds the files. */
export function linkedFileRules(field: string, files: readonly FileToLink[] = []): Rule[] {
  const urls = files.map(({ url }) => url);
  return [
    wrong(field, new Set(urls).size < urls.length),
    ...files.flatMap(({ url, indexed }) => [
      wrong(field, !STORED_FILE.test(url)),
      momentRule('indexed', indexed),
    ]),
  ];
}

/**
 * A file that is linked already: so A012 and A028 (hscn.md §7), and A022, A026 and A027 list it among
 * their codes of files (api-platform.md §5). A044 does not.
 */
export const FILE_FAILURES: ErrorCodes = { INVALID_STATE: 'file-in-use' };

/** Parameters of one name, a DocumentReference for each file. */
export function linkedFiles(name: string, kind: FileKind, files: readonly FileToLink[] = []) {
  return files.map(({ url, description, indexed }) => ({
    name,
    resource: {
      resourceType: 'DocumentReference',
      meta: { profile: [profile('eRS-DocumentReference-1')] },
      status: 'current',
      type: { coding: [coding(codeSystem('eRS-AttachmentType-1'), kind)] },
      indexed,
      description,
      content: [{ attachment: { url } }],
    },
  }));
}
