import type { ContextChange, LaunchContext } from './host-adapter.ts';

/** What a host has changed from one context to the next. */
export function kindOfChange(former: LaunchContext, next: LaunchContext): ContextChange['kind'] {
  if (former.user.id !== next.user.id) return 'user';
  if (former.organisation.odsCode !== next.organisation.odsCode) return 'organisation';
  return next.patient || next.patientProblem ? 'patient-open' : 'patient-close';
}
