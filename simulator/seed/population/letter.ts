import type { Core } from '../../core/core.ts';
import type { Caller, Referral } from '../../core/model.ts';
import { replaceLetters } from '../../core/replace-letters.ts';
import { binaryId, storeFile } from '../../core/upload-file.ts';

const page =
  '/Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R' +
  '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';
const words = 'BT /F1 14 Tf 40 520 Td (TRAINING: referral letter, made-up patient) Tj ET';

function pdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<<${page}>>`,
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
  ].map((content, index) => `${index + 1} 0 obj${content}endobj\n`);
  const head = '%PDF-1.4\n';
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const body = head + objects.join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size ${size}>>`;
  return new TextEncoder().encode(`${body}${end}\nstartxref\n${body.length}\n%%EOF\n`);
}

/** One letter for all: the files differ by id alone. */
const bytes = pdf();

export function attachSeededLetter(core: Core, caller: Caller, referral: Referral): void {
  const { ubrn } = referral;
  const file = { ubrn, name: 'Referral letter.pdf', mediaType: 'application/pdf', bytes };
  const wanted = [{ binaryId: binaryId(storeFile(core, caller, file), 'hscn') }];
  replaceLetters(core, caller, { referral, wanted });
}
