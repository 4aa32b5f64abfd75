import { fileURLToPath } from 'node:url';
import { CLINIC_GP, REVIEWER } from '../record-system/owners.ts';
import { serveRecordSystem } from '../record-system/record-server.ts';

serveRecordSystem({
  source: fileURLToPath(new URL('./', import.meta.url)),
  built: fileURLToPath(new URL('../../dist/demo/hospital-epr/', import.meta.url)),
  desks: [
    // The second page shows the same desk with the widgets in the page itself.
    { path: '/', pages: { '/': 'index.html', '/in-page': 'index.html' }, owner: REVIEWER },
    { path: '/clinic', pages: { '/': 'clinic.html' }, owner: CLINIC_GP },
  ],
});
