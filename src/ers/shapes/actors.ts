import type { Clinician } from '../../domain/user.ts';
import { isOfSystem } from '../../fhir/identifiers.ts';
import { NHS_NUMBER_SYSTEM, SDS_USER_SYSTEM, SERVICE_SYSTEM } from '../names.ts';
import { found, unreadableAt } from './reading.ts';
import { list, mapped, maybe, object, refined, text, type Read } from './shape.ts';
import { identifier } from './values.ts';

const actor = object({ display: maybe(text), identifier: maybe(identifier) });

/** Who and what takes part. e-RS has three kinds, told apart by the system of their identifiers. */
export interface Actors {
  service?: { id: string; name?: string | undefined } | undefined;
  /** NHS number. */
  patient?: string | undefined;
  clinician?: Clinician | undefined;
}

function toActors(all: readonly (Read<typeof actor> | undefined)[]): Actors {
  const named = (system: string): { id: string; name: string | undefined } | undefined => {
    const held = all.find((one) => isOfSystem(one?.identifier, system));
    return held?.identifier && { id: held.identifier.value, name: held.display };
  };
  const clinician = named(SDS_USER_SYSTEM);
  return {
    service: named(SERVICE_SYSTEM),
    patient: named(NHS_NUMBER_SYSTEM)?.id,
    clinician: clinician && { sdsUserId: clinician.id, name: clinician.name },
  };
}

/** Of a schedule. */
export const actors = mapped(list(actor), toActors);

const participant = object({ actor: maybe(actor) });

/** Of an appointment, which always has a service. */
export const participants = refined(list(participant), (all) => {
  const { service, ...people } = toActors(all.map((one) => one.actor));
  return service ? found({ service, ...people }) : unreadableAt();
});
