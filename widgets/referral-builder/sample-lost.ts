import type { FindLostState, FindPhase } from '../../src/flows/find-lost-referral.ts';
import type { SceneParts } from './fake-flow.ts';
import { at, intent, northmoor, harbour, problem, referral, shortlisted } from './sample-states.ts';

const LOST = { state: 'unknown', problem: problem('timed-out'), endedAt: at('09:44:08') } as const;
const lostIntent = {
  ...intent('create-referral', { state: 'sending' }),
  ...LOST,
  id: 'lost-1',
  sentAt: at('09:42:08'),
  serviceIds: [northmoor.id, harbour.id],
  priority: 'URGENT',
  referrerId: '555021854777',
  referrerName: 'OKAFOR, Ngozi (Dr)',
} as const;

/** A create whose answer was lost, as far as it is found out. */
function lostState(phase: FindPhase, change: Partial<FindLostState> = {}): FindLostState {
  return { intent: lostIntent, phase, noneFrom: at('09:46:08'), ...change };
}

/** The check of the referral that was sent. */
export function lostScene(
  phase: FindPhase,
  change: Partial<FindLostState> = {},
  refer: SceneParts['refer'] = { step: 'check' },
): SceneParts {
  return {
    refer,
    find: shortlisted,
    create: { phase: { status: 'blocked', intents: [lostIntent] } },
    lost: [lostState(phase, change)],
  };
}

const candidate = { ...referral, created: at('09:42:11') };
const other = {
  ...candidate,
  ubrn: '000049283325' as typeof referral.ubrn,
  shortlist: undefined,
  created: at('09:42:40'),
};

export const several: FindPhase = {
  status: 'several',
  referrals: [candidate, other],
  nextLookAt: at('09:47:30'),
};

const ASK: FindPhase = { status: 'ask-person' };
const notFound = problem('not-found', { source: 'e-rs', httpStatus: 404 });
const tooEarly = problem('proxy-refused', { source: 'proxy', httpStatus: 409 });

/** By name, at the step of the check. */
export const lostScenes: Readonly<Record<string, SceneParts>> = {
  'look in e-RS, too early for none': lostScene(ASK, { noneFrom: at('09:48:08') }),
  'look in e-RS': lostScene(ASK),
  'no such UBRN': lostScene(ASK, { notNoted: notFound }),
  'of another create': lostScene(ASK, { ofAnotherCreate: referral.ubrn }),
  'being noted': lostScene(ASK, { noting: true }),
  'not noted': lostScene({ status: 'none', at: at('09:46:10') }, { notNoted: tooEarly }),
  'looking soon': lostScene({ status: 'waiting', nextLookAt: at('09:47:30') }),
  looking: lostScene({ status: 'looking' }),
  several: lostScene(several),
  'none in the list': lostScene({ status: 'none', at: at('09:46:10') }),
  'could not look': lostScene({ status: 'not-looked', problem: problem('ers-failed') }),
  'not loaded': {
    ...lostScene(ASK),
    refer: { step: 'check', lostNotLoaded: true },
    lost: [],
  },
};
