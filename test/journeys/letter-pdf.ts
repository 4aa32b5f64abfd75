import PDFDocument from 'pdfkit';

/** A real one-page PDF, as a practice would attach. */
export async function letterPdf(): Promise<Buffer> {
  const document = new PDFDocument();
  document.text('Dear colleague, thank you for seeing this synthetic patient with palpitations.');
  document.end();
  const parts: Buffer[] = [];
  for await (const part of document) parts.push(part);
  return Buffer.concat(parts);
}
