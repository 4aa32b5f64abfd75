import { fileURLToPath } from 'node:url';
import { serveRecordSystem } from '../gp-system/record-server.ts';

serveRecordSystem({
  source: fileURLToPath(new URL('./', import.meta.url)),
  built: fileURLToPath(new URL('../../dist/demo/hospital-epr/', import.meta.url)),
  // A GP with a special interest, who works in the clinic and refers in the name of the practice.
  owner: {
    user: { id: '021600550428', name: 'SIDDIQUI, Amina (Dr)' },
    organisation: { odsCode: 'Y99002', name: 'Larkhill Medical Practice' },
  },
});
