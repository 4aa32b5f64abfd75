import { readFile, requireSmall } from '../../core/read-file.ts';
import { fileResponse } from '../../http/file.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';

/** Deprecated on the platform, where A042 has taken its place. */
export const retrieveStu3Attachment: Interaction = {
  id: 'A006',
  method: 'GET',
  on: onBoth({ paths: ['/Binary/:id'], roles: clinicalRoles }),
  answer: ({ core, caller, path }) => {
    const file = readFile(core, caller, path['id'] ?? '');
    requireSmall(file);
    return fileResponse(file);
  },
};
