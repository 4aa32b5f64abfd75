export function coding(system: string, code: string) {
  return { system, code };
}

/**
 * What a system, profile or extension URL is recognised by: servers put their own host before it
 * (`https://ers-api:445/…/CodeSystem/SPECIALTY`), so only the last segment compares.
 */
export function lastSegment(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
