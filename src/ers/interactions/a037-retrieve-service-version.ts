import type { ServiceVersion } from '../../domain/service-facts.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import type { Interaction } from './interaction.ts';

/** Whether what was kept of a service still holds: its version now, and nothing else. */
export const retrieveServiceVersion: Interaction<string, ServiceVersion> = {
  id: 'A037',
  kind: 'read',
  build: (serviceId) => ({ params: { serviceId } }),
  parse({ headers }) {
    const [, version] = /^(?:W\/)?"([^"]+)"$/.exec(headers['etag'] ?? '') ?? [];
    return version ? found(version as ServiceVersion) : unreadableAt('ETag');
  },
  // A HEAD has no body to say it in.
  failures: { 404: 'no-such-service' },
};
