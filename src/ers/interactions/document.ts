import type { PdfFile } from '../../domain/letter.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { fileNameIn } from '../file-name.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import { isBinary, type OperationId } from '../transport.ts';
import type { Interaction } from './interaction.ts';

interface Document {
  id: OperationId;
  /** Where e-RS names it not. */
  name: string;
  about?: 'advice';
}

/** A PDF that e-RS makes of one referral or advice request, at each asking. */
export function document({ id, name, about }: Document): Interaction<Ubrn, PdfFile> {
  return {
    id,
    kind: 'read-once',
    about,
    build: (ubrn) => ({ params: { ubrn }, accept: '*/*' }),
    parse({ body, headers }) {
      if (!isBinary(body) || !body.mediaType.startsWith('application/pdf')) return unreadableAt();
      const given = fileNameIn(headers['content-disposition']);
      return found({ name: given ?? name, bytes: body.blob });
    },
  };
}
