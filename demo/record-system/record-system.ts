import { patientOf } from './record-patient.ts';

/** A synthetic patient of the demo practice. The NHS number is text, as in a real record. */
export interface RecordPatient {
  /** The host's own id: what the page uses, so that no NHS number is in an address. */
  id: string;
  nhsNumber: string;
  birthDate: string;
  family: string;
  given: string;
  title: string;
  gender: string;
  postcode: string;
}

interface Directory {
  patients: Omit<RecordPatient, 'id'>[];
  clinicians: { sdsUserId: string; name: string; kind: string }[];
  clinicalTerms: { code: string; display: string }[];
}

/** A record that cannot be referred: its NHS number fails the check digit. */
const WRONG_NUMBER: Omit<RecordPatient, 'id'> = {
  nhsNumber: '999 000 0000',
  birthDate: '1975-02-11',
  family: 'Specimen',
  given: 'Wrongnumber',
  title: 'Mx',
  gender: 'Not known',
  postcode: 'NM3 8RB',
};

/** Whose record system it is, and who works at it. */
export interface RecordOwner {
  user: { id: string; name: string };
  organisation: { odsCode: string; name: string };
}

const PRACTICE: RecordOwner = {
  user: { id: '021600550204', name: 'FENWICK, Ruth (Dr)' },
  organisation: { odsCode: 'Y99001', name: 'Ashdown Surgery' },
};

/** The demo's records and look-ups. A real host answers these from its own data. */
export function createRecordSystem(simulatorBase: string, owner = PRACTICE) {
  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${simulatorBase}/__simulator/${path}`);
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status}`);
    return (await answer.json()) as T;
  }

  async function records(): Promise<RecordPatient[]> {
    const { patients } = await ask<Directory>('directory');
    return [...patients, WRONG_NUMBER].map((patient, index) => ({
      ...patient,
      gender: inWords(patient.gender),
      id: `record-${index + 1}`,
    }));
  }

  return {
    async desk() {
      const [patients, { now }] = await Promise.all([records(), ask<{ now: string }>('clock')]);
      return { ...owner, patients, now };
    },
    /** Each NHS number with the patient of that record, as the widgets are told. */
    async patientsWith(nhsNumbers: readonly string[]) {
      const all = await records();
      return nhsNumbers.map((wanted) => {
        const record = all.find(({ nhsNumber }) => nhsNumber.replaceAll(' ', '') === wanted);
        return [wanted, record ? { ...patientOf(record), nhsNumber: wanted } : 'unavailable'];
      });
    },
    ...lookUps(ask),
  };
}

function lookUps(ask: <T>(path: string) => Promise<T>) {
  return {
    async clinicalTerms(text: string) {
      const { clinicalTerms } = await ask<Directory>('directory');
      return clinicalTerms
        .filter(({ display }) => matches(display, text))
        .map(({ code, display }) => ({ code, display }));
    },
    async clinicians(text: string, kind: string) {
      const { clinicians } = await ask<Directory>('directory');
      const wanted = kind === 'referring' ? 'referrer' : 'provider';
      return clinicians
        .filter((clinician) => clinician.kind === wanted && matches(clinician.name, text))
        .map(({ sdsUserId, name }) => ({ sdsUserId, name }));
    },
    async practitioners(sdsUserIds: readonly string[]): Promise<[string, string][]> {
      const { clinicians } = await ask<Directory>('directory');
      return clinicians
        .filter(({ sdsUserId }) => sdsUserIds.includes(sdsUserId))
        .map(({ sdsUserId, name }) => [sdsUserId, name]);
    },
  };
}

function inWords(gender: string): string {
  return `${gender.slice(0, 1).toUpperCase()}${gender.slice(1)}`;
}

function matches(words: string, text: string): boolean {
  return words.toLowerCase().includes(text.trim().toLowerCase());
}
