import type { Core } from './core.ts';
import type { Caller, Referral } from './model.ts';
import { referablePatient, responsibleClinician } from './people.ts';
import { uuid } from './random.ts';
import { refuse } from './refusal.ts';
import { checkCriteria } from './search-services.ts';
import type { WantedShortlist } from './shortlist.ts';
import {
  checkFlows,
  checkLetterIntent,
  checkShortlistSize,
  shortlistedServices,
} from './shortlist.ts';

const FIRST_VERSION = 3;
const YEAR = 365 * 86_400_000;

export interface NewReferral extends WantedShortlist {
  patient: string;
  referringClinician?: string | undefined;
  letterIntent: Referral['letterIntent'];
  /** When the clock of the pathway started; the platform takes one, at most a year back. */
  pathwayStart?: string | undefined;
  /** Sent for triage at once (A021): the shortlist is one triage service. */
  flow?: 'triage';
}

function accessCode(core: Core): string {
  const four = (): string => String(1_000 + Math.floor(core.random() * 9_000));
  return `${four()} ${four()} ${four()}`;
}

export function newUbrn(core: Core): string {
  return String(core.nextUbrn++).padStart(12, '0');
}

function checkPathwayStart(core: Core, pathwayStart: string | undefined): void {
  if (pathwayStart === undefined) return;
  const ago = core.clock.now() - Date.parse(pathwayStart);
  if (!(ago >= 0 && ago <= YEAR)) {
    refuse('INVALID_VALUE', 'eReferralPathwayStart', 'is not within the last 365 days.');
  }
}

function checkNew(core: Core, caller: Caller, wanted: NewReferral): void {
  checkShortlistSize(wanted.shortlist);
  const patient = referablePatient(core, wanted.patient);
  checkCriteria(core, wanted.criteria);
  const services = shortlistedServices(core, wanted, patient);
  if (wanted.flow !== 'triage') {
    checkFlows(caller, services);
    const plan = { letterIntent: wanted.letterIntent, hasLetter: false };
    checkLetterIntent(core, caller, { services, plan });
  }
  checkPathwayStart(core, wanted.pathwayStart);
}

/** A011; with `flow` triage the first half of A021. */
export function createReferral(core: Core, caller: Caller, wanted: NewReferral): Referral {
  const clinician = responsibleClinician(core, caller, wanted.referringClinician);
  checkNew(core, caller, wanted);
  const ubrn = newUbrn(core);
  const referral: Referral = {
    ubrn,
    requestId: uuid(core.random),
    version: FIRST_VERSION,
    state: 'NOT_BOOKED',
    patient: wanted.patient,
    priority: wanted.criteria.priority,
    shortlist: wanted.shortlist,
    criteria: wanted.criteria,
    ruleOrg: caller.odsCode,
    referringOrg: caller.odsCode,
    referringClinician: clinician,
    letterIntent: wanted.letterIntent,
    letters: [],
    otherAttachments: [],
    ...(wanted.pathwayStart !== undefined && { pathwayStart: wanted.pathwayStart }),
    accessCode: accessCode(core),
    history: [
      { at: core.clock.iso(), version: FIRST_VERSION, event: 'created', by: caller.userId },
    ],
  };
  core.referrals.set(ubrn, referral);
  return referral;
}
