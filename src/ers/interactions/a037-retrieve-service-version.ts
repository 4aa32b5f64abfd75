import type { ServiceVersion } from '../../domain/service-facts.ts';
import { NUMBERED_ID } from '../forms.ts';
import { found, unreadableAt } from '../shapes/reading.ts';
import type { Interaction } from './interaction.ts';
import { formRule } from './rules.ts';

/** Whether what was kept of a service still holds: its version now, and nothing else. */
export const retrieveServiceVersion: Interaction<string, ServiceVersion> = {
  id: 'A037',
  kind: 'read',
  rules: (serviceId) => [formRule('id', serviceId, NUMBERED_ID)],
  build: (serviceId) => ({ params: { serviceId } }),
  parse({ headers }) {
    const [, version] = /^(?:W\/)?"([^"]+)"$/.exec(headers['etag'] ?? '') ?? [];
    return version ? found(version as ServiceVersion) : unreadableAt('ETag');
  },
};
