import * as v from 'valibot';
import { PRIORITIES } from '../../domain/criteria.ts';
import type { Letter } from '../../domain/letter.ts';
import type { Referral, ReferralVersion, ShortlistedService } from '../../domain/referral.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import { appointmentShape, toAppointment, type ReadAppointment } from './appointment.ts';
import {
  extensions,
  one,
  valueConcept,
  valueIdentifier,
  valueInstant,
  valueReference,
} from './grouped.ts';
import { letterShape } from './letter.ts';
import { found, readAs, unreadableAt, type Reading } from './reading.ts';
import { deriveState, stateShape } from './referral-state.ts';
import { criteriaShape } from './search-criteria.ts';
import { concept, maybe, nhsNumber, serviceId, ubrn, version } from './values.ts';

const APPOINTMENT = 'Extension-eRS-Appointment-1';
const SHORTLIST = 'Extension-eRS-ReferralShortlist-1';
const CRITERIA = 'Extension-eRS-Shortlist-SearchCriteria-1';
const RULE_ORGANISATION = 'Extension-eRS-Commissioning-Rule-Org-1';
const FIRST_SUBMITTED = 'Extension-eRS-ClinicalInfoFirstSubmitted-1';
const LAST_UPDATED = 'Extension-eRS-ClinicalInfoLastUpdated-1';
const PRIORITY = 'Extension-eRS-ReferralPriority-1';
const STATE = 'Extension-eRS-ReferralState-1';

const valuePriority = v.pipe(
  valueConcept,
  v.transform(({ code }) => code),
  v.picklist(PRIORITIES),
);

const referralShape = v.object({
  resourceType: v.literal('ReferralRequest'),
  id: ubrn,
  meta: maybe(v.object({ versionId: maybe(version) })),
  status: v.string(),
  subject: v.object({ identifier: v.object({ value: nhsNumber }) }),
  specialty: maybe(concept),
  supportingInfo: maybe(v.array(v.object({ reference: maybe(v.string()) }))),
  contained: maybe(v.array(v.looseObject({ resourceType: v.string(), id: maybe(v.string()) }))),
  extension: maybe(
    extensions({
      [APPOINTMENT]: maybe(one(valueReference)),
      [SHORTLIST]: maybe(one(valueReference)),
      [RULE_ORGANISATION]: maybe(one(valueIdentifier)),
      [FIRST_SUBMITTED]: maybe(one(valueInstant)),
      [LAST_UPDATED]: maybe(one(valueInstant)),
      [PRIORITY]: maybe(one(valuePriority)),
      [STATE]: maybe(one(stateShape)),
    }),
  ),
});

const shortlistShape = v.object({
  extension: maybe(extensions({ [CRITERIA]: maybe(one(valueReference)) })),
  entry: maybe(
    v.array(
      v.object({
        item: v.object({ display: maybe(v.string()), identifier: v.object({ value: serviceId }) }),
      }),
    ),
  ),
});

type ReadReferral = v.InferOutput<typeof referralShape>;
type Contained = NonNullable<ReadReferral['contained']>;

export interface ReferralOptions {
  /** The version that the ETag tells, for a body without one. */
  etag: ReferralVersion | undefined;
  /** Whether a referral without a state may be given the one its appointment implies. */
  derivesState: boolean;
}

/** A ReferralRequest in the words of the domain. */
export function readReferral(body: unknown, options: ReferralOptions): Reading<Referral> {
  const outer = readAs(referralShape, body);
  if (!outer.ok) return outer;
  const { contained = [], extension } = outer.value;
  const letters = readLetters(contained);
  if (!letters.ok) return letters;
  const appointment = readContained(
    appointmentShape,
    contained,
    extension?.[APPOINTMENT] ?? ownAppointment(contained),
  );
  if (!appointment.ok) return appointment;
  const shortlist = readContained(shortlistShape, contained, extension?.[SHORTLIST]);
  if (!shortlist.ok) return shortlist;
  const criteria = readContained(criteriaShape, contained, shortlist.value?.extension?.[CRITERIA]);
  if (!criteria.ok) return criteria;
  return assemble(outer.value, options, {
    letters: letters.value,
    appointment: appointment.value,
    shortlist: shortlist.value?.entry?.map(toShortlisted),
    criteria: criteria.value,
  });
}

interface Parts {
  letters: readonly Letter[];
  appointment: ReadAppointment | undefined;
  shortlist: readonly ShortlistedService[] | undefined;
  criteria: Referral['criteria'];
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
  const state = read.extension?.[STATE] ?? derived;
  if (!state) return unreadableAt(`extension.${STATE}`);
  return found({
    ubrn: read.id,
    version: versionRead,
    patient: read.subject.identifier.value,
    state,
    priority: read.extension?.[PRIORITY],
    specialty: read.specialty,
    shortlist,
    criteria,
    commissioningRuleOrganisation: read.extension?.[RULE_ORGANISATION],
    // Contained, its id is a local name and none that e-RS would know.
    appointment: appointment && { ...toAppointment(appointment), id: undefined },
    letters,
    clinicalInfoFirstSubmitted: read.extension?.[FIRST_SUBMITTED],
    clinicalInfoLastUpdated: read.extension?.[LAST_UPDATED],
    related: relatedTo(read),
  });
}

/** A named resource that is not there is a broken document: what it held must not just vanish. */
function readContained<const S extends v.GenericSchema>(
  shape: S,
  contained: Contained,
  reference: string | undefined,
): Reading<v.InferOutput<S> | undefined> {
  if (reference === undefined) return found(undefined);
  const index = contained.findIndex(({ id }) => id !== undefined && reference === `#${id}`);
  if (index < 0) return unreadableAt('contained');
  return readAs(shape, contained[index], `contained[${index}]`);
}

function readLetters(contained: Contained): Reading<Letter[]> {
  const letters: Letter[] = [];
  for (const [index, resource] of contained.entries()) {
    if (resource.resourceType !== 'DocumentReference') continue;
    const letter = readAs(letterShape, resource, `contained[${index}]`);
    if (!letter.ok) return letter;
    letters.push(letter.value);
  }
  return found(letters);
}

/** An appointment that no extension names still means that the referral has one. */
function ownAppointment(contained: Contained): string | undefined {
  const resource = contained.find(({ resourceType }) => resourceType === 'Appointment');
  return resource && `#${resource.id}`;
}

type ShortlistEntry = NonNullable<v.InferOutput<typeof shortlistShape>['entry']>[number];

function toShortlisted({ item }: ShortlistEntry): ShortlistedService {
  return { id: item.identifier.value, name: item.display };
}

/** A pathway can span several UBRNs, of referrals and of advice requests. */
function relatedTo({ id, supportingInfo = [] }: ReadReferral): Ubrn[] {
  const others = supportingInfo.flatMap(({ reference }) => {
    const target = parseReference(reference ?? '');
    const isRequest = target?.type === 'ReferralRequest' || target?.type === 'CommunicationRequest';
    const other = isRequest ? parseUbrn(target.id) : undefined;
    return other && other !== id ? [other] : [];
  });
  return [...new Set(others)];
}
