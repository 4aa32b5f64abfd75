import type { Core } from './core.ts';
import type { Caller, Patient, Referral, SearchCriteria, Service } from './model.ts';
import { referablePatient, responsibleClinician } from './people.ts';
import { refuse } from './refusal.ts';
import { checkCriteria, servicesMeeting } from './search-services.ts';

const FIRST_VERSION = 3;
const MOST_SERVICES = 20;

export interface NewReferral {
  patient: string;
  referringClinician?: string | undefined;
  shortlist: readonly string[];
  criteria: SearchCriteria;
  letterIntent: Referral['letterIntent'];
}

function checkShortlistSize(shortlist: readonly string[]): void {
  const field = 'shortlist';
  if (shortlist.length === 0) refuse('MISSING_VALUE', `${field}.entry`, 'is missing.');
  if (shortlist.length > MOST_SERVICES) {
    refuse('TOO_MANY_ITEMS', field, `has more than ${MOST_SERVICES} services.`);
  }
  if (new Set(shortlist).size < shortlist.length) {
    refuse('DUPLICATE_SERVICE', field, 'names a service twice.');
  }
}

function shortlisted(core: Core, wanted: NewReferral, patient: Patient): Service[] {
  const meeting = new Map(
    servicesMeeting(core, wanted.criteria, patient).map(({ service }) => [service.id, service]),
  );
  return wanted.shortlist.map((id) => {
    const service = meeting.get(id);
    return (
      service ??
      refuse(
        'SHORTLISTED_SERVICE_NOT_IN_RESULTS',
        'shortlist',
        `has a service the criteria do not find: ${id}.`,
      )
    );
  });
}

function checkFlows(services: readonly Service[]): void {
  const triage = services.find((service) => service.booking === 'TRIAGE');
  if (triage) {
    refuse(
      'INAPPROPRIATE_VALUE',
      'shortlist',
      `has a service without appointment requests: ${triage.id}.`,
    );
  }
}

/** Over HSCN a letter is announced if, and only if, a shortlisted service needs one (A011). */
function checkLetterIntent(core: Core, wanted: NewReferral, services: readonly Service[]): void {
  const field = 'intentionToAddReferralLetter';
  const needed = services.some((service) => service.letterRequired);
  if (needed && wanted.letterIntent === 'NOT_INTENDING_TO_ADD') {
    refuse('INAPPROPRIATE_VALUE', field, 'must be NEED_TO_ADD_LATER: a service needs a letter.');
  }
  const strict = core.switches.letterIntentOnlyWhenRequired;
  if (strict && !needed && wanted.letterIntent === 'NEED_TO_ADD_LATER') {
    refuse(
      'INAPPROPRIATE_VALUE',
      field,
      'must be NOT_INTENDING_TO_ADD: no service needs a letter.',
    );
  }
}

function accessCode(core: Core): string {
  const four = (): string => String(1_000 + Math.floor(core.random() * 9_000));
  return `${four()} ${four()} ${four()}`;
}

export function createReferral(core: Core, caller: Caller, wanted: NewReferral): Referral {
  const clinician = responsibleClinician(core, caller, wanted.referringClinician);
  checkShortlistSize(wanted.shortlist);
  const patient = referablePatient(core, wanted.patient);
  checkCriteria(core, wanted.criteria);
  const services = shortlisted(core, wanted, patient);
  checkFlows(services);
  checkLetterIntent(core, wanted, services);
  const ubrn = String(core.nextUbrn++).padStart(12, '0');
  const referral: Referral = {
    ubrn,
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
    accessCode: accessCode(core),
    history: [
      { at: core.clock.iso(), version: FIRST_VERSION, event: 'created', by: caller.userId },
    ],
  };
  core.referrals.set(ubrn, referral);
  return referral;
}
