import type { FileContent } from '../../domain/letter.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { fileNameIn } from '../file-name.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import { isBinary, type OperationId } from '../transport.ts';
import type { Interaction } from './interaction.ts';
import { formRule } from './rules.ts';

const PLACE = 'Binary/';
const STORED_FILE = /^Binary\/[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** The bytes of a linked file, asked for by its `Binary/…`. */
export function storedFile(
  id: OperationId,
  failures: ErrorCodes = {},
): Interaction<string, FileContent> {
  return {
    id,
    kind: 'read',
    rules: (url) => [formRule('url', url, STORED_FILE)],
    build: (url) => ({ params: { id: url.slice(PLACE.length) }, accept: '*/*' }),
    parse({ body, headers }) {
      if (!isBinary(body)) return unreadableAt();
      const name = fileNameIn(headers['content-disposition']);
      return found({ name, mediaType: body.mediaType, bytes: body.blob });
    },
    failures,
  };
}
