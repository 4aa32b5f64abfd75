import * as v from 'valibot';
import { isOfSystem } from '../../fhir/identifiers.ts';
import { NHS_NUMBER_SYSTEM, SDS_USER_SYSTEM, SERVICE_SYSTEM } from '../names.ts';
import { identifier, maybe } from './values.ts';

/** Participants and actors, of which e-RS has three kinds told apart by identifier system. */
const participant = v.object({
  actor: maybe(v.object({ display: maybe(v.string()), identifier: maybe(identifier) })),
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
export const participants = v.pipe(
  v.array(participant),
  v.rawTransform(({ dataset, addIssue, NEVER }): Participants => {
    const actor = (system: string): Actor | undefined => actorOf(dataset.value, system);
    const service = actor(SERVICE_SYSTEM);
    if (service) {
      return { service, patient: actor(NHS_NUMBER_SYSTEM), clinician: actor(SDS_USER_SYSTEM) };
    }
    addIssue();
    return NEVER;
  }),
);

function actorOf(
  list: readonly v.InferOutput<typeof participant>[],
  system: string,
): Actor | undefined {
  const actor = list.find((one) => isOfSystem(one.actor?.identifier, system))?.actor;
  return actor?.identifier && { value: actor.identifier.value, display: actor.display };
}
