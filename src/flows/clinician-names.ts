import type { Clinician } from '../domain/user.ts';
import type { DeskClient, FlowPorts } from './flow-ports.ts';
import { askHost } from './host-look-up.ts';

/** A host that is slow to name clinicians does not hold up slots and referrals for longer. */
const NAMING_LIMIT_MS = 2_000;

/** Most ids that a host is asked to name at a time. */
const BATCH = 50;

/**
 * e-RS tells clinicians by SDS user id alone. Where the host can name them, slots and referrals
 * carry the name too; where it cannot or is slow, the id stays, and is shown as what it is.
 */
export function withClinicianNames(
  client: DeskClient,
  { lookUps, clock }: Pick<FlowPorts, 'lookUps' | 'clock'>,
): DeskClient {
  const names = new Map<string, string>();
  const life = new AbortController();

  async function learn(clinicians: readonly (Clinician | undefined)[]): Promise<void> {
    const unknown = new Set(clinicians.flatMap((each) => (each ? [each.sdsUserId] : [])));
    const ids = [...unknown].filter((id) => !names.has(id)).slice(0, BATCH);
    if (ids.length === 0) return;
    const named = await askHost((signal) => lookUps.resolvePractitioners?.(ids, signal), {
      clock,
      signal: life.signal,
      limit: NAMING_LIMIT_MS,
    });
    named?.forEach((name, id) => names.set(id, name));
  }

  function named<T extends { clinician?: Clinician | undefined }>(thing: T): T {
    const { clinician } = thing;
    const name = clinician && names.get(clinician.sdsUserId);
    return name ? { ...thing, clinician: { ...clinician, name } } : thing;
  }

  return {
    ...client,
    async retrieveSlots(search, options) {
      const page = await client.retrieveSlots(search, options);
      await learn(page.slots.map(({ clinician }) => clinician));
      return { ...page, slots: page.slots.map(named) };
    },
    async retrieveReferral(ubrn, options) {
      const referral = await client.retrieveReferral(ubrn, options);
      const { appointment } = referral;
      if (!appointment) return referral;
      await learn([appointment.clinician]);
      return { ...referral, appointment: named(appointment) };
    },
  };
}
