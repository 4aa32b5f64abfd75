import * as v from 'valibot';
import type { AgeRange, Service, Wait } from '../../domain/service.ts';
import { extensions, one, valueBoolean, valueConcept, valueText, valueWhole } from './grouped.ts';
import { maybe, serviceId, wholeNumber } from './values.ts';

const codeIn = <const T extends readonly string[]>(codes: T) =>
  v.pipe(
    valueConcept,
    v.transform(({ code }) => code),
    v.picklist(codes),
  );
const anyCode = v.pipe(
  valueConcept,
  v.transform(({ code }) => code),
);

/** Days, or a word that stands for them. */
const wait = v.union([
  v.pipe(
    valueWhole,
    v.transform((days): Wait => ({ days })),
  ),
  v.pipe(
    valueConcept,
    v.transform(({ code }): Wait => ({ code })),
  ),
]);

const bound = v.object({ value: wholeNumber, unit: v.picklist(['YEARS', 'MONTHS']) });
const range = v.pipe(
  v.object({ valueRange: v.object({ low: maybe(bound), high: maybe(bound) }) }),
  v.transform(({ valueRange: { low, high } }) => toAgeRange(low, high)),
);

const location = v.pipe(
  v.object({
    valueReference: v.object({
      display: v.string(),
      identifier: maybe(v.object({ value: v.string() })),
    }),
  }),
  v.transform(({ valueReference: { display, identifier } }) => ({
    name: display,
    odsCode: identifier?.value,
  })),
);

const summaryShape = v.object({
  extension: extensions({
    serviceName: one(valueText),
    specialty: one(valueConcept),
    location: one(location),
    bookableType: one(codeIn(['DIRECTLY_BOOKABLE', 'INDIRECTLY_BOOKABLE', 'UNSPECIFIED'])),
    supportedRequestFlowType: v.pipe(
      v.array(codeIn(['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'])),
      v.minLength(1),
    ),
    supportedAppointmentType: maybe(one(anyCode)),
    genderTreated: one(anyCode),
    ageTreated: maybe(one(range)),
    referralLetterRequired: one(valueBoolean),
    indicativeTreatmentWaitTime: maybe(one(wait)),
    referrerAlert: maybe(one(valueText)),
    exclusions: maybe(one(valueText)),
    suggestedInvestigations: maybe(one(valueText)),
    conditionsTreated: maybe(one(valueText)),
    additionalRequirementSupported: maybe(v.array(anyCode)),
    linkToNHSWebsite: maybe(one(valueText)),
  }),
});

const listItemShape = v.object({
  extension: extensions({
    displayProminently: one(valueBoolean),
    distance: maybe(one(valueWhole)),
    indicativeAppointmentWaitTime: one(wait),
  }),
});

/** One entry of a service search. A missing mandatory fact makes the whole list unreadable. */
export const serviceEntryShape = v.pipe(
  v.object({
    extension: extensions({ 'Extension-eRS-ServiceSearch-ListItem-1': one(listItemShape) }),
    item: v.object({
      identifier: v.object({ value: serviceId }),
      extension: extensions({ 'Extension-eRS-ServiceSummaryView-1': one(summaryShape) }),
    }),
  }),
  v.transform(({ extension, item }) =>
    toService(
      item.identifier.value,
      item.extension['Extension-eRS-ServiceSummaryView-1'].extension,
      extension['Extension-eRS-ServiceSearch-ListItem-1'].extension,
    ),
  ),
);

function toService(
  id: string,
  summary: v.InferOutput<typeof summaryShape>['extension'],
  found: v.InferOutput<typeof listItemShape>['extension'],
): Service {
  const { linkToNHSWebsite = '' } = summary;
  return {
    id,
    name: summary.serviceName,
    specialty: summary.specialty,
    location: summary.location,
    bookableType: summary.bookableType,
    flows: summary.supportedRequestFlowType,
    appointmentType: summary.supportedAppointmentType,
    sexTreated: summary.genderTreated,
    ageTreated: summary.ageTreated,
    letterRequired: summary.referralLetterRequired,
    wait: found.indicativeAppointmentWaitTime,
    treatmentWait: summary.indicativeTreatmentWaitTime,
    distance: found.distance,
    displayProminently: found.displayProminently,
    referrerAlert: summary.referrerAlert,
    exclusions: summary.exclusions,
    suggestedInvestigations: summary.suggestedInvestigations,
    conditionsTreated: summary.conditionsTreated,
    additionalRequirements: summary.additionalRequirementSupported ?? [],
    website: /^https?:\/\//.test(linkToNHSWebsite) ? linkToNHSWebsite : undefined,
  };
}

type Bound = v.InferOutput<typeof bound>;

/** Bounds in two units are both told in months, so that one unit holds for the range. */
function toAgeRange(low: Bound | undefined, high: Bound | undefined): AgeRange {
  const unit = low && high && low.unit !== high.unit ? 'MONTHS' : ((low ?? high)?.unit ?? 'YEARS');
  const inUnit = (age: Bound | undefined): number | undefined =>
    age && age.value * (age.unit !== unit ? 12 : 1);
  return { low: inUnit(low), high: inUnit(high), unit };
}
