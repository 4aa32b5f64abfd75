import type { ContextChange, HostSession, SessionEnd } from '../../entries/host.ts';
import type { Harness } from './harness.ts';

export type Result = 'passed' | 'failed' | 'not-offered';

export interface Finding {
  result: Result;
  /** What was seen, in a sentence. Names no patient. */
  seen: string;
}

/** What a check has to hand. */
export interface Bench {
  harness: Harness;
  session: HostSession;
  /** Every notice since the session began, with what `getContext` said in that moment. */
  notices: readonly Notice[];
  /** Lets the host do it, or asks the person at the page to do it there. */
  drive(step: DrivenStep): Promise<void>;
  /** A session of a fresh launch, or one more of the only one. Those before are left alone. */
  relaunch(): Promise<HostSession>;
  /** What the session of the bench itself is told of its end. */
  ended: Promise<SessionEnd>;
  wait(milliseconds: number): Promise<void>;
  /** An empty place on the page, for widgets. */
  stage: HTMLElement;
}

export interface Notice {
  change: ContextChange;
  contextIdThen: string;
}

export type DrivenStep =
  'open-second' | 'open-first' | 'close-patient' | 'log-out' | 'refuse-write-back';

export interface Check {
  id: string;
  /** What must be so, as a sentence. */
  must: string;
  /** Why it matters to a patient. */
  because: string;
  /** It needs a host that opens another record, or closes this one, under the widgets. */
  changesPatient?: true;
  run(bench: Bench): Promise<Finding>;
}

export const passed = (seen: string): Finding => ({ result: 'passed', seen });
export const failed = (seen: string): Finding => ({ result: 'failed', seen });
export const notOffered = (seen: string): Finding => ({ result: 'not-offered', seen });

/** What is wrong, if anything; else it passed. */
export function unless(wrong: string | undefined | false, seen: string): Finding {
  return wrong ? failed(wrong) : passed(seen);
}

/** Rejects with `TimeoutError` after so many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const over = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    over.addEventListener('abort', () => reject(over.reason as Error), { once: true });
  });
  return Promise.race([work, late]);
}
