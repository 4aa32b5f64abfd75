import type { Coded, SearchCriteria } from '../domain/criteria.ts';
import type { Patient } from '../domain/patient.ts';
import type { Problem, ProblemReason } from '../domain/problem.ts';
import { actsForClinician, parseSdsUserId, type Role } from '../domain/user.ts';
import type { ServiceSearch } from '../ers/verbs/referring.ts';
import type {
  CriteriaDraft,
  CriteriaError,
  CriteriaField,
  ReferenceLists,
} from './find-services.ts';

export interface CriteriaSetting {
  patient: Patient;
  role: Role;
  /** For the names of codes; absent while they load. */
  lists?: ReferenceLists | undefined;
}

export type CriteriaCheck =
  { ok: true; search: ServiceSearch } | { ok: false; errors: readonly CriteriaError[] };

const SNOMED_CT = /^\d{6,18}$/;
const WHOLE_NUMBER = /^\d+$/;

/** Reads the draft as a search, or says field by field what is missing. */
export function checkCriteria(draft: CriteriaDraft, setting: CriteriaSetting): CriteriaCheck {
  const { priority } = draft;
  const errors = [
    ...whatErrors(draft),
    ...missing('priority', priority),
    ...whereErrors(draft),
    ...whoErrors(draft, setting.role),
  ];
  if (errors.length > 0 || !priority) return { ok: false, errors };
  const { patient, role } = setting;
  return {
    ok: true,
    search: {
      patient: patient.nhsNumber,
      criteria: { ...criteriaOf(draft, setting), priority },
      sortBy: draft.sortBy,
      referringClinician: actsForClinician(role)
        ? parseSdsUserId(draft.referringClinician?.sdsUserId ?? '')
        : undefined,
    },
  };
}

/** Equal for two searches that ask e-RS the same, whatever names their codes carry. */
export function searchKey(search: ServiceSearch): string {
  return JSON.stringify(search, (name, value: unknown) => (name === 'display' ? undefined : value));
}

function missing(field: CriteriaField, value: unknown): CriteriaError[] {
  return value ? [] : [{ field, error: 'missing' }];
}

function whatErrors(draft: CriteriaDraft): CriteriaError[] {
  const { findBy, specialty, clinicType, clinicalTerm, namedClinician } = draft;
  if (findBy === 'specialty') {
    return [...missing('specialty', specialty), ...missing('clinicType', clinicType)];
  }
  if (findBy === 'clinical-term') {
    return codeErrors('clinicalTerm', clinicalTerm?.code, (code) => SNOMED_CT.test(code));
  }
  return codeErrors('namedClinician', namedClinician?.code, isSdsUserId);
}

function whereErrors({ distance, postcode, waitLimit, priority }: CriteriaDraft): CriteriaError[] {
  const errors: CriteriaError[] = [];
  if (distance !== undefined && !postcode.trim()) {
    errors.push({ field: 'postcode', error: 'needs-postcode' });
  }
  const isUsed = priority !== 'TWO_WEEK_WAIT' && waitLimit.trim() !== '';
  if (isUsed && !WHOLE_NUMBER.test(waitLimit.trim())) {
    errors.push({ field: 'waitLimit', error: 'not-a-whole-number' });
  }
  return errors;
}

function whoErrors({ referringClinician }: CriteriaDraft, role: Role): CriteriaError[] {
  if (!actsForClinician(role)) return [];
  return codeErrors('referringClinician', referringClinician?.sdsUserId, isSdsUserId);
}

function codeErrors(
  field: CriteriaField,
  code: string | undefined,
  isRight: (code: string) => boolean,
): CriteriaError[] {
  if (!code?.trim()) return [{ field, error: 'missing' }];
  return isRight(code.trim()) ? [] : [{ field, error: 'wrong-code' }];
}

function isSdsUserId(code: string): boolean {
  return parseSdsUserId(code) !== undefined;
}

function criteriaOf(
  draft: CriteriaDraft,
  { lists }: CriteriaSetting,
): Omit<SearchCriteria, 'priority'> {
  const { findBy } = draft;
  const waitLimit = draft.priority === 'TWO_WEEK_WAIT' ? '' : draft.waitLimit.trim();
  const bySpecialty = findBy === 'specialty';
  return {
    specialty: bySpecialty ? named(draft.specialty, lists?.specialties) : undefined,
    clinicType: bySpecialty ? named(draft.clinicType, lists?.clinicTypes) : undefined,
    clinicalTerm: findBy === 'clinical-term' ? trimmed(draft.clinicalTerm) : undefined,
    namedClinician: findBy === 'named-clinician' ? clinician(draft.namedClinician) : undefined,
    postcode: draft.postcode.trim() || undefined,
    distanceLimit: draft.distance,
    waitLimit: waitLimit ? Number(waitLimit) : undefined,
    ageAndGenderAppropriate: draft.ageAndGenderAppropriate,
  };
}

function named(code: string | undefined, list: readonly Coded[] | undefined): Coded | undefined {
  return code ? { code, display: list?.find((each) => each.code === code)?.display } : undefined;
}

function trimmed(coded: Coded | undefined): Coded | undefined {
  return coded && { ...coded, code: coded.code.trim() };
}

function clinician(coded: Coded | undefined): Coded | undefined {
  return coded && { ...coded, code: parseSdsUserId(coded.code) ?? coded.code };
}

/** The names that e-RS has for the fields of the form. */
const FIELDS: Readonly<Record<string, CriteriaField>> = {
  specialty: 'specialty',
  clinicType: 'clinicType',
  clinicalTerm: 'clinicalTerm',
  namedClinician: 'namedClinician',
  priority: 'priority',
  postcode: 'postcode',
  distanceLimit: 'distance',
  indicativeAppointmentWaitTimeLimit: 'waitLimit',
  referringClinician: 'referringClinician',
};

/** Codes of e-RS that can only mean one field. */
const FIELD_OF_REASON: Readonly<Partial<Record<ProblemReason, CriteriaField>>> = {
  'clinical-term-unknown': 'clinicalTerm',
  'clinician-not-provider': 'namedClinician',
  'clinician-not-referring': 'referringClinician',
  'clinician-not-in-organisation': 'referringClinician',
};

/** The field of the form that e-RS refused, where it named one. */
export function refusedField({ reason, field, source }: Problem): CriteriaField | undefined {
  if (source !== 'e-rs') return undefined;
  const words = field?.split(/[^A-Za-z]+/) ?? [];
  const name = words.reverse().find((word) => word in FIELDS);
  return name === undefined ? FIELD_OF_REASON[reason] : FIELDS[name];
}
