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
  maybe,
  object,
  oneOrNone,
  resourceOf,
  text,
  type Read,
} from './shape.ts';
import { concept, identifier, instant, nhsNumber, ubrn, version } from './values.ts';

const APPOINTMENT = 'Extension-eRS-Appointment-1';
const SHORTLIST = 'Extension-eRS-ReferralShortlist-1';
const RULE_ORGANISATION = 'Extension-eRS-Commissioning-Rule-Org-1';
const FIRST_SUBMITTED = 'Extension-eRS-ClinicalInfoFirstSubmitted-1';
const LAST_UPDATED = 'Extension-eRS-ClinicalInfoLastUpdated-1';
const APPOINTMENT_ID = 'Extension-eRS-Appointment-Reference-1';
const PATHWAY_START = 'Extension-eRS-eReferralPathwayStart-1';
const REQUIREMENT = 'Extension-eRS-PatientAdditionalRequirement-1';
const REQUEST_ID_SYSTEM = 'https://fhir.nhs.uk/Id/ers-request-id';
const PRIORITY = 'Extension-eRS-ReferralPriority-1';
const STATE = 'Extension-eRS-ReferralState-1';

/** Requests and samples say it so; the schema of the answer has `valueDateTime`. */
const valueInstantItself = at('valueInstant', instant);

const referralShape = resourceOf('ReferralRequest', {
  id: ubrn,
  meta: maybe(object({ versionId: maybe(version) })),
  status: text,
  subject: at('identifier', at('value', nhsNumber)),
  specialty: maybe(concept),
  identifier: anyNumberOf(identifier),
  supportingInfo: anyNumberOf(at('reference', maybe(text))),
  contained: containedShape,
  extension: extensions({
    [APPOINTMENT]: oneOrNone(valueReference),
    [SHORTLIST]: oneOrNone(valueReference),
    [RULE_ORGANISATION]: oneOrNone(valueIdentifier),
    [FIRST_SUBMITTED]: oneOrNone(valueInstant),
    [LAST_UPDATED]: oneOrNone(valueInstant),
    [PRIORITY]: oneOrNone(valuePriority),
    [STATE]: oneOrNone(stateShape),
    [APPOINTMENT_ID]: oneOrNone(valueReference),
    [PATHWAY_START]: oneOrNone(either(valueInstant, valueInstantItself)),
    [REQUIREMENT]: anyNumberOf(valueCoding),
  }),
});

type ReadReferral = Read<typeof referralShape>;

export interface ReferralOptions {
  /** The version that the ETag tells, for a body without one. */
  etag: ReferralVersion | undefined;
  /** Whether a referral without a state may be given the one its appointment implies. */
  derivesState: boolean;
}

/** A ReferralRequest in the words of the domain. */
export function readReferral(body: unknown, options: ReferralOptions): Reading<Referral> {
  const outer = referralShape(body);
  if (!outer.ok) return outer;
  const { contained, extension } = outer.value;
  const letters = readLetters(contained);
  if (!letters.ok) return letters;
  const appointment = readContained(
    appointmentShape,
    contained,
    extension[APPOINTMENT] ?? ownAppointment(contained),
  );
  if (!appointment.ok) return appointment;
  const shortlist = readShortlist(contained, extension[SHORTLIST]);
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
  { letters, appointment, shortlist, criteria }: Parts,
): Reading<Referral> {
  // The body's version wins over the ETag: it came with the very state that is shown.
  const versionRead = read.meta?.versionId ?? options.etag;
  if (!versionRead) return unreadableAt('meta.versionId');
  const derived = options.derivesState ? deriveState(read.status, appointment) : undefined;
  const state = read.extension[STATE] ?? derived;
  if (!state) return unreadableAt(`extension.${STATE}`);
  return found({
    ubrn: read.id,
    version: versionRead,
    patient: read.subject,
    state,
    priority: read.extension[PRIORITY],
    specialty: read.specialty,
    shortlist,
    criteria,
    commissioningRuleOrganisation: read.extension[RULE_ORGANISATION],
    appointment: appointment && {
      ...toAppointment(appointment),
      // Contained, its own id is a local name and none that e-RS would know.
      id: parseReference(read.extension[APPOINTMENT_ID] ?? '')?.id,
    },
    letters,
    clinicalInfoFirstSubmitted: read.extension[FIRST_SUBMITTED],
    clinicalInfoLastUpdated: read.extension[LAST_UPDATED],
    related: otherUbrns(read),
    advice: ubrnsOf(read, ['CommunicationRequest']),
    pathwayStart: read.extension[PATHWAY_START],
    additionalRequirements: read.extension[REQUIREMENT],
    requestId: read.identifier.find((one) => isOfSystem(one, REQUEST_ID_SYSTEM))?.value,
  });
}

/** An appointment that no extension names still means that the referral has one. */
function ownAppointment(contained: Contained): string | undefined {
  const resource = contained.find(({ resourceType }) => resourceType === 'Appointment');
  return resource && `#${resource.id}`;
}

/** A pathway can span several UBRNs, of referrals and of advice requests. */
function otherUbrns(read: ReadReferral): Ubrn[] {
  const named = ubrnsOf(read, ['ReferralRequest', 'CommunicationRequest']);
  return named.filter((ubrn) => ubrn !== read.id);
}

function ubrnsOf({ supportingInfo }: ReadReferral, types: readonly string[]): Ubrn[] {
  const ubrns = supportingInfo.flatMap((reference) => {
    const target = parseReference(reference ?? '');
    const named = target && types.includes(target.type) ? parseUbrn(target.id) : undefined;
    return named ?? [];
  });
  return [...new Set(ubrns)];
}
