import type { Action } from '../domain/action.ts';
import type { FileLimits } from '../domain/file-limits.ts';
import type { Clock } from '../domain/instant.ts';
import { ErsError } from '../domain/problem.ts';
import { offers } from './actions.ts';
import { dialectOf, type DialectName } from './dialects/dialects.ts';
import { localProblem } from './problems.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createRead } from './reading.ts';
import type { ErsTransport } from './transport.ts';
import type { Calls } from './verbs/verbs.ts';
import { createWrite } from './writing.ts';

export interface ErsClientPorts {
  dialect: DialectName;
  transport: ErsTransport;
  /** Goes with every request, so that an answer for another patient context can be dropped. */
  contextId: string;
  clock: Clock;
  /** A fresh UUID for correlation ids. */
  newId: () => string;
  /** From 0 to 1, as `Math.random`: spreads what is asked again. */
  random: () => number;
}

/** What a dialect offers and takes. */
export interface DialectFacts {
  readonly dialect: DialectName;
  readonly fileLimits: FileLimits;
  /** True where e-RS takes an announced letter only if a shortlisted service needs one. */
  readonly letterIntentionFollowsServices: boolean;
  /** Whether the dialect offers it at all. Role and state are other questions. */
  can(action: Action): boolean;
}

/**
 * Reads a second, of the ten that e-RS allows a whole application (api-platform.md §4), and how many
 * at once: opening a desk asks for five things.
 */
const READ_RATE = { perSecond: 2, burst: 5 };

export interface OpenClient {
  facts: DialectFacts;
  calls: Calls;
}

/**
 * What the groups of verbs are made of, so that a page loads only those it uses. Throws an
 * `ErsError` for a dialect that is not built in.
 */
export function openClient(ports: ErsClientPorts): OpenClient {
  const dialect = dialectOf(ports.dialect);
  if (!dialect) {
    const origin = { correlationId: ports.newId() };
    throw new ErsError(localProblem(origin, { refused: 'dialect-mismatch' }));
  }
  const callPorts = { ...ports, dialect };
  const limiter = createRateLimiter(ports.clock, READ_RATE);
  return {
    facts: {
      dialect: dialect.name,
      fileLimits: dialect.fileLimits,
      letterIntentionFollowsServices: dialect.quirks.letterIntentionFollowsServices ?? false,
      can: (action) => offers(dialect, action),
    },
    calls: {
      read: createRead({ ...callPorts, limiter }),
      write: createWrite(callPorts),
      has: (operation) => dialect.capabilities.has(operation),
    },
  };
}
