import type { AdviceRequest } from './advice.ts';
import { adviceOf, requireAdviceRelationship } from './advice.ts';
import type { Core } from './core.ts';
import type { Caller } from './model.ts';

/** A024, A025 and A043: the referrer's side and the workgroup of the service may read it. */
export function readAdvice(core: Core, caller: Caller, ubrn: string): AdviceRequest {
  const advice = adviceOf(core, ubrn);
  requireAdviceRelationship(core, advice, caller);
  return advice;
}
