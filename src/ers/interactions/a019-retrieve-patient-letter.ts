import type { PdfFile } from '../../domain/letter.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { problemOfShape } from '../problems.ts';
import { isBinary } from '../transport.ts';
import type { Interaction } from './interaction.ts';

/** The letter with which a patient books. Over HSCN e-RS refuses it once booked or deferred. */
export const retrievePatientLetter: Interaction<Ubrn, PdfFile> = {
  id: 'A019',
  kind: 'read-once',
  build: (ubrn) => ({ operation: 'A019', params: { ubrn }, accept: '*/*' }),
  parse(answer, { origin }) {
    const { body } = answer;
    if (!isBinary(body) || !body.mediaType.startsWith('application/pdf')) {
      return { ok: false, problem: problemOfShape(answer, '(body)', origin) };
    }
    const name = fileNameIn(answer.headers['content-disposition']) ?? 'Patient letter.pdf';
    return { ok: true, value: { name, bytes: body.blob } };
  },
  failures: {},
};

/** Without any folders that a server might put before it. */
function fileNameIn(disposition = ''): string | undefined {
  const [, name] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  return name?.split(/[/\\]/).at(-1)?.trim() || undefined;
}
