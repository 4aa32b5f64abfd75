import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../dist/demo/smart/', import.meta.url));
const SOURCE = fileURLToPath(new URL('./', import.meta.url));
const CONFORMANCE = fileURLToPath(new URL('../conformance/', import.meta.url));
const BUILT_CONFORMANCE = fileURLToPath(new URL('../../dist/demo/conformance/', import.meta.url));
const MEDIA_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** A page or style sheet as it stands here. */
export const sourceFile = (name: string): Promise<Response> => fileAt(join(SOURCE, name));

/** A script that the build made. */
export const builtFile = (name: string): Promise<Response> => fileAt(join(BUILT, name));

/** Of the host conformance page, as it stands in its folder. */
export const conformanceFile = (name: string): Promise<Response> => fileAt(join(CONFORMANCE, name));

export const builtConformanceFile = (name: string): Promise<Response> =>
  fileAt(join(BUILT_CONFORMANCE, name));

async function fileAt(path: string): Promise<Response> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream' },
  });
}
