import PDFDocument from 'pdfkit';
import type { Core } from '../core/core.ts';
import type { Referral, Service } from '../core/model.ts';

const WARNING = 'Training system. Not a real patient.';
const BOOKING_LINE = '03069 990000';

function howToBook(service: Service): string {
  if (service.booking === 'DBS') {
    return 'Book online or by phone with the reference and access code above.';
  }
  return `Phone the service to book: ${service.phone}`;
}

function writeService(document: PDFKit.PDFDocument, service: Service): void {
  document
    .moveDown(0.5)
    .font('Helvetica-Bold')
    .text(service.name)
    .font('Helvetica')
    .text(service.location)
    .text(howToBook(service));
}

function groups(ubrn: string): string {
  return ubrn.replace(/(.{4})(.{4})(.{4})/, '$1 $2 $3');
}

function nhsNumberGroups(nhsNumber: string): string {
  return nhsNumber.replace(/(.{3})(.{3})(.{4})/, '$1 $2 $3');
}

function writeLetter(document: PDFKit.PDFDocument, core: Core, referral: Referral): void {
  const services = referral.shortlist.flatMap((id) => core.directory.services.get(id) ?? []);
  document.font('Helvetica-Bold').fontSize(11).text(WARNING).moveDown();
  document.fontSize(16).text('Your appointment request').moveDown();
  document.font('Helvetica').fontSize(11);
  document.text(`Booking reference (UBRN): ${groups(referral.ubrn)}`);
  document.text(`Access code: ${referral.accessCode}`);
  document.text(`NHS number: ${nhsNumberGroups(referral.patient)}`);
  document.text(`Date of this letter: ${core.clock.iso().slice(0, 10)}`).moveDown();
  document.text('Choose one of these services. Nothing is booked yet.');
  for (const service of services) writeService(document, service);
  document.moveDown().text(`Appointments line (made up): ${BOOKING_LINE}`);
  document.moveDown().font('Helvetica-Bold').text(WARNING);
}

/** The letter that tells the patient how to book; text is uncompressed so that a test can read it. */
export function patientLetterPdf(core: Core, referral: Referral): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 56,
    compress: false,
    info: { Title: 'Appointment request', CreationDate: new Date(core.clock.now()) },
  });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
    writeLetter(document, core, referral);
    document.end();
  });
}
