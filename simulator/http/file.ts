import type { StoredFile } from '../core/model.ts';

/** As e-RS names files: once for old clients, once with every letter there is. */
function disposition({ name }: StoredFile): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** The bytes of an attachment under its name. */
export function fileResponse(file: StoredFile, headers: Record<string, string> = {}): Response {
  return new Response(file.bytes.slice(), {
    status: 200,
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': disposition(file),
      'Content-Length': String(file.bytes.length),
      ...headers,
    },
  });
}
