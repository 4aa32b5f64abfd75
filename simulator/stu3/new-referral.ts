import type { Referral } from '../core/model.ts';
import type { TriageReferral } from '../core/send-for-triage.ts';
import type { Writing } from '../http/interaction.ts';
import { nhsNumberSystem, userSystem } from './names.ts';
import type { ParameterSet } from './parameters.ts';
import {
  codeAmong,
  identifierOf,
  instantOf,
  partsOf,
  readParameters,
  required,
  unsignedIntOf,
} from './parameters.ts';
import { readShortlist } from './shortlist.ts';

const intention = 'intentionToAddReferralLetter';
const reminder = 'firstReminderLetterFollowUpDays';
const names = ['patient', 'referringClinician', 'shortlist', reminder, intention];

export function letterIntentOf(set: ParameterSet): Referral['letterIntent'] {
  const system = '/eRS-ReferralLetterIntention-1';
  const codes = ['NEED_TO_ADD_LATER', 'NOT_INTENDING_TO_ADD'] as const;
  return required(codeAmong(set, intention, { system, codes }), intention);
}

export function patientOf(set: ParameterSet): string {
  const nhsNumber = { system: nhsNumberSystem, pattern: /^\d{10}$/ };
  return required(identifierOf(set, 'patient', nhsNumber), 'patient');
}

export function referringClinicianOf(set: ParameterSet): string | undefined {
  return identifierOf(set, 'referringClinician', { system: userSystem, pattern: /^\d{12}$/ });
}

/** What A011 and A021 send; only the platform takes the start of the pathway. */
export function readNewReferral(
  { variant }: Pick<Writing, 'variant'>,
  body: unknown,
  profile: string,
): TriageReferral {
  const set = readParameters(body, 'Parameters', {
    profile,
    names: variant.dialect === 'hscn' ? names : [...names, 'eReferralPathwayStart'],
  });
  return {
    patient: patientOf(set),
    letterIntent: letterIntentOf(set),
    reminderDays: required(unsignedIntOf(set, reminder), reminder),
    referringClinician: referringClinicianOf(set),
    pathwayStart: instantOf(set, 'eReferralPathwayStart'),
    ...readShortlist(variant, required(partsOf(set, 'shortlist')[0], 'shortlist')['resource']),
  };
}
