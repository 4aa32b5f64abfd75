import { isOfSystem } from '../../fhir/identifiers.ts';
import { NHS_NUMBER_SYSTEM, SDS_USER_SYSTEM, SERVICE_SYSTEM } from '../names.ts';
import { found, unreadableAt } from './reading.ts';
import { list, maybe, object, refined, text, type Read } from './shape.ts';
import { identifier } from './values.ts';

/** Participants and actors, of which e-RS has three kinds told apart by identifier system. */
const participant = object({
  actor: maybe(object({ display: maybe(text), identifier: maybe(identifier) })),
});

interface Actor {
  value: string;
  display?: string | undefined;
}

export interface Participants {
  service: Actor;
  patient?: Actor | undefined;
  clinician?: Actor | undefined;
}

/** Of an appointment: always a service; a patient and a clinician where e-RS names them. */
export const participants = refined(list(participant), (all) => {
  const actor = (system: string): Actor | undefined => actorOf(all, system);
  const service = actor(SERVICE_SYSTEM);
  if (!service) return unreadableAt();
  const [patient, clinician] = [actor(NHS_NUMBER_SYSTEM), actor(SDS_USER_SYSTEM)];
  return found<Participants>({ service, patient, clinician });
});

function actorOf(all: readonly Read<typeof participant>[], system: string): Actor | undefined {
  const actor = all.find((one) => isOfSystem(one.actor?.identifier, system))?.actor;
  return actor?.identifier && { value: actor.identifier.value, display: actor.display };
}
