import { fileURLToPath } from 'node:url';
import { serveRecordSystem } from './record-server.ts';

serveRecordSystem({
  source: fileURLToPath(new URL('./', import.meta.url)),
  built: fileURLToPath(new URL('../../dist/demo/gp-system/', import.meta.url)),
});
