import { availabilityOf } from '../core/scan.ts';
import type { Core } from '../core/core.ts';
import { createdAt } from '../core/dates.ts';
import type { Attachment, Referral } from '../core/model.ts';
import {
  londonTime,
  nhsNumberGroups,
  trainingPdf,
  ubrnGroups,
  writeFact,
  writeHeading,
} from './training-document.ts';

type Document = PDFKit.PDFDocument;

/** Name, birth date and sex as the directory has them. */
export function writePatient(document: Document, core: Core, nhsNumber: string): void {
  const patient = core.directory.patients.get(nhsNumber);
  writeHeading(document, 'Patient');
  writeFact(document, 'NHS number', nhsNumberGroups(nhsNumber));
  if (!patient) return;
  writeFact(document, 'Name', `${patient.family}, ${patient.given} (${patient.title})`);
  writeFact(document, 'Born', patient.birthDate);
  writeFact(document, 'Sex', patient.gender);
  writeFact(document, 'Postcode', patient.postcode);
}

export function userName(core: Core, sdsUserId: string): string {
  const name = core.directory.clinicians.get(sdsUserId)?.name;
  return name ? `${name}, ${sdsUserId}` : sdsUserId;
}

function organisationName(core: Core, odsCode: string): string {
  const name = core.directory.organisations.get(odsCode)?.name;
  return name ? `${name} (${odsCode})` : odsCode;
}

export function writeAttachments(
  document: Document,
  core: Core,
  attachments: readonly Attachment[],
): void {
  for (const { file, type, description } of attachments) {
    const kept = availabilityOf(core, file);
    const about = [type, file.mediaType, `${file.bytes.length} bytes`, kept].join(', ');
    document.text(`${file.name} (${about})${description ? `: ${description}` : ''}`);
  }
  if (attachments.length === 0) document.text('None.');
}

function writeReferral(document: Document, core: Core, referral: Referral): void {
  writeHeading(document, 'Referral');
  writeFact(document, 'Booking reference (UBRN)', ubrnGroups(referral.ubrn));
  writeFact(document, 'Priority', referral.priority);
  writeFact(document, 'State', referral.state);
  writeFact(document, 'Created', londonTime(createdAt(referral)));
  writeFact(document, 'Referred by', userName(core, referral.referringClinician));
  writeFact(document, 'At', organisationName(core, referral.referringOrg));
  for (const id of referral.shortlist) {
    writeFact(document, 'Shortlisted service', core.directory.services.get(id)?.name ?? id);
  }
}

function writeAppointment(document: Document, core: Core, { appointment }: Referral): void {
  if (!appointment) return;
  writeHeading(document, 'Appointment');
  const { serviceId, status, start, clinician, reason, comment } = appointment;
  writeFact(document, 'Service', core.directory.services.get(serviceId)?.name ?? serviceId);
  writeFact(document, 'Status', status);
  writeFact(document, 'When', start && londonTime(start));
  writeFact(document, 'Clinician', clinician && userName(core, clinician));
  writeFact(document, 'Reason', reason);
  writeFact(document, 'Advice and comments', comment);
}

/** A007: the referral, the patient, the names of the letters, and what the provider said. */
export function clinicalSummaryPdf(core: Core, referral: Referral): Uint8Array<ArrayBuffer> {
  return trainingPdf(core, 'Clinical referral information', (document) => {
    writeReferral(document, core, referral);
    writePatient(document, core, referral.patient);
    writeAppointment(document, core, referral);
    writeHeading(document, 'Letters of the referrer');
    writeAttachments(document, core, referral.letters);
    writeHeading(document, 'Other files');
    writeAttachments(document, core, referral.otherAttachments);
  });
}
