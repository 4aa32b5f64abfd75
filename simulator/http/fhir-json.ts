export function fhirJson(
  body: object,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return new Response(bytes, {
    status,
    headers: {
      'Content-Type': 'application/fhir+json;charset=utf-8',
      'Content-Length': String(bytes.length),
      'Content-Disposition': 'inline;filename=f.txt',
      ...headers,
    },
  });
}

/** The version of the resource in an answer. */
export function etag(version: number): Record<'ETag', string> {
  return { ETag: `W/"${version}"` };
}
