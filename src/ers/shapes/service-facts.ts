import type { BookableType, RequestFlow } from '../../domain/service.ts';
import type { ServiceContact, ServiceFacts, ServiceVersion } from '../../domain/service-facts.ts';
import { extensions, valueConcept, valueText } from './grouped.ts';
import { listOrOne } from './search-results.ts';
import {
  anyNumberOf,
  at,
  flag,
  from,
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
    version: from('meta', at('versionId', text)),
    name: text,
    isActive: from('active', maybe(flag)),
    sites: from('location', anyNumberOf(site)),
    appointmentTypes: from('type', maybe(listOrOne(concept))),
    characteristic: anyNumberOf(concept),
    extension: extensions({
      hours: from('Extension-eRS-HoursOfOperation', oneOrNone(valueText)),
      instructions: from('Extension-eRS-ServiceInstructions', oneOrNone(valueText)),
      contacts: from('Extension-eRS-HealthcareService-Contact', anyNumberOf(contacts)),
    }),
  }),
  ({
    version,
    sites,
    appointmentTypes = [],
    characteristic,
    extension,
    ...facts
  }): ServiceFacts => {
    const codes = characteristic.map(({ code }) => code);
    return {
      ...facts,
      ...extension,
      version: version as ServiceVersion,
      sites: sites.filter((odsCode) => odsCode !== undefined),
      appointmentTypes,
      flows: codes.flatMap((code) => FLOWS.get(code) ?? []),
      bookableType: BOOKABLE_TYPES.find((one) => codes.includes(one)),
      contacts: extension.contacts.flat(),
    };
  },
);
