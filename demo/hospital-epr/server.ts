import { fileURLToPath } from 'node:url';
import { serveRecordSystem } from '../record-system/record-server.ts';

serveRecordSystem({
  source: fileURLToPath(new URL('./', import.meta.url)),
  built: fileURLToPath(new URL('../../dist/demo/hospital-epr/', import.meta.url)),
  desks: [
    {
      path: '/',
      // The second shows the same desk with the widgets in the page itself.
      pages: { '/': 'index.html', '/in-page': 'index.html' },
      owner: {
        user: { id: '021600551011', name: 'OKONKWO, Chidi (Dr)' },
        organisation: { odsCode: 'XN1', name: 'Northmoor NHS Foundation Trust' },
      },
    },
    {
      path: '/clinic',
      pages: { '/': 'clinic.html' },
      // A GP with a special interest, who works in the clinic and refers in the name of the practice.
      owner: {
        user: { id: '021600550428', name: 'SIDDIQUI, Amina (Dr)' },
        organisation: { odsCode: 'Y99002', name: 'Larkhill Medical Practice' },
      },
    },
  ],
});
