/** The parameters that a launch, and the way back from the sign-in, may have in the address. */
export const LAUNCH_PARAMETERS = ['iss', 'launch'] as const;
export const RETURN_PARAMETERS = ['state', 'code', 'error', 'error_description'] as const;

/**
 * The address with the named parameters alone: what else a link brings (`fhirServiceUrl`,
 * `patientId`, `clientId` …) could choose a server or a patient, and is gone before anybody reads
 * it. Undefined where one of the named is there twice: two readers could then take different ones.
 */
export function onlyParameters(address: URL, names: readonly string[]): URL | undefined {
  const kept = new URL(address.pathname, address.origin);
  for (const name of names) {
    const [value, ...others] = address.searchParams.getAll(name);
    if (others.length > 0) return undefined;
    if (value) kept.searchParams.set(name, value);
  }
  return kept;
}
