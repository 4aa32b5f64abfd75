import { fileURLToPath } from 'node:url';
import { serveRecordSystem } from '../record-system/record-server.ts';

serveRecordSystem({
  source: fileURLToPath(new URL('./', import.meta.url)),
  built: fileURLToPath(new URL('../../dist/demo/gp-system/', import.meta.url)),
  // The second shows the same page with the widgets in a frame.
  desks: [{ path: '/', pages: { '/': 'index.html', '/in-frame': 'index.html' } }],
});
