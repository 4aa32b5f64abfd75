import type { Dialect } from '../core/model.ts';
import type { SwitchName } from '../core/switches.ts';
import type { Desks } from './desks.ts';
import { addLetter, bookedForReview, uploaded } from './desks.ts';
import { another } from './error-codes/ask.ts';
import type { Answer, Caller } from './hscn-caller.ts';
import { letter, link, newUbrn, read, sendTo } from './hscn-caller.ts';
import { signIn } from './platform-caller.ts';
import type { Ask } from './probe.ts';
import { conversation } from './stages.ts';

const site = 'http://localhost/referrals/FHIR';

async function staleLetter(caller: Caller, { ubrn, by }: { ubrn: string; by: Caller }) {
  const letters = [letter(await uploaded(by, ubrn, 'letter.pdf'))];
  return link(caller, { ubrn, version: 1, letters });
}

const afterOneChange: Ask = async ({ referrer }) => {
  const ubrn = await newUbrn(referrer);
  await addLetter(referrer, ubrn);
  return read(referrer, ubrn);
};

const lockedAndStale: Ask = async ({ referrer }) => {
  const ubrn = await newUbrn(referrer);
  await referrer.control('actions/lock-referral', { ubrn });
  return staleLetter(referrer, { ubrn, by: referrer });
};

const strangeAndStale: Ask = async (desks) => {
  const { referrer } = desks;
  const who = { number: 4, businessFunction: 'REFERRING_CLINICIAN', orgIdentifier: 'Y99002' };
  const stranger = await another(desks, who);
  return staleLetter(stranger, { ubrn: await newUbrn(referrer), by: referrer });
};

const inBoth: Readonly<Partial<Record<SwitchName, Ask>>> = {
  lockBeforeVersion: lockedAndStale,
  relationshipLast: strangeAndStale,
  versionStepsAsSampled: afterOneChange,
};

const neitherReadNorAllowed: Ask = ({ simulator }) =>
  sendTo(simulator, `${site}/STU3/CodeSystem/PRIORITY`, {
    headers: { Authorization: 'Bearer DEMO-CIS2-TOKEN-1', Accept: 'text/html' },
  });

const admin = {
  token: 'DEMO-CIS2-TOKEN-5',
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  orgIdentifier: 'XN1',
};
const unnamedClinician: Ask = ({ simulator }) =>
  signIn({ simulator, ...admin }).call('/CodeSystem/PRIORITY');

const downloadedTwice: Ask = async (desks) => {
  const { simulator } = desks;
  const ubrn = await bookedForReview(desks);
  const uuid = simulator.core.referrals.get(ubrn)?.letters[0]?.file.uuid;
  const { headers } = await signIn({ simulator }).r4(`/Binary/${uuid}`);
  const address = headers.get('Location') ?? '';
  await sendTo(simulator, address, {});
  return sendTo(simulator, address, {});
};

/** A026 has no 412 in its specification, so that the answer is not held to it. */
async function unconditional(desks: Desks): Promise<Answer> {
  const ubrn = await conversation(desks);
  const path = `/STU3/CommunicationRequest/${ubrn}/$ers.sendCommunicationToRequester`;
  return sendTo(desks.simulator, site + path, {
    method: 'POST',
    body: {},
    headers: {
      Authorization: 'Bearer DEMO-CIS2-TOKEN-3',
      'Content-Type': 'application/fhir+json',
      'NHSD-End-User-Organisation-ODS': 'XN1',
      'NHSD-eRS-Business-Function': 'SERVICE_PROVIDER_CLINICIAN',
    },
  });
}

/** One request for each switch that acts in many interactions alike. */
export const generalProbes: Readonly<Record<Dialect, typeof inBoth>> = {
  hscn: inBoth,
  'api-platform': {
    ...inBoth,
    downloadOnce: downloadedTwice,
    mediaTypeBeforeRole: neitherReadNorAllowed,
    missingIfMatchIs400: unconditional,
    unnamedClinicianIs403: unnamedClinician,
  },
};
