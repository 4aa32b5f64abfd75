import type { PersonName } from '../../src/domain/patient.ts';
import type { PatientInput } from '../../src/host/launch-context.ts';
import { identifiersOf, listOf, NHS_NUMBER, textOf, type Identifier } from './identifiers.ts';
import { LaunchError } from './launch-problem.ts';
import type { Resource } from './record-server.ts';

const VERIFICATION =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
/** "Number present and verified": by its UK Core code, and by that of the NHS data dictionary. */
const VERIFIED = ['number-present-and-verified', '01'];

/**
 * FHIR R4 Patient → what the record says of the patient, as text. Whether number and birth date are
 * real ones is checked where every host's are (`readLaunchContext`).
 */
export function readPatient(patient: Resource): PatientInput {
  const numbers = identifiersOf(patient, NHS_NUMBER).filter(({ value }) => digitsOf(value));
  const [number, another] = new Set(numbers.map(({ value }) => digitsOf(value)));
  if (!number) throw new LaunchError('no-nhs-number');
  if (another !== undefined) throw new LaunchError('two-nhs-numbers');
  return {
    nhsNumber: number,
    birthDate: textOf(patient.birthDate) ?? '',
    name: readName(patient.name),
    gender: genderOf(patient.gender),
    postcode: postcodeOf(patient.address),
    deceased: deceasedOf(patient),
    verified: numbers.some(isVerified),
  };
}

/** One number written in two ways is one number. */
function digitsOf(value: unknown): string {
  return (textOf(value) ?? '').replace(/[\s-]/g, '');
}

function isVerified({ extension }: Identifier): boolean {
  return listOf<{ url?: unknown; valueCodeableConcept?: { coding?: unknown } }>(extension)
    .filter(({ url }) => url === VERIFICATION)
    .flatMap(({ valueCodeableConcept }) => listOf<{ code?: unknown }>(valueCodeableConcept?.coding))
    .some(({ code }) => VERIFIED.includes(String(code)));
}

interface HumanName {
  use?: unknown;
  family?: unknown;
  given?: unknown;
  prefix?: unknown;
}

/** The usual name before the official one, as the record's own banner has it; never a former one. */
export function readName(value: unknown): PersonName | undefined {
  const names = listOf<HumanName>(value).filter(({ use }) => use !== 'old' && use !== 'maiden');
  const name =
    names.find(({ use }) => use === 'usual') ??
    names.find(({ use }) => use === 'official') ??
    names[0];
  const family = textOf(name?.family);
  if (!name || !family) return undefined;
  return { family, given: wordsOf(name.given), title: wordsOf(name.prefix) };
}

function wordsOf(value: unknown): string | undefined {
  const words = Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
  return textOf(words.join(' '));
}

function genderOf(value: unknown): string | undefined {
  const gender = textOf(value);
  return gender && `${gender.slice(0, 1).toUpperCase()}${gender.slice(1)}`;
}

interface Address {
  use?: unknown;
  postalCode?: unknown;
}

function postcodeOf(value: unknown): string | undefined {
  const addresses = listOf<Address>(value).filter(({ use }) => use !== 'old');
  const home = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  return textOf(home?.postalCode);
}

function deceasedOf({ deceasedBoolean, deceasedDateTime }: Resource): PatientInput['deceased'] {
  const date = textOf(deceasedDateTime);
  if (date) return { date: date.slice(0, 10) };
  return deceasedBoolean === true ? {} : undefined;
}
