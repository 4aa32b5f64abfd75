import type { FileContent } from '../../domain/letter.ts';
import type { ErrorCodes } from '../error-codes.ts';
import { fileNameIn } from '../file-name.ts';
import { problemOfShape } from '../problems.ts';
import { isBinary, type OperationId } from '../transport.ts';
import type { Interaction } from './interaction.ts';

const STORED_FILE = /^Binary\/([A-Za-z0-9][A-Za-z0-9-]{0,63})$/;

/** The bytes of a linked file, asked for by its `Binary/…`. */
export function storedFile(
  id: OperationId,
  failures: ErrorCodes,
): Interaction<string, FileContent> {
  return {
    id,
    kind: 'read',
    build(url) {
      const [, name] = STORED_FILE.exec(url) ?? [];
      return name
        ? { operation: id, params: { id: name }, accept: '*/*' }
        : { refused: 'field-wrong', field: 'url' };
    },
    parse(answer, { origin }) {
      const { body, headers } = answer;
      if (!isBinary(body)) {
        return { ok: false, problem: problemOfShape(answer, '(body)', origin) };
      }
      const name = fileNameIn(headers['content-disposition']);
      return { ok: true, value: { name, mediaType: body.mediaType, bytes: body.blob } };
    },
    failures,
  };
}
