import type { DocumentReference, Organization, Patient, Practitioner } from 'fhir/r4';
import type { RecordPatient } from '../record-system/record-system.ts';

const ID = 'https://fhir.nhs.uk/Id/';

/** Records that cannot be referred as they stand, to see what is said of them. */
export const BROKEN_RECORDS: RecordPatient[] = [
  {
    id: 'record-no-number',
    nhsNumber: '',
    birthDate: '1990-05-20',
    family: 'Specimen',
    given: 'Nonumber',
    title: 'Mr',
    gender: 'Male',
    postcode: 'NM3 8RB',
  },
  {
    id: 'record-two-numbers',
    nhsNumber: '999 012 3454, 999 034 8715',
    birthDate: '1982-09-30',
    family: 'Specimen',
    given: 'Twonumbers',
    title: 'Ms',
    gender: 'Female',
    postcode: 'NM3 8RB',
  },
];

export function patientOf(record: RecordPatient): Patient {
  const { id, nhsNumber, birthDate, family, given, title, gender, postcode } = record;
  const numbers = nhsNumber.split(', ').filter(Boolean);
  return {
    resourceType: 'Patient',
    id,
    identifier: numbers.map((value) => ({
      system: `${ID}nhs-number`,
      value: value.replaceAll(' ', ''),
    })),
    name: [{ use: 'official', family, given: [given], prefix: [title] }],
    gender: gender === 'Female' ? 'female' : gender === 'Male' ? 'male' : 'unknown',
    birthDate,
    address: [{ use: 'home', postalCode: postcode }],
  };
}

export function practitionerOf(user: { id: string; name: string }): Practitioner {
  const [, family = '', given = '', title = ''] = /^(.*), (.*) \((.*)\)$/.exec(user.name) ?? [];
  return {
    resourceType: 'Practitioner',
    id: 'gp-1',
    identifier: [{ system: `${ID}sds-user-id`, value: user.id }],
    name: [{ family, given: [given], prefix: [title] }],
  };
}

export function organizationOf(surgery: { odsCode: string; name: string }): Organization {
  return {
    resourceType: 'Organization',
    id: 'surgery-1',
    identifier: [{ system: `${ID}ods-organization-code`, value: surgery.odsCode }],
    name: surgery.name,
  };
}

/** Documents that apps have filed, oldest first. They are gone when the server stops. */
export function createDocuments() {
  const documents: DocumentReference[] = [];
  return {
    add(document: DocumentReference): DocumentReference {
      const filed = { ...document, id: `document-${documents.length + 1}` };
      documents.push(filed);
      return filed;
    },
    of(patientId: string): readonly DocumentReference[] {
      return documents.filter(({ subject }) => subject?.reference === `Patient/${patientId}`);
    },
  };
}
