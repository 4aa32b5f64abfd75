import type { PdfFile } from '../../domain/letter.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { fileNameIn } from '../file-name.ts';
import { problemOfShape } from '../problems.ts';
import { isBinary, type OperationId } from '../transport.ts';
import type { Interaction } from './interaction.ts';

interface Document {
  id: OperationId;
  /** Where e-RS names it not. */
  name: string;
}

/** A PDF that e-RS makes of one referral or advice request, at each asking. */
export function document({ id, name }: Document): Interaction<Ubrn, PdfFile> {
  return {
    id,
    kind: 'read-once',
    build: (ubrn) => ({ operation: id, params: { ubrn }, accept: '*/*' }),
    parse(answer, { origin }) {
      const { body, headers } = answer;
      if (!isBinary(body) || !body.mediaType.startsWith('application/pdf')) {
        return { ok: false, problem: problemOfShape(answer, '(body)', origin) };
      }
      const given = fileNameIn(headers['content-disposition']);
      return { ok: true, value: { name: given ?? name, bytes: body.blob } };
    },
    failures: {},
  };
}
