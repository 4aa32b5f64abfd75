import type { BookableType, RequestFlow } from '../../domain/service.ts';
import type { ServiceContact, ServiceFacts, ServiceVersion } from '../../domain/service-facts.ts';
import { extensions, valueConcept, valueText } from './grouped.ts';
import { listOrOne } from './search-results.ts';
import {
  anyNumberOf,
  at,
  flag,
  mapped,
  maybe,
  object,
  oneOrNone,
  resourceOf,
  text,
} from './shape.ts';
import { concept, serviceId } from './values.ts';

/** R4 says in other words what a service search says. */
const FLOWS: ReadonlyMap<string, RequestFlow> = new Map([
  ['BOOKABLE', 'APPOINTMENT_REQUEST'],
  ['REVIEW', 'TRIAGE_REQUEST'],
  ['ADVICE_AND_GUIDANCE', 'ADVICE_AND_GUIDANCE_REQUEST'],
]);

const BOOKABLE_TYPES: readonly BookableType[] = ['DIRECTLY_BOOKABLE', 'INDIRECTLY_BOOKABLE'];

const HOURS = 'Extension-eRS-HoursOfOperation';
const INSTRUCTIONS = 'Extension-eRS-ServiceInstructions';
const CONTACT = 'Extension-eRS-HealthcareService-Contact';

const telecom = at('valueContactPoint', object({ system: text, value: text }));

const contacts = mapped(
  at('extension', extensions({ purpose: oneOrNone(valueConcept), telecom: anyNumberOf(telecom) })),
  ({ purpose, telecom: points }): ServiceContact[] =>
    points.map(({ system: kind, value }) => ({ purpose, kind, value })),
);

const site = at('identifier', maybe(at('value', maybe(text))));

/** The HealthcareService of R4. */
export const serviceFactsShape = mapped(
  resourceOf('HealthcareService', {
    id: serviceId,
    meta: at('versionId', text),
    name: text,
    active: maybe(flag),
    location: anyNumberOf(site),
    type: maybe(listOrOne(concept)),
    characteristic: anyNumberOf(concept),
    extension: extensions({
      [HOURS]: oneOrNone(valueText),
      [INSTRUCTIONS]: oneOrNone(valueText),
      [CONTACT]: anyNumberOf(contacts),
    }),
  }),
  ({
    id,
    meta: version,
    name,
    active,
    location,
    type,
    characteristic,
    extension,
  }): ServiceFacts => {
    const codes = characteristic.map(({ code }) => code);
    return {
      id,
      version: version as ServiceVersion,
      name,
      isActive: active,
      sites: location.filter((odsCode) => odsCode !== undefined),
      flows: codes.flatMap((code) => FLOWS.get(code) ?? []),
      bookableType: BOOKABLE_TYPES.find((one) => codes.includes(one)),
      appointmentTypes: type ?? [],
      hours: extension[HOURS],
      instructions: extension[INSTRUCTIONS],
      contacts: extension[CONTACT].flat(),
    };
  },
);
