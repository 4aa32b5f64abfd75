import type { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import type { StoredFile } from '../core/model.ts';
import { uuid } from '../core/random.ts';
import { binaryId, findFile } from '../core/upload-file.ts';
import { fileResponse } from '../http/file.ts';

const BASE = '/object-store';
const LIFETIME_MS = 60_000;

/** An address of the object store that gives the file within a minute, to whoever has it. */
export function downloadUrl(core: Core, file: StoredFile, { url }: { url: URL }): string {
  const key = uuid(core.random);
  const until = core.clock.now() + LIFETIME_MS;
  core.downloads.set(key, { binary: binaryId(file, 'api-platform'), until });
  return `${url.origin}${BASE}/${key}`;
}

function taken(core: Core, key: string): StoredFile | undefined {
  const download = core.downloads.get(key);
  if (core.switches.downloadOnce) core.downloads.delete(key);
  if (!download || download.until < core.clock.now()) return undefined;
  return findFile(core, download.binary);
}

/** Outside e-RS: knows no token, no role and no error body. */
export function addObjectStore(app: Hono, core: Core): void {
  app.get(`${BASE}/:key`, (context) => {
    const file = taken(core, context.req.param('key'));
    if (!file) return new Response(null, { status: 403 });
    return fileResponse(file, { 'Cache-Control': 'no-store' });
  });
}
