import type { SessionEnd } from '../../src/host/host-adapter.ts';

/** Another record was opened while this one had unsent work. */
export interface ContextConflictDetail {
  contextId: string;
}

export interface SessionLockedDetail {
  why: SessionEnd;
}

/** Something could not be done; it is on screen too. */
export interface ProblemDetail {
  reason: string;
}

declare global {
  interface HTMLElementEventMap {
    'ers-context-conflict': CustomEvent<ContextConflictDetail>;
    'ers-session-locked': CustomEvent<SessionLockedDetail>;
    'ers-problem': CustomEvent<ProblemDetail>;
  }
}
