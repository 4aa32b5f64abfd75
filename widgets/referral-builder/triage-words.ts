import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { isMadeHere } from './made-here.ts';

type Triage = ReferPatientFlow['create']['state']['triage'];

/** Whether what is on screen goes to triage and is not booked: at once, or once it is made. */
export function triageOf(flow: ReferPatientFlow): Triage {
  const { opened } = flow.state;
  const { triage } = flow.create.state;
  if (opened.status !== 'open') return triage;
  const { ubrn, state } = opened.referral;
  if (isMadeHere(flow, ubrn)) return triage;
  return state.code === 'AWAITING_TRIAGE' ? 'at-once' : undefined;
}

export const LETTER_FIRST = 'The service sees it only once its letter is attached';
