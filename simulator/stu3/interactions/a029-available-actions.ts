import type { Bundle, Task } from 'fhir/r3';
import type { Action } from '../../core/actions.ts';
import { actionsToShow } from '../../core/actions.ts';
import type { Referral } from '../../core/model.ts';
import { uuid } from '../../core/random.ts';
import { findReferral } from '../../core/referrals.ts';
import { refuse } from '../../core/refusal.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { clinicalRoles, providerClinicians } from '../../http/interaction.ts';
import { codeSystem } from '../names.ts';

const focus = /^ReferralRequest\/(\d{12})\/_history\/(\d+)$/;
const fixed = { intent: 'proposal', status: 'ready' } as const;
const taskProfile = 'https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Task-1';

function requireFixed({ url }: Exchange): void {
  for (const [name, expected] of Object.entries(fixed)) {
    const given = url.searchParams.get(name);
    if (!given) refuse('MISSING_PARAMETER', name, 'is missing.');
    if (given !== expected) refuse('INVALID_VALUE', name, `is not ${expected}.`);
  }
}

function referralInFocus({ core, url }: Exchange): Referral {
  const reference = url.searchParams.get('focus');
  if (!reference) return refuse('MISSING_PARAMETER', 'focus', 'is missing.');
  const [, ubrn, version] = focus.exec(reference) ?? [];
  if (!ubrn) return refuse('INVALID_VALUE', 'focus', 'names no referral and version.');
  const referral = findReferral(core, ubrn);
  if (!referral) return refuse('REFERENCE_NOT_FOUND', 'focus', 'names no referral.');
  if (String(referral.version) !== version) {
    refuse('HISTORY_NOT_SUPPORTED', 'focus', 'may only name the current version.');
  }
  return referral;
}

const displays: Readonly<Record<Action, string>> = {
  RECORD_REVIEW_OUTCOME: 'Record Review Outcome',
  CREATE_APPOINTMENT: 'Create Appointment',
  CHANGE_SHORTLIST: 'Change Shortlist',
  CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE: 'Change Shortlist and Send for Triage',
  CANCEL_REFERRAL: 'Cancel Referral',
  CANCEL_DIRECTLY_BOOKED_APPOINTMENT: 'Cancel Directly Booked Appointment',
};

function task({ core }: Exchange, referral: Referral, action: Action): Task {
  const coding = {
    system: codeSystem('eRS-AvailableActionsForUser-1'),
    code: action,
    display: displays[action],
  };
  const reference = `ReferralRequest/${referral.ubrn}/_history/${referral.version}`;
  return {
    id: uuid(core.random),
    meta: { profile: [taskProfile] },
    resourceType: 'Task',
    ...fixed,
    focus: { reference },
    code: { coding: [coding] },
  };
}

function searchSet(exchange: Exchange, tasks: Task[]): Bundle {
  const { core, variant, url } = exchange;
  return {
    id: uuid(core.random),
    meta: {
      lastUpdated: core.clock.iso(),
      profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'],
    },
    resourceType: 'Bundle',
    type: 'searchset',
    link: [{ relation: 'self', url: `${variant.base}/Task${url.search}` }],
    entry: tasks.map((resource) => ({
      fullUrl: `${variant.base}/Task/${resource.id}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}

/** No entry means that nothing is allowed. */
export const retrieveAvailableActions: Interaction = {
  id: 'A029',
  method: 'GET',
  on: {
    hscn: { paths: ['/Task'], roles: providerClinicians },
    'api-platform': { paths: ['/Task'], roles: clinicalRoles },
  },
  answer: (exchange) => {
    requireFixed(exchange);
    const referral = referralInFocus(exchange);
    const actions = actionsToShow(exchange.core, referral, exchange.caller);
    const tasks = actions.map((action) => task(exchange, referral, action));
    return fhirJson(searchSet(exchange, tasks), 200);
  },
};
