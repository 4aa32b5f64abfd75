import type { Coding, Extension } from 'fhir/r3';
import type { Core } from '../core/core.ts';
import type { Referral, ReferralState } from '../core/model.ts';
import { stateReasonOf } from '../core/reasons.ts';
import type { Writing } from '../http/interaction.ts';
import { codeSystem, profile } from './names.ts';
import { reasonCoding } from './reasons.ts';

const system = codeSystem('eRS-ReferralState-1');

const displays: Readonly<Record<ReferralState, string>> = {
  NOT_BOOKED: 'Not Booked',
  BOOKED: 'Booked',
  DEFERRED_TO_PROVIDER: 'Deferred To Provider',
  AWAITING_TRIAGE: 'Awaiting Triage',
  TRIAGED_PROVIDER_TO_ACTION: 'Triaged - Provider To Action',
  TRIAGE_RESPONSE: 'Triage Response',
  REJECTED: 'Rejected',
  APPT_CANCELLED_BY_PATIENT: 'Appointment Cancelled By Patient',
  APPT_CANCELLED_BY_PROVIDER: 'Appointment Cancelled By Provider',
  DID_NOT_ATTEND: 'Did Not Attend',
  ASSESSMENT_RESULT: 'Assessment Result',
  CANCELLED_REFERRAL: 'Cancelled Referral',
};

/** Returned with advice: the state table and a sample of A028 name different codes. */
export function shownState({ switches }: Core, { state }: Referral): ReferralState {
  return state === 'TRIAGE_RESPONSE' && !switches.returnedIsTriageResponse
    ? 'TRIAGED_PROVIDER_TO_ACTION'
    : state;
}

export function stateExtension({ core, variant }: Writing, referral: Referral): Extension {
  const code = shownState(core, referral);
  const reason = stateReasonOf(referral);
  return {
    url: profile('Extension-eRS-ReferralState-1'),
    extension: [
      { url: 'state', valueCoding: { system, code, display: displays[code] } },
      ...(reason
        ? [{ url: 'reason', valueCoding: reasonCoding(variant, reason.code, reason.system) }]
        : []),
      ...(reason?.comments ? [{ url: 'comments', valueString: reason.comments }] : []),
    ],
  };
}

/** Where the lists write a state otherwise than a referral does. */
const onLists: Readonly<Partial<Record<ReferralState, { code: string; display: string }>>> = {
  APPT_CANCELLED_BY_PATIENT: {
    code: 'APP_CANCELLED_BY_PATIENT',
    display: 'Appointment cancelled by patient',
  },
  APPT_CANCELLED_BY_PROVIDER: {
    code: 'APP_CANCELLED_BY_PROVIDER',
    display: 'Appointment cancelled by provider',
  },
  TRIAGE_RESPONSE: { code: 'TRIAGE_RESPONSE', display: 'Triage Response' },
};

function sentenceCase(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}

export function worklistState(state: ReferralState): Coding {
  const usual = { code: state, display: sentenceCase(displays[state]) };
  return { system, ...(onLists[state] ?? usual) };
}
