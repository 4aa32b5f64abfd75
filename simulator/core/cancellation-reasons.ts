import type { Reason } from '../seed/reference-data.ts';
import {
  appointmentCancellationReasons,
  referralCancellationReasons,
} from '../seed/reference-data.ts';
import type { Core } from './core.ts';

const lists = {
  appointment: appointmentCancellationReasons,
  referral: referralCancellationReasons,
} as const;

/** The reason of that code, unless e-RS does not know it or no longer offers it. */
export function effectiveReason(
  core: Core,
  list: keyof typeof lists,
  code: string,
): Reason | undefined {
  const today = core.clock.iso().slice(0, 10);
  return lists[list].find(
    (reason) => reason.code === code && (!reason.effectiveTo || reason.effectiveTo >= today),
  );
}
