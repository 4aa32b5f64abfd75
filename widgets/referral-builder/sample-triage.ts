import type { Action } from '../../src/domain/action.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { BookSlotState } from '../../src/flows/book-slot.ts';
import type { SceneParts } from './fake-flow.ts';
import {
  at,
  brannoc,
  foundState,
  letter,
  letterNeeded,
  lettersState,
  referral,
  services,
} from './sample-states.ts';

const BEYOND_HSCN: readonly Action[] = ['shortlist-triage-services', 'send-referral-for-triage'];

/** What a user may do where a referral is sent for triage as it is created. */
export function overHscn(action: Action): boolean {
  return !BEYOND_HSCN.includes(action);
}

const shortlist = [brannoc];

export const triageAtOnce: SceneParts = {
  find: { ...foundState, shortlist },
  create: { ...letterNeeded, triage: 'at-once' },
};

export const triageLater: SceneParts = {
  ...triageAtOnce,
  create: { ...letterNeeded, triage: 'later' },
};

const forTriage: Referral = {
  ...referral,
  shortlist: shortlist.map(({ id, name }) => ({ id, name })),
};

export const inTriage: Referral = {
  ...forTriage,
  state: { code: 'AWAITING_TRIAGE', derived: true },
  appointment: {
    status: 'proposed',
    service: { id: brannoc.id, name: brannoc.name },
    reason: { code: 'TRIAGE' },
    created: at('09:42:00'),
  },
};

/** Of a referral that this page has just created. */
export function madeFor(parts: SceneParts, made: Referral): SceneParts {
  const phase = { status: 'created', referral: made, at: at('09:42:00') } as const;
  return {
    ...parts,
    refer: { step: 'letters', opened: { status: 'open', referral: made, at: at('09:42:00') } },
    create: { ...parts.create, phase },
    letters: { ...lettersState, referral: made },
    patientLetter: { status: 'not-available', because: 'other-state' },
  };
}

export const sentForTriage: BookSlotState = {
  referral: inTriage,
  readAt: at('09:46:00'),
  services: [],
  causes: [],
  phase: { status: 'sent-for-triage', at: at('09:46:00'), confirmed: true },
};

const lettered = { ...inTriage, letters: [letter('Referral letter.pdf')] };

/** By name: a request for triage, from its tick to its record. */
export const triageScenes: Readonly<Record<string, SceneParts>> = {
  'triage: beside others': { find: { ...foundState, shortlist: services.slice(0, 1) } },
  'triage: ticked alone': triageAtOnce,
  'triage: check': { ...triageAtOnce, refer: { step: 'check' } },
  'triage: check, sent later': { ...triageLater, refer: { step: 'check' } },
  'triage: created and sent': madeFor(triageAtOnce, inTriage),
  'triage: created, sent later': madeFor(triageLater, forTriage),
  'triage: record': {
    refer: { step: 'record', opened: { status: 'open', referral: lettered, at: at('09:46:40') } },
    patientLetter: { status: 'not-available', because: 'other-state' },
  },
};
