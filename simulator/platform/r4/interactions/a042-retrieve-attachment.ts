import type { Core } from '../../../core/core.ts';
import type { Caller, StoredFile } from '../../../core/model.ts';
import { readFile } from '../../../core/read-file.ts';
import { Refusal, refuse } from '../../../core/refusal.ts';
import type { Interaction } from '../../../http/interaction.ts';
import { clinicalRoles } from '../../../http/interaction.ts';
import { downloadUrl } from '../../object-store.ts';

const binaryId = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|att-\d+-\d+)$/;

/** As api-platform.md has the sentence for a scan that goes on. */
const PENDING =
  'The file is being scanned and cannot be retrieved. Wait at least 5 minutes before checking its availability again.';

function availableFile(core: Core, caller: Caller, id: string): StoredFile {
  try {
    return readFile(core, caller, id);
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'PENDING') {
      return refuse('PENDING', undefined, PENDING);
    }
    throw thrown;
  }
}

/** Points to the object store; the address is followed at once and without the e-RS headers. */
export const retrieveAttachment: Interaction = {
  id: 'A042',
  method: 'GET',
  release: 'R4',
  on: { 'api-platform': { paths: ['/Binary/:id'], roles: clinicalRoles } },
  answer: ({ core, caller, path, url }) => {
    const id = path['id'] ?? '';
    if (!binaryId.test(id)) refuse('REC_BAD_REQUEST', 'id', 'is not the id of a file.');
    const Location = downloadUrl(core, availableFile(core, caller, id), { url });
    return new Response(null, { status: 307, headers: { Location } });
  },
};
