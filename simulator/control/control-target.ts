import type { Core } from '../core/core.ts';
import type { FaultBook } from './faults.ts';
import type { RequestLog } from './request-log.ts';
import type { Traffic } from './traffic.ts';

/** The run that a control API looks at and changes. */
export interface ControlTarget {
  core: Core;
  faults: FaultBook;
  traffic: Traffic;
  log: RequestLog;
  reset(keepSessions: boolean): void;
}
