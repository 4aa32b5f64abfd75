import PDFDocument from 'pdfkit';
import type { Core } from '../core/core.ts';

const WARNING = 'TRAINING. Training system. Not a real patient.';
const MARGIN = 64;

/** Top and bottom of each page, outside the margins, so that no text moves. */
function markPage(document: PDFKit.PDFDocument): void {
  const { top, bottom } = document.page.margins;
  document.page.margins = { ...document.page.margins, top: 0, bottom: 0 };
  const { x } = document;
  document.font('Helvetica-Bold').fontSize(11);
  for (const y of [28, document.page.height - 40]) {
    document.text(WARNING, MARGIN, y, { lineBreak: false });
  }
  document.page.margins = { ...document.page.margins, top, bottom };
  document.font('Helvetica').fontSize(11);
  document.x = x || MARGIN;
  document.y = MARGIN;
}

function everything(document: PDFKit.PDFDocument): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [];
  for (let chunk: unknown = document.read(); chunk !== null; chunk = document.read()) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A4, each page marked; text is uncompressed so that a test can read it. */
export function trainingPdf(
  core: Core,
  title: string,
  write: (document: PDFKit.PDFDocument) => void,
): Uint8Array<ArrayBuffer> {
  const CreationDate = new Date(core.clock.now());
  const info = { Title: title, CreationDate };
  const document = new PDFDocument({ size: 'A4', margin: MARGIN, compress: false, info });
  markPage(document);
  document.on('pageAdded', () => markPage(document));
  document.font('Helvetica-Bold').fontSize(16).text(title).moveDown();
  document.font('Helvetica').fontSize(11);
  write(document);
  document.end();
  return everything(document);
}

/** A line `name: value`, or none when there is no value. */
export function writeFact(
  document: PDFKit.PDFDocument,
  name: string,
  value: string | undefined,
): void {
  if (value) document.text(`${name}: ${value}`);
}

export function writeHeading(document: PDFKit.PDFDocument, words: string): void {
  document.moveDown().font('Helvetica-Bold').text(words).font('Helvetica');
}

export function ubrnGroups(ubrn: string): string {
  return ubrn.replace(/(.{4})(.{4})(.{4})/, '$1 $2 $3');
}

export function nhsNumberGroups(nhsNumber: string): string {
  return nhsNumber.replace(/(.{3})(.{3})(.{4})/, '$1 $2 $3');
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'full',
  timeStyle: 'short',
});

/** Day and time as people in London read them. */
export function londonTime(instant: string): string {
  return clock.format(new Date(instant));
}
