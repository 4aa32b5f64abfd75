import { endAccessToken } from '../core/access-tokens.ts';
import type { Core } from '../core/core.ts';
import { lockElsewhere, takeSlot } from '../core/elsewhere.ts';
import { record, versionSteps } from '../core/referrals.ts';
import { damage } from './damage-answer.ts';
import { ConnectionDropped } from './connection-dropped.ts';
import type { Fault, FaultKind } from './faults.ts';
import { requestOf, slotOf } from './fault-target.ts';

const LOCK_MS = 2_000;
const LATE_MS = 5_000;

/** The request that a fault strikes, and what its dialect would do with it. */
export interface Struck {
  core: Core;
  request: Request;
  /** An error body of the dialect; without a code, what it answers with that status. */
  outcome(status: number, code?: string): Response;
  /** Lets e-RS act. */
  answer(): Response | Promise<Response>;
  /** Told when e-RS acted after its answer had gone. */
  changed(): void;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

type StateChange = (struck: Struck, fault: Fault) => void | Promise<void>;

function expireSession({ core, request: { headers } }: Struck): void {
  core.sessions.delete(headers.get('HTTP_X_SESSION_KEY') ?? '');
  const token = headers.get('Authorization')?.replace(/^Bearer /, '');
  if (token) endAccessToken(core, token);
}

function silencePas({ core }: Struck, { phase }: Fault): void {
  core.pas.next = phase === 'after' ? 'books-but-not-responding' : 'not-responding';
}

/** Kinds that change what e-RS holds, so that e-RS itself then refuses. */
const stateChanges: Readonly<Partial<Record<FaultKind, StateChange>>> = {
  lock: async ({ core, request }, { ms = LOCK_MS }) => {
    const target = await requestOf(core, request);
    if (target) lockElsewhere(core, target, ms / 1_000);
  },
  'bump-version': async ({ core, request }) => {
    const target = await requestOf(core, request);
    const change = { step: versionSteps.elsewhere, event: 'changed elsewhere', by: 'simulator' };
    if (target) record(core, target, change);
  },
  'slot-taken': async ({ core, request }) => {
    const slotId = await slotOf(request);
    if (slotId) takeSlot(core, slotId);
  },
  'expire-session': expireSession,
  'pas-down': silencePas,
  'pas-not-responding': silencePas,
  'pas-error': ({ core }) => {
    core.pas.next = 'error';
  },
  'pas-slot-gone': ({ core }) => {
    core.pas.next = 'slot-gone';
  },
};

function statusAnswer({ outcome }: Struck, fault: Fault): Response {
  const answer = outcome(fault.status ?? 500, fault.ersCode);
  if (fault.retryAfter !== undefined) answer.headers.set('Retry-After', String(fault.retryAfter));
  return answer;
}

/** Waits, drops the line or gives the answer that takes the place of e-RS's own. */
async function interrupt(struck: Struck, fault: Fault): Promise<Response | undefined> {
  if (fault.kind === 'delay') await sleep(fault.ms ?? 1_000);
  if (fault.kind === 'drop') throw new ConnectionDropped();
  return fault.kind === 'status' ? statusAnswer(struck, fault) : undefined;
}

/** The caller has its answer, or none, while e-RS is still at work. */
async function leaveAtWork(struck: Struck, fault: Fault): Promise<Response> {
  // The body has to be here before the connection is gone.
  await struck.request.clone().arrayBuffer();
  const act = async (): Promise<void> => {
    await struck.answer();
    struck.changed();
  };
  setTimeout(() => void act().catch(console.error), fault.ms ?? LATE_MS);
  if (fault.kind === 'drop') throw new ConnectionDropped();
  return statusAnswer(struck, fault);
}

/** An answer here means that e-RS is not waited for, or not asked at all. */
export async function beforeAnswer(
  struck: Struck,
  faults: readonly Fault[],
): Promise<Response | undefined> {
  for (const fault of faults) {
    await stateChanges[fault.kind]?.(struck, fault);
    if (fault.phase === 'during') return leaveAtWork(struck, fault);
    const instead = fault.phase === 'before' ? await interrupt(struck, fault) : undefined;
    if (instead) return instead;
  }
  return undefined;
}

export async function afterAnswer(
  struck: Struck,
  faults: readonly Fault[],
  answer: Response,
): Promise<Response> {
  let current = answer;
  for (const fault of faults) {
    current = (await damage(fault.kind, current)) ?? current;
    if (fault.phase === 'after') current = (await interrupt(struck, fault)) ?? current;
  }
  return current;
}
