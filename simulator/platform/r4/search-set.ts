import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';
import type { Core } from '../../core/core.ts';
import { uuid } from '../../core/random.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import { r4Base } from './names.ts';

export interface Found<R extends FhirResource> {
  fullUrl: string;
  resource: R;
}

/** What every R4 search answers; nothing found is no `entry` at all. */
export function searchSet<R extends FhirResource>(
  core: Core,
  { search }: { search: string },
  found: readonly Found<R>[],
): Response {
  const now = core.clock.iso();
  const entry = found.map((one): BundleEntry<R> => ({ ...one, search: { mode: 'match' } }));
  const bundle: Bundle<R> = {
    id: uuid(core.random),
    meta: { lastUpdated: now },
    resourceType: 'Bundle',
    type: 'searchset',
    timestamp: now,
    total: found.length,
    link: [{ relation: 'self', url: `${r4Base}/${search}` }],
    ...(entry.length > 0 && { entry }),
  };
  return fhirJson(bundle, 200);
}
