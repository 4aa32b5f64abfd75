import type { Clock } from '../domain/instant.ts';
import type { Clinician } from '../domain/user.ts';
import type { HostLookUps } from '../host/host-adapter.ts';
import { askHost } from './host-look-up.ts';

export interface CliniciansActedForPorts {
  client: { retrieveCliniciansActedFor(): Promise<readonly Clinician[]> };
  lookUps: Pick<HostLookUps, 'resolvePractitioners'>;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * For whom the user may act, by name where the host can name them: e-RS tells ids alone. Rejects with
 * an `ErsError`; a host that fails leaves the ids.
 */
export async function cliniciansActedFor({
  client,
  lookUps,
  clock,
  signal,
}: CliniciansActedForPorts): Promise<readonly Clinician[]> {
  const clinicians = await client.retrieveCliniciansActedFor();
  const ids = clinicians.map(({ sdsUserId }) => sdsUserId);
  const names = await askHost((stop) => lookUps.resolvePractitioners?.(ids, stop), {
    clock,
    signal,
  });
  const nameOf = ({ sdsUserId }: Clinician): string => names?.get(sdsUserId) ?? sdsUserId;
  return clinicians
    .map((each) => ({ ...each, name: names?.get(each.sdsUserId) }))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'en-GB'));
}
