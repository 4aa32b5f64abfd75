import type { FlowPorts } from './flow-ports.ts';
import { askHost } from './host-look-up.ts';
import type { DeathCheck } from './review-referral.ts';

/**
 * e-RS refuses nobody for being dead: the host's record is asked, in which the national one is
 * (hscn.md §8). The record at hand may say it already. `tell` is told twice where the host is asked.
 */
export async function checkDeath(
  { patient, lookUps, clock }: Pick<FlowPorts, 'patient' | 'lookUps' | 'clock'>,
  signal: AbortSignal,
  tell: (death: DeathCheck) => void,
): Promise<void> {
  if (patient.deceased) {
    tell({ status: 'died', date: patient.deceased.date, at: clock.now() });
    return;
  }
  tell({ status: 'asking' });
  const hasDied = lookUps.isDeceased
    ? await askHost((limit) => lookUps.isDeceased?.(patient.nhsNumber, limit), { clock, signal })
    : undefined;
  const at = clock.now();
  if (hasDied === undefined) tell({ status: 'not-known', at });
  else tell({ status: hasDied ? 'died' : 'none-recorded', at });
}
