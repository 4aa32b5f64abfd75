import { refuse } from '../core/refusal.ts';
import type { WantedShortlist } from '../core/shortlist.ts';
import { profile, serviceSystem } from './names.ts';
import { required } from './parameters.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, requireResource } from './request-body.ts';
import { readCriteria } from './search-criteria.ts';
import type { Stu3Variant } from './variant.ts';

function serviceId(entry: JsonObject, place: number): string {
  const field = `shortlist.entry[${place}].item.identifier`;
  const item = entry['item'];
  const identifier = isObject(item) ? item['identifier'] : undefined;
  const { system, value } = isObject(identifier) ? identifier : {};
  if (system === serviceSystem && typeof value === 'string' && /^\d+$/.test(value)) return value;
  return refuse('INVALID_VALUE', field, 'is not a service.');
}

/** The shortlist points to the criteria it contains. */
function requireCriteriaReference(list: JsonObject, criteria: unknown): void {
  const field = 'shortlist.extension';
  const url = profile('Extension-eRS-Shortlist-SearchCriteria-1');
  const extension = objectsOf(list, 'extension', field).find((one) => one['url'] === url);
  const reference = required(extension, field)['valueReference'];
  const target = isObject(reference) ? reference['reference'] : undefined;
  if (!isObject(criteria) || target !== `#${String(criteria['id'])}`) {
    refuse('INVALID_VALUE', field, 'does not name the contained criteria.');
  }
}

/** The services chosen and the criteria that found them, as A011, A021, A031, A032 and A044 send. */
export function readShortlist(variant: Stu3Variant, value: unknown): WantedShortlist {
  const list = requireResource(value, 'List', 'shortlist');
  const fixed = { status: 'current', mode: 'snapshot' } as const;
  for (const [name, expected] of Object.entries(fixed)) {
    if (list[name] !== expected)
      refuse('INVALID_VALUE', `shortlist.${name}`, `is not ${expected}.`);
  }
  const contained = objectsOf(list, 'contained', 'shortlist.contained')[0];
  requireCriteriaReference(list, required(contained, 'shortlist.contained'));
  return {
    criteria: readCriteria(variant, contained),
    shortlist: objectsOf(list, 'entry', 'shortlist.entry').map(serviceId),
  };
}
