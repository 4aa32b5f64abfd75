import type { Core } from '../core/core.ts';
import type { Appointment, Referral, Service } from '../core/model.ts';
import {
  londonTime,
  nhsNumberGroups,
  trainingPdf,
  ubrnGroups,
  writeFact,
  writeHeading,
} from './training-document.ts';

const BOOKING_LINE = '03069 990000';

function howToBook(service: Service): string {
  if (service.booking === 'DBS') {
    return 'Book online or by phone with the reference and access code above.';
  }
  if (service.booking === 'TRIAGE') return 'The service reads the referral and then writes to you.';
  return `Phone the service to book: ${service.phone}`;
}

function writeService(document: PDFKit.PDFDocument, service: Service): void {
  writeHeading(document, service.name);
  document.text(service.location);
}

function writeChoice(document: PDFKit.PDFDocument, core: Core, referral: Referral): void {
  document.text('Choose one of these services. Nothing is booked yet.');
  for (const id of referral.shortlist) {
    const service = core.directory.services.get(id);
    if (!service) continue;
    writeService(document, service);
    document.text(howToBook(service));
  }
  document.moveDown().text(`Appointments line (made up): ${BOOKING_LINE}`);
}

/** What is arranged with one service, on the platform's letters. */
function writeArrangement(
  document: PDFKit.PDFDocument,
  core: Core,
  { serviceId, status, start }: Appointment,
): void {
  const service = core.directory.services.get(serviceId);
  const booked = status === 'booked';
  document.text(booked ? 'Your appointment is booked.' : 'The service will be in touch with you.');
  if (service) {
    writeService(document, service);
    document.text(service.phone);
  }
  if (booked && start) writeFact(document, 'When', londonTime(start));
}

/** The letter that tells the patient how to book, or what is booked (A019). */
export function patientLetterPdf(core: Core, referral: Referral): Uint8Array<ArrayBuffer> {
  const { appointment } = referral;
  const arranged = appointment?.status === 'booked' || appointment?.status === 'proposed';
  const title = arranged ? 'Your appointment' : 'Your appointment request';
  return trainingPdf(core, title, (document) => {
    document.text(`Booking reference (UBRN): ${ubrnGroups(referral.ubrn)}`);
    document.text(`Access code: ${referral.accessCode}`);
    document.text(`NHS number: ${nhsNumberGroups(referral.patient)}`);
    document.text(`Date of this letter: ${core.clock.iso().slice(0, 10)}`).moveDown();
    if (arranged) writeArrangement(document, core, appointment);
    else writeChoice(document, core, referral);
  });
}
