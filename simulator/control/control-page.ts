import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Hono } from 'hono';

const folder = new URL('./page/', import.meta.url);

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
};

/** Nothing from elsewhere, nothing inline, in no frame; text never becomes markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function serve(name: string): Response {
  return new Response(readFileSync(new URL(name, folder)), {
    headers: {
      'Content-Type': mediaTypes[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  });
}

/** What a trainer keeps open beside the clinical system, under the base path. */
export function addPage(root: Hono, base: string): void {
  const files = readdirSync(folder).filter((name) => extname(name) in mediaTypes);
  root.get(base, (c) => c.redirect(`${base}/`));
  root.get(`${base}/`, () => serve('index.html'));
  for (const name of files) root.get(`${base}/page/${name}`, () => serve(name));
}
