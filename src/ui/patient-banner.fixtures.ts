import { html } from 'lit';
import type { LocalDate } from '../domain/instant.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import type { FixtureSet } from './fixture.ts';
import { patientBanner, readBack } from './patient-banner.ts';

export const today = '2026-10-16' as LocalDate;

export const josephine: Patient = {
  nhsNumber: '9990123454' as NhsNumber,
  birthDate: '1968-03-14' as LocalDate,
  name: { family: 'Hargreaves-Oyelaran', given: 'Josephine', title: 'Mrs' },
  gender: 'Female',
  verified: true,
};

const longName: Patient = {
  ...josephine,
  name: {
    family: 'Featherstonehaugh-Cholmondeley-Warrington',
    given: 'Maximiliana Oluwadamilola Bernadette',
    title: 'Professor Dame',
  },
};

const newborn: Patient = {
  ...josephine,
  birthDate: '2026-10-04' as LocalDate,
  name: { family: 'Baby Nwosu' },
  gender: undefined,
};

const died: Patient = { ...josephine, deceased: { date: '2026-09-30' as LocalDate } };

/** The read-back line and the patient at commit size. */
export const fixtureSet: FixtureSet = {
  title: 'Patient banner',
  fixtures: {
    known: () => patientBanner({ patient: josephine, today }),
    'with the referring clinician': () =>
      patientBanner({
        patient: josephine,
        today,
        aside: 'Referring clinician FENWICK, Ruth (Dr)',
      }),
    'a long name': () => patientBanner({ patient: longName, today }),
    'a newborn without a recorded gender': () => patientBanner({ patient: newborn, today }),
    'no name in the record': () =>
      patientBanner({ patient: { ...josephine, name: undefined }, today }),
    deceased: () => patientBanner({ patient: died, today }),
    'deceased, date unknown': () =>
      patientBanner({ patient: { ...josephine, deceased: {} }, today }),
    'at commit size': () => html`<div>${readBack(josephine, today)}</div>`,
    'at commit size, deceased': () => readBack(died, today),
  },
};
