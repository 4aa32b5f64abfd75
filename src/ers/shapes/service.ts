import type { AgeRange, Service, Wait } from '../../domain/service.ts';
import { found, unreadableAt } from './reading.ts';
import {
  extensions,
  valueBoolean,
  valueCode,
  valueConcept,
  valueText,
  valueWhole,
} from './grouped.ts';
import {
  anyNumberOf,
  at,
  either,
  from,
  list,
  mapped,
  maybe,
  object,
  one,
  oneOf,
  oneOrNone,
  refined,
  text,
  wholeNumber,
  type Read,
} from './shape.ts';
import { serviceId } from './values.ts';

const codeIn = <const T extends string>(codes: readonly T[]) => refined(valueCode, oneOf(codes));

/** Days, or a word that stands for them. */
const wait = either(
  mapped(valueWhole, (days): Wait => ({ days })),
  mapped(valueCode, (code): Wait => ({ code })),
);

const bound = object({ value: wholeNumber, unit: oneOf(['YEARS', 'MONTHS']) });
const range = mapped(
  at('valueRange', object({ low: maybe(bound), high: maybe(bound) })),
  ({ low, high }) => toAgeRange(low, high),
);

const location = at(
  'valueReference',
  object({
    name: from('display', text),
    odsCode: from('identifier', maybe(at('value', text))),
  }),
);

const flows = refined(
  list(codeIn(['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'])),
  (codes) => (codes.length > 0 ? found(codes) : unreadableAt()),
);

/** Shown as a link, so nothing but an address of the web. */
const website = mapped(valueText, (url) => (/^https?:\/\//.test(url) ? url : undefined));

const summaryShape = extensions({
  name: from('serviceName', one(valueText)),
  specialty: one(valueConcept),
  location: one(location),
  bookableType: one(codeIn(['DIRECTLY_BOOKABLE', 'INDIRECTLY_BOOKABLE', 'UNSPECIFIED'])),
  flows: from('supportedRequestFlowType', flows),
  appointmentType: from('supportedAppointmentType', oneOrNone(valueCode)),
  sexTreated: from('genderTreated', one(valueCode)),
  ageTreated: oneOrNone(range),
  letterRequired: from('referralLetterRequired', one(valueBoolean)),
  treatmentWait: from('indicativeTreatmentWaitTime', oneOrNone(wait)),
  referrerAlert: oneOrNone(valueText),
  exclusions: oneOrNone(valueText),
  suggestedInvestigations: oneOrNone(valueText),
  conditionsTreated: oneOrNone(valueText),
  additionalRequirements: from('additionalRequirementSupported', anyNumberOf(valueCode)),
  website: from('linkToNHSWebsite', oneOrNone(website)),
});

const listItemShape = extensions({
  displayProminently: one(valueBoolean),
  distance: oneOrNone(valueWhole),
  wait: from('indicativeAppointmentWaitTime', one(wait)),
});

const FOUND = 'Extension-eRS-ServiceSearch-ListItem-1';
const SUMMARY = 'Extension-eRS-ServiceSummaryView-1';

/** One entry of a service search. A missing mandatory fact makes the whole list unreadable. */
export const serviceEntryShape = mapped(
  object({
    extension: extensions({ [FOUND]: one(at('extension', listItemShape)) }),
    item: object({
      identifier: at('value', serviceId),
      extension: extensions({ [SUMMARY]: one(at('extension', summaryShape)) }),
    }),
  }),
  ({ extension, item }): Service => ({
    id: item.identifier,
    ...item.extension[SUMMARY],
    ...extension[FOUND],
  }),
);

type Bound = Read<typeof bound>;

/** Bounds in two units are both told in months, so that one unit holds for the range. */
function toAgeRange(low: Bound | undefined, high: Bound | undefined): AgeRange {
  const unit = low && high && low.unit !== high.unit ? 'MONTHS' : ((low ?? high)?.unit ?? 'YEARS');
  const inUnit = (age: Bound | undefined): number | undefined =>
    age && age.value * (age.unit !== unit ? 12 : 1);
  return { low: inUnit(low), high: inUnit(high), unit };
}
