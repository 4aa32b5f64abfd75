import type { Dialect } from '../core/model.ts';
import type { Desks } from './desks.ts';
import { uploaded } from './desks.ts';
import { searching } from './error-codes/ask.ts';
import {
  create,
  createBody,
  criteria,
  identified,
  newUbrn,
  sessionCall,
  slots,
  snomed,
} from './hscn-caller.ts';
import { signIn } from './platform-caller.ts';
import type { Ask, Probes } from './probe.ts';

/** Over forty services have the clinician. */
const manyServices = searching(
  criteria([identified('namedClinician', '021600551160')], ['specialty', 'clinicType']),
);

async function unlinked({ referrer }: Desks): Promise<string> {
  return `/${await uploaded(referrer, await newUbrn(referrer), 'letter.pdf')}`;
}

const readUnlinked: Ask = async (desks) => desks.referrer.call(await unlinked(desks));

const readUnlinkedByRedirect: Ask = async (desks) =>
  signIn({ simulator: desks.simulator }).r4(await unlinked(desks));

const readByVersion: Ask = async ({ referrer }) =>
  referrer.call(`/ReferralRequest/${await newUbrn(referrer)}/_history/3`);

const takeRoleAgain: Ask = ({ simulator, referrer: { key } }) =>
  sessionCall(simulator, `/ProfessionalSession/${key}`, {
    method: 'PUT',
    body: {
      token: 'DEMO-SMARTCARD-TOKEN-1',
      permission: { businessFunction: 'REFERRING_CLINICIAN_ADMIN', orgIdentifier: 'Y99001' },
    },
    headers: { HTTP_X_SESSION_KEY: key },
  });

const inBoth: Probes = {
  searchCutAtFifty: { A010: manyServices },
  slotParametersChecked: {
    A015: ({ referrer }) => slots(referrer, { start: 'ge2026-10-20' }),
  },
  distanceInMiles: { A010: manyServices },
  searchFromPatient: { A010: manyServices },
  tiesByName: { A010: manyServices },
};

/** What is found, and what is refused to whoever names something. */
export const lookupProbes: Readonly<Record<Dialect, Probes>> = {
  hscn: {
    ...inBoth,
    historyOfReferral: { A005: readByVersion },
    platformCodesOverHscn: {
      A010: searching(criteria([snomed('1')])),
      A011: ({ referrer }) => create(referrer, createBody(['70001', '70001'])),
    },
    roleMayChange: { A002: takeRoleAgain },
    unlinkedFileForUploader: { A006: readUnlinked },
  },
  'api-platform': {
    ...inBoth,
    unlinkedFileForUploader: { A006: readUnlinked, A042: readUnlinkedByRedirect },
  },
};
