import type { FileContent } from '../../domain/letter.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { fileNameIn } from '../file-name.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import { isBinary, type OperationId } from '../transport.ts';
import type { Interaction } from './interaction.ts';
import { STORED_FILE } from '../forms.ts';
import { wrong } from './rules.ts';

const PLACE = 'Binary/';

/** The bytes of a linked file, asked for by its `Binary/…`. */
export function storedFile(
  id: OperationId,
  failures: ErrorCodes = {},
): Interaction<string, FileContent> {
  return {
    id,
    kind: 'read',
    rules: (url) => [wrong('url', !STORED_FILE.test(url))],
    build: (url) => ({ params: { id: url.slice(PLACE.length) }, accept: '*/*' }),
    parse({ body, headers }) {
      if (!isBinary(body)) return unreadableAt();
      const name = fileNameIn(headers['content-disposition']);
      return found({ name, mediaType: body.mediaType, bytes: body.blob });
    },
    failures,
  };
}
