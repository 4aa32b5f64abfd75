import type { ServiceVersion } from '../../domain/service-facts.ts';
import { problemOfShape } from '../problems.ts';
import { serviceIdRule } from './a033-retrieve-service.ts';
import type { Interaction } from './interaction.ts';

/** Whether what was kept of a service still holds: its version now, and nothing else. */
export const retrieveServiceVersion: Interaction<string, ServiceVersion> = {
  id: 'A037',
  kind: 'read',
  build(serviceId) {
    const { when, ...refusal } = serviceIdRule(serviceId, 'id');
    return when ? refusal : { operation: 'A037', params: { serviceId } };
  },
  parse(answer, { origin }) {
    const [, version] = /^(?:W\/)?"([^"]+)"$/.exec(answer.headers['etag'] ?? '') ?? [];
    return version
      ? { ok: true, value: version as ServiceVersion }
      : { ok: false, problem: problemOfShape(answer, 'ETag', origin) };
  },
  failures: {},
};
