import { clinicalTerms } from '../seed/clinical-terms.ts';
import { clinicians } from '../seed/clinicians.ts';
import { buildOrganisations } from '../seed/organisations.ts';
import { buildPatients } from '../seed/patients.ts';
import { buildServices } from '../seed/services.ts';
import type { SeedSize } from '../seed/sizes.ts';
import { smartcards } from '../seed/smartcards.ts';
import type {
  ClinicalTerm,
  Clinician,
  Organisation,
  Patient,
  Service,
  SmartcardUser,
} from './model.ts';

/** What e-RS looks up and never changes here. */
export interface Directory {
  patients: ReadonlyMap<string, Patient>;
  clinicians: ReadonlyMap<string, Clinician>;
  clinicalTerms: ReadonlyMap<string, ClinicalTerm>;
  organisations: ReadonlyMap<string, Organisation>;
  services: ReadonlyMap<string, Service>;
  smartcards: ReadonlyMap<string, SmartcardUser>;
}

function indexed<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

export function createDirectory(size: SeedSize = 'small'): Directory {
  return {
    patients: indexed(buildPatients(size), (patient) => patient.nhsNumber),
    clinicians: indexed(clinicians, (clinician) => clinician.sdsUserId),
    clinicalTerms: indexed(clinicalTerms, (term) => term.code),
    organisations: indexed(buildOrganisations(size), (organisation) => organisation.odsCode),
    services: indexed(buildServices(size), (service) => service.id),
    smartcards: indexed(smartcards, (user) => user.token),
  };
}
