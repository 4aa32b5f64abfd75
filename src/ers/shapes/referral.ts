import type { Letter } from '../../domain/letter.ts';
import type { Referral, ReferralVersion } from '../../domain/referral.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { isOfSystem } from '../../fhir/identifiers.ts';
import { parseReference } from '../../fhir/references.ts';
import { appointmentShape, toAppointment, type ReadAppointment } from './appointment.ts';
import {
  containedShape,
  readContained,
  readLetters,
  readShortlist,
  type Contained,
  type ReadShortlist,
} from './contained.ts';
import {
  extensions,
  valueCoding,
  valueIdentifier,
  valueInstant,
  valuePriority,
  valueReference,
} from './grouped.ts';
import { found, unreadableAt, type Reading } from './reading.ts';
import { deriveState, stateShape } from './referral-state.ts';
import {
  anyNumberOf,
  at,
  either,
  from,
  maybe,
  oneOrNone,
  resourceOf,
  text,
  type Read,
} from './shape.ts';
import { concept, identifier, instant, ownVersion, subject, ubrn } from './values.ts';

const REQUEST_ID_SYSTEM = 'https://fhir.nhs.uk/Id/ers-request-id';
const ADVICE = 'CommunicationRequest';
const STATE = 'Extension-eRS-ReferralState-1';

/** Requests and samples say it so; the schema of the answer has `valueDateTime`. */
const valueInstantItself = at('valueInstant', instant);

const facts = extensions({
  priority: from('Extension-eRS-ReferralPriority-1', oneOrNone(valuePriority)),
  commissioningRuleOrganisation: from(
    'Extension-eRS-Commissioning-Rule-Org-1',
    oneOrNone(valueIdentifier),
  ),
  clinicalInfoFirstSubmitted: from(
    'Extension-eRS-ClinicalInfoFirstSubmitted-1',
    oneOrNone(valueInstant),
  ),
  clinicalInfoLastUpdated: from('Extension-eRS-ClinicalInfoLastUpdated-1', oneOrNone(valueInstant)),
  pathwayStart: from(
    'Extension-eRS-eReferralPathwayStart-1',
    oneOrNone(either(valueInstant, valueInstantItself)),
  ),
  additionalRequirements: from(
    'Extension-eRS-PatientAdditionalRequirement-1',
    anyNumberOf(valueCoding),
  ),
});

/** Its state, and what stands elsewhere: by a local name, but the appointment by its id in e-RS. */
const places = extensions({
  state: from(STATE, oneOrNone(stateShape)),
  shortlist: from('Extension-eRS-ReferralShortlist-1', oneOrNone(valueReference)),
  appointment: from('Extension-eRS-Appointment-1', oneOrNone(valueReference)),
  appointmentId: from('Extension-eRS-Appointment-Reference-1', oneOrNone(valueReference)),
});

const referralShape = resourceOf('ReferralRequest', {
  ubrn: from('id', ubrn),
  version: ownVersion<ReferralVersion>(),
  status: text,
  patient: from('subject', subject),
  specialty: maybe(concept),
  identifier: anyNumberOf(identifier),
  supportingInfo: anyNumberOf(at('reference', maybe(text))),
  contained: containedShape,
  facts: from('extension', facts),
  places: from('extension', places),
});

type ReadReferral = Read<typeof referralShape>;

export interface ReferralOptions {
  /** The version that the ETag tells, for a body without one. */
  etag?: ReferralVersion | undefined;
  /** Whether a referral without a state may be given the one its appointment implies. */
  derivesState: boolean | undefined;
}

/** A ReferralRequest in the words of the domain. */
export function readReferral(body: unknown, options: ReferralOptions): Reading<Referral> {
  const outer = referralShape(body);
  if (!outer.ok) return outer;
  const { contained, places: named } = outer.value;
  const letters = readLetters(contained);
  if (!letters.ok) return letters;
  const place = named.appointment ?? ownAppointment(contained);
  const appointment = readContained(appointmentShape, contained, place);
  if (!appointment.ok) return appointment;
  const shortlist = readShortlist(contained, named.shortlist);
  if (!shortlist.ok) return shortlist;
  return assemble(outer.value, options, {
    letters: letters.value,
    appointment: appointment.value,
    ...shortlist.value,
  });
}

interface Parts extends ReadShortlist {
  letters: readonly Letter[];
  appointment: ReadAppointment | undefined;
}

function assemble(
  read: ReadReferral,
  options: ReferralOptions,
  { appointment, ...parts }: Parts,
): Reading<Referral> {
  const { ubrn: own, patient, specialty, supportingInfo } = read;
  // The body's version wins over the ETag: it came with the very state that is shown.
  const versionRead = read.version ?? options.etag;
  if (!versionRead) return unreadableAt('meta.versionId');
  const derived = options.derivesState ? deriveState(read.status, appointment) : undefined;
  const state = read.places.state ?? derived;
  if (!state) return unreadableAt(`extension.${STATE}`);
  // Contained, its own id is a local name and none that e-RS would know.
  const id = parseReference(read.places.appointmentId ?? '')?.id;
  return found({
    ...read.facts,
    ...parts,
    ubrn: own,
    version: versionRead,
    patient,
    state,
    specialty,
    appointment: appointment && { ...toAppointment(appointment), id },
    // A pathway can span several UBRNs.
    related: ubrnsOf(supportingInfo, ['ReferralRequest', ADVICE]).filter((one) => one !== own),
    advice: ubrnsOf(supportingInfo, [ADVICE]),
    requestId: read.identifier.find((one) => isOfSystem(one, REQUEST_ID_SYSTEM))?.value,
  });
}

/** An appointment that no extension names still means that the referral has one. */
function ownAppointment(contained: Contained): string | undefined {
  const resource = contained.find(({ resourceType }) => resourceType === 'Appointment');
  return resource && `#${resource.id}`;
}

function ubrnsOf(places: readonly (string | undefined)[], types: readonly string[]): Ubrn[] {
  const ubrns = places.flatMap((place = '') => {
    const target = parseReference(place);
    return (target && types.includes(target.type) && parseUbrn(target.id)) || [];
  });
  return [...new Set(ubrns)];
}
