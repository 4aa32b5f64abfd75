import { PRIORITIES } from '../../domain/criteria.ts';
import { parseInstant } from '../../domain/instant.ts';
import type {
  AppointmentCancellationReason,
  ClinicType,
  PriorityConcept,
  ReferenceConcept,
  ReferralCancellationReason,
} from '../../domain/reference-list.ts';
import { extensions, properties, valueBoolean, valueInstant, valueInteger } from './grouped.ts';
import {
  anyNumberOf,
  at,
  from,
  list,
  mapped,
  object,
  one,
  oneOrNone,
  parsed,
  text,
  type Shape,
} from './shape.ts';

const FROM_DAY = 'Extension-eRS-EffectivefromDate-1';
const TO_DAY = 'Extension-eRS-EffectivetoDate-1';

const valueDay = at(
  'valueDate',
  parsed((day) => parseInstant(`${day}T00:00:00.000Z`)),
);

/** Over HSCN a specialty has its days in extensions and no properties (api-platform.md §6). */
const days = extensions({ [FROM_DAY]: oneOrNone(valueDay), [TO_DAY]: oneOrNone(valueDay) });

const moment = oneOrNone(valueInstant);

/** A concept with its time of validity and properties of its own, beside its code. */
function concept<const E extends Readonly<Record<string, Shape<unknown>>>>(own: E) {
  const shape = object({
    code: text,
    display: text,
    property: properties({ ...own, effectiveFrom: moment, effectiveTo: moment }),
    extension: days,
  });
  return mapped(shape, ({ code, display, property, extension }) => {
    const effectiveFrom = property.effectiveFrom ?? extension[FROM_DAY];
    const effectiveTo = property.effectiveTo ?? extension[TO_DAY];
    return { ...property, code, display, effectiveFrom, effectiveTo };
  });
}

const valueCode = at('valueCoding', at('code', text));

export const plainConcept: Shape<ReferenceConcept> = concept({});

export const clinicTypeConcept: Shape<ClinicType> = concept({ specialty: one(valueCode) });

const priorityConcept = mapped(
  concept({
    deferToProviderContactDays: oneOrNone(valueInteger),
    triageContactDays: oneOrNone(valueInteger),
  }),
  (read): PriorityConcept | undefined => {
    const code = PRIORITIES.find((priority) => priority === read.code);
    return code && { ...read, code };
  },
);

/** One that we do not know could not be chosen, as nothing here could say what it means. */
export const knownPriorities = mapped(list(priorityConcept), (priorities) =>
  priorities.filter((one) => one !== undefined),
);

const ofBothLists = {
  commentIsMandatory: one(valueBoolean),
  businessFunctions: from('businessFunction', anyNumberOf(valueCode)),
};

export const appointmentCancellationReason: Shape<AppointmentCancellationReason> = concept({
  ...ofBothLists,
  type: from('appointmentBookingCancellationReasonType', one(valueCode)),
  willCancelWholeRequest: oneOrNone(valueBoolean),
  usage: oneOrNone(valueCode),
});

export const referralCancellationReason: Shape<ReferralCancellationReason> = concept({
  ...ofBothLists,
  type: from('appointmentRequestCancellationReasonType', one(valueCode)),
  canCancelAppointment: one(valueBoolean),
  referrerUsage: oneOrNone(valueCode),
});
