import type { Bundle, BundleEntry, FhirResource } from 'fhir/r3';
import type { AdviceRequest } from '../../core/advice.ts';
import { uuid } from '../../core/random.ts';
import { readAdvice } from '../../core/read-advice.ts';
import { refuse } from '../../core/refusal.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';
import { filesBeside, rolesBeside, writeCommunication } from '../communication.ts';

const basedOn = /^CommunicationRequest\/(\d{12})\/_history\/(\d+)$/;

/** The second is misspelt in e-RS itself. */
const includes = {
  requester: 'Communication:requester-practitionerrole:PractitionerRole',
  sender: 'Communication:sender-practitionerrole:PractionerRole',
  files: 'Communication:content-reference:DocumentReference',
} as const;

function adviceAsked({ core, caller, url }: Exchange): AdviceRequest {
  const reference = url.searchParams.get('based-on');
  if (!reference) return refuse('MISSING_PARAMETER', 'based-on', 'is missing.');
  const [, ubrn, version] = basedOn.exec(reference) ?? [];
  if (!ubrn) return refuse('INVALID_VALUE', 'based-on', 'names no advice request and version.');
  const advice = readAdvice(core, caller, ubrn);
  if (String(advice.version) !== version) {
    refuse('HISTORY_NOT_SUPPORTED', 'based-on', 'may only name the current version.');
  }
  return advice;
}

function wantedIncludes({ url }: Exchange): ReadonlySet<string> {
  const wanted = url.searchParams.getAll('_include');
  const unknown = wanted.find((one) => !Object.values<string>(includes).includes(one));
  if (unknown) refuse('INVALID_VALUE', '_include', `is not one that e-RS has: ${unknown}.`);
  return new Set(wanted);
}

function entry(exchange: Exchange, resource: FhirResource, mode: 'match' | 'include'): BundleEntry {
  const { resourceType, id = '' } = resource;
  return { fullUrl: `${exchange.variant.base}/${resourceType}/${id}`, resource, search: { mode } };
}

/** What the messages point to, as far as it was asked for. */
function included(exchange: Exchange, { messages }: AdviceRequest): FhirResource[] {
  const wanted = wantedIncludes(exchange);
  const withRoles = wanted.has(includes.requester) || wanted.has(includes.sender);
  return [
    ...(withRoles ? rolesBeside(messages) : []),
    ...(wanted.has(includes.files) ? filesBeside(exchange, messages) : []),
  ];
}

function conversation(exchange: Exchange, advice: AdviceRequest): Bundle {
  const { core, variant, url } = exchange;
  // e-RS promises no order: a client has to sort by `sent`.
  const { newestMessageFirst } = core.switches;
  const messages = newestMessageFirst ? advice.messages.toReversed() : advice.messages;
  return {
    id: uuid(core.random),
    meta: {
      lastUpdated: core.clock.iso(),
      profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'],
    },
    resourceType: 'Bundle',
    type: 'searchset',
    total: messages.length,
    link: [{ relation: 'self', url: `${variant.base}/Communication${url.search}` }],
    entry: [
      ...messages.map((one) => entry(exchange, writeCommunication(advice, one), 'match')),
      ...included(exchange, advice).map((one) => entry(exchange, one, 'include')),
    ],
  };
}

export const retrieveAdviceConversation: Interaction = {
  id: 'A025',
  method: 'GET',
  on: onBoth({ paths: ['/Communication'], roles: clinicalRoles }),
  answer: (exchange) => fhirJson(conversation(exchange, adviceAsked(exchange)), 200),
};
