import * as v from 'valibot';
import type { BookableType, RequestFlow } from '../../domain/service.ts';
import type { ServiceContact, ServiceFacts, ServiceVersion } from '../../domain/service-facts.ts';
import { extensions, one, valueConcept, valueText } from './grouped.ts';
import { listOrOne } from './search-results.ts';
import { concept, maybe, serviceId } from './values.ts';

/** R4 says in other words what a service search says. */
const FLOWS: Readonly<Record<string, RequestFlow>> = {
  BOOKABLE: 'APPOINTMENT_REQUEST',
  REVIEW: 'TRIAGE_REQUEST',
  ADVICE_AND_GUIDANCE: 'ADVICE_AND_GUIDANCE_REQUEST',
};

const BOOKABLE_TYPES: readonly BookableType[] = ['DIRECTLY_BOOKABLE', 'INDIRECTLY_BOOKABLE'];

const HOURS = 'Extension-eRS-HoursOfOperation';
const INSTRUCTIONS = 'Extension-eRS-ServiceInstructions';
const CONTACT = 'Extension-eRS-HealthcareService-Contact';

const telecom = v.pipe(
  v.object({ valueContactPoint: v.object({ system: v.string(), value: v.string() }) }),
  v.transform(({ valueContactPoint: { system, value } }) => ({ kind: system, value })),
);

const contacts = v.pipe(
  v.object({
    extension: extensions({ purpose: maybe(one(valueConcept)), telecom: maybe(v.array(telecom)) }),
  }),
  v.transform(({ extension: { purpose, telecom: points = [] } }): ServiceContact[] =>
    points.map((point) => ({ purpose, ...point })),
  ),
);

/** The HealthcareService of R4. */
export const serviceFactsShape = v.pipe(
  v.object({
    resourceType: v.literal('HealthcareService'),
    id: serviceId,
    meta: v.object({ versionId: v.string() }),
    name: v.string(),
    active: maybe(v.boolean()),
    location: maybe(v.array(v.object({ identifier: maybe(v.object({ value: v.string() })) }))),
    type: maybe(listOrOne(concept)),
    characteristic: maybe(v.array(concept)),
    extension: maybe(
      extensions({
        [HOURS]: maybe(one(valueText)),
        [INSTRUCTIONS]: maybe(one(valueText)),
        [CONTACT]: maybe(v.array(contacts)),
      }),
    ),
  }),
  v.transform((read): ServiceFacts => {
    const { location = [], characteristic = [], extension } = read;
    const codes = characteristic.map(({ code }) => code);
    return {
      id: read.id,
      version: read.meta.versionId as ServiceVersion,
      name: read.name,
      isActive: read.active,
      sites: location.flatMap(({ identifier }) => identifier?.value ?? []),
      flows: codes.flatMap((code) => (Object.hasOwn(FLOWS, code) ? (FLOWS[code] ?? []) : [])),
      bookableType: BOOKABLE_TYPES.find((type) => codes.includes(type)),
      appointmentTypes: read.type ?? [],
      hours: extension?.[HOURS],
      instructions: extension?.[INSTRUCTIONS],
      contacts: extension?.[CONTACT]?.flat() ?? [],
    };
  }),
);
