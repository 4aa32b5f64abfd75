import type { Dialect } from '../../core/model.ts';
import type { Desks } from '../desks.ts';
import { awaitingTriage, bookedForReview, fetchList, parametersOf, text } from '../desks.ts';
import type { Answer, Parameter } from '../hscn-caller.ts';
import {
  coding,
  create,
  createBody,
  criteria,
  defer,
  identified,
  newUbrn,
  search,
  slots,
  snomed,
  specialty,
} from '../hscn-caller.ts';
import type { Call } from '../hscn-caller.ts';
import type { SignIn } from '../platform-caller.ts';
import { signIn } from '../platform-caller.ts';
import { conversation } from '../stages.ts';
import type { Ask, Asks } from './ask.ts';
import { bookingAfter, reviewing, searching, searchingFor } from './ask.ts';

/** As the worklists take a code: within a concept. */
const asConcept = ({ name, valueCoding }: Parameter): Parameter => ({
  name,
  valueCodeableConcept: { coding: [valueCoding] },
});

const indicator = (name: string): Parameter =>
  asConcept(coding(`${name}AssignedIndicator`, 'eRS-AssignedIndicator-1', 'ASSIGNED'));

const listing =
  (...filter: Parameter[]): Ask =>
  ({ provider }) =>
    fetchList(provider, 'REFERRALS_FOR_REVIEW', filter);

const serviceOf = (value: string): Parameter => ({
  name: 'service',
  valueIdentifier: { system: 'http://fhir.nhs.net/Id/ers-service', value },
});
const siteOf = (value: string): Parameter => ({
  name: 'location',
  valueIdentifier: { system: 'https://directory.spineservices.nhs.uk/STU3/Organization', value },
});

const sensitive: Ask = async ({ referrer }) => {
  const ubrn = await newUbrn(referrer);
  await referrer.control('actions/make-record-sensitive', { nhsNumber: '9990123454' });
  return defer(referrer, { ubrn, version: 3 }, { reason: 'BOOKING_ATTEMPT_PROBLEM' });
};

const withoutLetter: Ask = async ({ referrer }) => {
  const ubrn = await newUbrn(referrer);
  return referrer.call(`/ReferralRequest/${ubrn}/$ers.generateCRI`, { method: 'POST' });
};

const actLater = parametersOf('eRS-cancelAppointmentActionLater-Operation-1', [
  text('comments', 'Rebook'),
]);

/** e-RS gives no cause for it, so that a fault has to say it; the appointment stays. */
const technicalError: Ask = async (desks) => {
  const fault = { operation: 'A022', kind: 'status', status: 422, ersCode: 'TECHNICAL_ERROR' };
  await desks.provider.control('faults', fault);
  const name = 'CancelAppointmentActionLater';
  return reviewing(bookedForReview, { name, body: actLater })(desks);
};

const ofHscn: Asks = {
  NO_SUCH_REQUEST: ({ referrer }) => referrer.call('/ReferralRequest/000000000009'),
  NO_SUCH_SERVICE: listing(serviceOf('1')),
  NO_SUCH_LOCATION: listing(siteOf('NOWHERE')),
  NO_SUCH_SPECIALTY: listing(indicator('specialty'), asConcept(specialty('NO_SUCH'))),
  NO_SUCH_CLINICIAN: listing(indicator('clinician'), identified('clinician', '000000000000')),
  NO_CLINICAL_INFO: withoutLetter,
  PATIENT_SENSITIVE: sensitive,
  TECHNICAL_ERROR: technicalError,
  REFERRAL_LOCKED: bookingAfter(({ referrer }, { ubrn }) =>
    referrer.control('actions/lock-referral', { ubrn }),
  ),
  VERSION_CONFLICT: bookingAfter(({ referrer }, { ubrn }) =>
    referrer.control('actions/change-referral', { ubrn }),
  ),
};

const r4 =
  (path: string, call: Call = {}, who: SignIn = {}): Ask =>
  ({ simulator }) =>
    signIn({ simulator, ...who }).r4(path, call);

const signedInAs =
  (who: SignIn): Ask =>
  ({ simulator }) =>
    signIn({ simulator, ...who }).call('/CodeSystem/PRIORITY');

const services = '/HealthcareService?_id=70001';

const injected =
  (operation: string, status: number, ask: Ask): Ask =>
  async (desks) => {
    await desks.referrer.control('faults', { operation, kind: 'status', status });
    return ask(desks);
  };

const scanned =
  (result: string, minutes: number): Ask =>
  async (desks) => {
    const { referrer } = desks;
    await referrer.control('actions/set-scanning', { result, minutes });
    const ubrn = await awaitingTriage(desks);
    const uuid = desks.simulator.core.referrals.get(ubrn)?.letters[0]?.file.uuid;
    return referrer.call(`/Binary/${uuid}`);
  };

async function answerUrgently(desks: Desks): Promise<Answer> {
  const ubrn = await conversation(desks);
  const body = parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', [
    text('guidance', 'Try the other cream'),
    coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', 'REQUIRE_FURTHER_INFORMATION'),
    coding('updatedPriority', 'eRS-Priority-1', 'TWO_WEEK_WAIT'),
  ]);
  const path = `/CommunicationRequest/${ubrn}/$ers.sendCommunicationToRequester`;
  return desks.provider.call(path, { body, headers: { 'If-Match': 'W/"1"' } });
}

/** No R4 operation takes a body, so that the specification has no 415 to hold the answer to. */
const wrongType: Ask = ({ simulator }) =>
  signIn({ simulator }).bare(`http://localhost/referrals/FHIR/R4${services}`, {
    headers: { Authorization: 'Bearer DEMO-CIS2-TOKEN-1', 'Content-Type': 'text/xml' },
  });

const anotherFile = '/Binary/00000000-0000-4000-8000-000000000000';

const ofPlatform: Asks = {
  MISSING_HEADER: ({ referrer }) => slots(referrer, {}, ''),
  NO_ACCESS: signedInAs({ token: 'DEMO-CIS2-TOKEN-1.AAL1' }),
  DUPLICATE_SERVICE: ({ referrer }) => create(referrer, createBody(['70001', '70001'])),
  SNOMED_NOT_FOUND: searching(criteria([snomed('1')])),
  REFERENCED_USER_IS_NOT_RC_AT_ORG: searchingFor(identified('referringClinician', '021600550316')),
  INVALID_FHIR_STRUCTURE: ({ referrer }) => search(referrer, { resourceType: 'Bundle' }),
  UNSUPPORTED_PRIORITY: answerUrgently,
  PENDING: scanned('AVAILABLE', 5),
  THREATS_FOUND: scanned('THREATS_FOUND', 0),
  VALIDATION_FAILED: scanned('VALIDATION_FAILED', 0),
  SYSTEM_UNAVAILABLE: injected('A004', 503, signedInAs({})),
  ACCESS_DENIED: r4('/PractitionerRole', {}, { token: 'DEMO-CIS2-TOKEN-99' }),
  REC_BAD_REQUEST: r4('/HealthcareService?_id=x'),
  REC_FORBIDDEN: r4(services, {}, { businessFunction: 'COMMISSIONER' }),
  REC_NOT_FOUND: r4(anotherFile),
  REC_NOT_ACCEPTABLE: r4(services, { headers: { Accept: 'text/html' } }),
  REC_UNSUPPORTED_MEDIA_TYPE: wrongType,
  TOO_MANY_REQUESTS: injected('A035', 429, r4(services)),
  REC_SERVER_ERROR: injected('A035', 500, r4(services)),
  REC_UNAVAILABLE: injected('A035', 503, r4(services)),
};

/** By the code that one dialect alone answers. */
export const inOne: Readonly<Record<Dialect, Asks>> = { hscn: ofHscn, 'api-platform': ofPlatform };
