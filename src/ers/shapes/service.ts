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

const location = mapped(
  at('valueReference', object({ display: text, identifier: maybe(at('value', text)) })),
  ({ display: name, identifier: odsCode }) => ({ name, odsCode }),
);

const flows = refined(
  list(codeIn(['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'])),
  (codes) => (codes.length > 0 ? found(codes) : unreadableAt()),
);

const summaryShape = extensions({
  serviceName: one(valueText),
  specialty: one(valueConcept),
  location: one(location),
  bookableType: one(codeIn(['DIRECTLY_BOOKABLE', 'INDIRECTLY_BOOKABLE', 'UNSPECIFIED'])),
  supportedRequestFlowType: flows,
  supportedAppointmentType: oneOrNone(valueCode),
  genderTreated: one(valueCode),
  ageTreated: oneOrNone(range),
  referralLetterRequired: one(valueBoolean),
  indicativeTreatmentWaitTime: oneOrNone(wait),
  referrerAlert: oneOrNone(valueText),
  exclusions: oneOrNone(valueText),
  suggestedInvestigations: oneOrNone(valueText),
  conditionsTreated: oneOrNone(valueText),
  additionalRequirementSupported: anyNumberOf(valueCode),
  linkToNHSWebsite: oneOrNone(valueText),
});

const listItemShape = extensions({
  displayProminently: one(valueBoolean),
  distance: oneOrNone(valueWhole),
  indicativeAppointmentWaitTime: one(wait),
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
  ({ extension, item }) => toService(item.identifier, item.extension[SUMMARY], extension[FOUND]),
);

/** The fields that e-RS names otherwise; the rest go by its own names. */
function toService(
  id: string,
  {
    serviceName: name,
    supportedRequestFlowType,
    supportedAppointmentType: appointmentType,
    genderTreated: sexTreated,
    referralLetterRequired: letterRequired,
    indicativeTreatmentWaitTime: treatmentWait,
    additionalRequirementSupported: additionalRequirements,
    linkToNHSWebsite = '',
    ...summary
  }: Read<typeof summaryShape>,
  { indicativeAppointmentWaitTime, ...inList }: Read<typeof listItemShape>,
): Service {
  return {
    ...summary,
    ...inList,
    id,
    name,
    flows: supportedRequestFlowType,
    appointmentType,
    sexTreated,
    letterRequired,
    wait: indicativeAppointmentWaitTime,
    treatmentWait,
    additionalRequirements,
    website: /^https?:\/\//.test(linkToNHSWebsite) ? linkToNHSWebsite : undefined,
  };
}

type Bound = Read<typeof bound>;

/** Bounds in two units are both told in months, so that one unit holds for the range. */
function toAgeRange(low: Bound | undefined, high: Bound | undefined): AgeRange {
  const unit = low && high && low.unit !== high.unit ? 'MONTHS' : ((low ?? high)?.unit ?? 'YEARS');
  const inUnit = (age: Bound | undefined): number | undefined =>
    age && age.value * (age.unit !== unit ? 12 : 1);
  return { low: inUnit(low), high: inUnit(high), unit };
}
