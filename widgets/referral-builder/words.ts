import { html, type TemplateResult } from 'lit';
import type { LoadState, ReferenceLists } from '../../src/flows/find-services.ts';
import type { Coded, Priority, SearchCriteria } from '../../src/domain/criteria.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { AgeRange, Service, Wait, WayToBook } from '../../src/domain/service.ts';
import { wayToBook } from '../../src/domain/service.ts';
import { formatUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { counted } from '../../src/ui/format.ts';
import { kindName, PRIORITY_NAMES, priorityInFull } from '../../src/ui/referral-words.ts';

/** Of a referral or a search. */
export function priorityWords(priority: Priority | undefined): string {
  return priority ? priorityInFull(priority) : 'Not recorded';
}

export const NONE_GIVEN = 'None given by the service';

const WAITS: Record<string, string> = {
  LIMITED_AVAILABILITY: 'Limited availability',
  NOT_APPLICABLE: 'Not given: triage',
  LOW: 'Low capacity',
};

export function waitWords(wait: Wait | undefined): string {
  if (!wait) return 'Not given';
  return 'days' in wait ? counted(wait.days, 'day') : (WAITS[wait.code] ?? wait.code);
}

export function distanceWords(miles: number | undefined): string {
  return miles === undefined ? 'Not given' : counted(miles, 'mile');
}

const WAYS: Record<WayToBook, string> = {
  'book-here': 'Book here now',
  'patient-phones': 'Patient phones to book',
  triage: 'Triage: the service reviews it first',
  'not-bookable': 'Cannot be booked: advice only',
};

export function wayWords(service: Service): string {
  return WAYS[wayToBook(service)];
}

export function letterWords(service: Service): string {
  return service.letterRequired ? 'Needed' : 'Not needed';
}

const SEXES: Record<string, string> = {
  MALE: 'Male',
  FEMALE: 'Female',
  MALE_AND_FEMALE: 'Male and female',
};

export function treatedWords({ sexTreated, ageTreated }: Service): string {
  return `${SEXES[sexTreated] ?? sexTreated}, ${ageWords(ageTreated)}`;
}

/** From this age on an upper limit is none: a service writes 120 where it has no limit. */
const NO_UPPER_LIMIT = { YEARS: 110, MONTHS: 1320 };

function ageWords(range: AgeRange | undefined): string {
  if (!range || (range.low === undefined && range.high === undefined)) return 'age not given';
  const unit = range.unit === 'MONTHS' ? ' months' : '';
  const { low = 0, high = Infinity } = range;
  const open = high >= NO_UPPER_LIMIT[range.unit === 'MONTHS' ? 'MONTHS' : 'YEARS'];
  if (open) return low === 0 ? 'all ages' : `${low}${unit} and over`;
  return low === 0 ? `up to ${high}${unit}` : `${low} to ${high}${unit}`;
}

export function kindWords({ appointmentType }: Service): string {
  return appointmentType ? kindName(appointmentType) : 'Not given';
}

const SUPPORT: Record<string, string> = {
  TRANSPORT: 'transport',
  INTERPRETER: 'interpreter',
  ADVOCACY: 'advocacy',
};

export function supportWords({ additionalRequirements }: Service): string {
  const words = additionalRequirements.map((code) => SUPPORT[code] ?? code).join(', ');
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : NONE_GIVEN;
}

/** `Cardiology, Arrhythmia`: what was looked for, without the rest. */
export function subjectWords(criteria: SearchCriteria, names: ListNames = NO_NAMES): string {
  const { specialty, clinicType, clinicalTerm, namedClinician } = criteria;
  return [
    specialty && names(specialty),
    clinicType && names(clinicType),
    clinicalTerm && NO_NAMES(clinicalTerm),
    namedClinician && NO_NAMES(namedClinician),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a code is called; e-RS often sends the code alone. */
export type ListNames = (coded: Coded) => string;

const NO_NAMES: ListNames = ({ code, display }) => display ?? code;

/** By the reference lists, where they have been read; else as it came. */
export function listNames(lists: LoadState<ReferenceLists>): ListNames {
  if (lists.status !== 'ready') return NO_NAMES;
  const { specialties, clinicTypes } = lists.value;
  const known = new Map(
    [...specialties, ...clinicTypes].map(({ code, display }) => [code, display]),
  );
  return ({ code, display }) => display ?? known.get(code) ?? code;
}

/** `Urgent, Cardiology, Arrhythmia, within 25 miles of NM3 8RB, for this patient’s age and sex`. */
export function criteriaWords(criteria: SearchCriteria): string {
  const { distanceLimit, postcode, waitLimit } = criteria;
  return [
    PRIORITY_NAMES[criteria.priority],
    subjectWords(criteria),
    postcode && distanceLimit && `within ${counted(distanceLimit, 'mile')} of ${postcode}`,
    postcode && !distanceLimit && `distances from ${postcode}`,
    waitLimit !== undefined && `a wait of no more than ${counted(waitLimit, 'day')}`,
    criteria.ageAndGenderAppropriate && 'for this patient’s age and sex',
  ]
    .filter(Boolean)
    .join(', ');
}

export function lettersWords({ letters }: Pick<Referral, 'letters'>): string {
  return letters.length === 0 ? 'None attached' : `Attached, ${counted(letters.length, 'file')}`;
}

/** A UBRN whose groups never stand on two lines. */
export function ubrnTogether(ubrn: Ubrn): TemplateResult {
  return html`<span class="ui-number">${formatUbrn(ubrn)}</span>`;
}
