import type { Core } from '../core/core.ts';
import { changeElsewhere, lockElsewhere, takeSlot } from '../core/elsewhere.ts';
import type { Referral } from '../core/model.ts';
import { findReferral } from '../core/referrals.ts';
import { fhirJson, operationOutcome } from '../hscn/operation-outcome.ts';
import type { Fault } from './faults.ts';

export interface PartialAnswer {
  status: number;
  /** Content-Length promises the whole. */
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/** The connection is to be closed without an answer, or in the middle of one. */
export class ConnectionDropped extends Error {
  constructor(readonly partial?: PartialAnswer) {
    super('The simulator dropped the connection.');
  }
}

const LOCK_MS = 2_000;

interface Target {
  ubrn?: string | undefined;
  slotId?: string | undefined;
}

/** What the request is about, wherever the dialect puts it. */
async function targetOf(request: Request): Promise<Target> {
  const fromPath = /\/ReferralRequest\/(\d{12})/.exec(request.url)?.[1];
  const text = request.method === 'POST' ? await request.clone().text() : '';
  const fromBody = /ReferralRequest\/(\d{12})/.exec(text)?.[1];
  const slotId = /"Slot\/(\w+)"/.exec(text)?.[1];
  return { ubrn: fromPath ?? fromBody, slotId };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function statusAnswer({ status = 500, ersCode }: Fault): Response {
  if (!ersCode) return new Response(null, { status });
  return fhirJson(operationOutcome(ersCode, 'Injected by the simulator.'), status);
}

/** Kinds that change what e-RS holds, so that e-RS itself then refuses. */
async function changeState(core: Core, fault: Fault, request: Request): Promise<void> {
  const { ubrn, slotId } = await targetOf(request);
  const referral: Referral | undefined = findReferral(core, ubrn ?? '');
  if (fault.kind === 'lock' && referral) {
    lockElsewhere(core, referral, (fault.ms ?? LOCK_MS) / 1_000);
  }
  if (fault.kind === 'bump-version' && referral) changeElsewhere(core, referral, 'touch');
  if (fault.kind === 'slot-taken' && slotId) takeSlot(core, slotId);
  if (fault.kind === 'expire-session') {
    core.sessions.delete(request.headers.get('HTTP_X_SESSION_KEY') ?? '');
  }
  if (fault.kind === 'pas-error') core.pas.next = 'error';
  if (fault.kind === 'pas-slot-gone') core.pas.next = 'slot-gone';
  if (fault.kind === 'pas-not-responding') {
    core.pas.next = fault.phase === 'after' ? 'books-but-not-responding' : 'not-responding';
  }
}

const answering = ['drop', 'delay', 'status', 'truncate'];

/** Waits, drops the line or gives the answer that takes the place of e-RS's own. */
async function interrupt(fault: Fault): Promise<Response | undefined> {
  if (fault.kind === 'delay') await sleep(fault.ms ?? 1_000);
  if (fault.kind === 'drop') throw new ConnectionDropped();
  return fault.kind === 'status' ? statusAnswer(fault) : undefined;
}

/** An answer here means that e-RS is not asked at all. */
export async function beforeAnswer(
  core: Core,
  faults: readonly Fault[],
  request: Request,
): Promise<Response | undefined> {
  for (const fault of faults) {
    if (!answering.includes(fault.kind)) await changeState(core, fault, request);
    const instead = fault.phase === 'before' ? await interrupt(fault) : undefined;
    if (instead) return instead;
  }
  return undefined;
}

/** Half of the body, then the line breaks. */
async function truncate(answer: Response): Promise<never> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length < 2) throw new ConnectionDropped();
  throw new ConnectionDropped({
    status: answer.status,
    headers: { ...Object.fromEntries(answer.headers), 'content-length': String(bytes.length) },
    bytes: bytes.slice(0, Math.floor(bytes.length / 2)),
  });
}

export async function afterAnswer(faults: readonly Fault[], answer: Response): Promise<Response> {
  let current = answer;
  for (const fault of faults) {
    if (fault.kind === 'truncate') await truncate(current);
    if (fault.phase === 'after') current = (await interrupt(fault)) ?? current;
  }
  return current;
}
