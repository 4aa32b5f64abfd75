import * as v from 'valibot';
import { PRIORITIES } from '../../domain/criteria.ts';
import type { Instant } from '../../domain/instant.ts';
import type {
  AppointmentCancellationReason,
  ClinicType,
  PriorityConcept,
  ReferenceConcept,
  ReferralCancellationReason,
} from '../../domain/reference-list.ts';
import {
  extensions,
  one,
  properties,
  valueBoolean,
  valueCoding,
  valueInstant,
  valueInteger,
} from './grouped.ts';
import { instant, maybe } from './values.ts';

/** A concept with its time of validity and properties of its own, beside its code. */
function concept<const E extends v.ObjectEntries>(own: E) {
  return v.object({
    code: v.string(),
    display: v.string(),
    property: properties({
      effectiveFrom: maybe(one(valueInstant)),
      effectiveTo: maybe(one(valueInstant)),
      ...own,
    }),
  });
}

const valueCode = v.pipe(
  valueCoding,
  v.transform(({ code }) => code),
);
const anyNumberOfCodes = v.optional(v.array(valueCode), []);

export const plainConcept = v.pipe(
  concept({}),
  v.transform(({ property, ...named }): ReferenceConcept => ({ ...named, ...property })),
);

const valueDay = v.pipe(
  v.object({ valueDate: v.string() }),
  v.transform(({ valueDate }) => `${valueDate}T00:00:00.000Z`),
  instant,
);

/** Over HSCN a specialty has its days in extensions and no properties (api-platform.md §6). */
export const specialtyConcept = v.pipe(
  v.object({
    ...concept({}).entries,
    extension: maybe(
      extensions({
        'Extension-eRS-EffectivefromDate-1': maybe(one(valueDay)),
        'Extension-eRS-EffectivetoDate-1': maybe(one(valueDay)),
      }),
    ),
  }),
  v.transform(({ code, display, extension, property }): ReferenceConcept => {
    const day = (name: 'from' | 'to'): Instant | undefined =>
      extension?.[`Extension-eRS-Effective${name}Date-1`];
    const effectiveFrom = property.effectiveFrom ?? day('from');
    return { code, display, effectiveFrom, effectiveTo: property.effectiveTo ?? day('to') };
  }),
);

export const clinicTypeConcept = v.pipe(
  concept({ specialty: one(valueCode) }),
  v.transform(({ property, ...named }): ClinicType => ({ ...named, ...property })),
);

const priorityConcept = v.pipe(
  concept({
    deferToProviderContactDays: maybe(one(valueInteger)),
    triageContactDays: maybe(one(valueInteger)),
  }),
  v.transform(({ code, display, property }): PriorityConcept | undefined => {
    const known = PRIORITIES.find((priority) => priority === code);
    return known && { code: known, display, ...property };
  }),
);

/** One that we do not know could not be chosen, as nothing here could say what it means. */
export const knownPriorities = v.pipe(
  v.array(priorityConcept),
  v.transform((priorities) => priorities.filter((one) => one !== undefined)),
);

export const appointmentCancellationReason = v.pipe(
  concept({
    appointmentBookingCancellationReasonType: one(valueCode),
    willCancelWholeRequest: one(valueBoolean),
    commentIsMandatory: one(valueBoolean),
    businessFunction: anyNumberOfCodes,
    usage: maybe(one(valueCode)),
  }),
  v.transform(({ property, ...named }): AppointmentCancellationReason => {
    const {
      appointmentBookingCancellationReasonType: type,
      businessFunction: businessFunctions,
      ...rest
    } = property;
    return { ...named, ...rest, type, businessFunctions };
  }),
);

export const referralCancellationReason = v.pipe(
  concept({
    appointmentRequestCancellationReasonType: one(valueCode),
    commentIsMandatory: one(valueBoolean),
    canCancelAppointment: one(valueBoolean),
    businessFunction: anyNumberOfCodes,
    referrerUsage: maybe(one(valueCode)),
  }),
  v.transform(({ property, ...named }): ReferralCancellationReason => {
    const {
      appointmentRequestCancellationReasonType: type,
      businessFunction: businessFunctions,
      ...rest
    } = property;
    return { ...named, ...rest, type, businessFunctions };
  }),
);
