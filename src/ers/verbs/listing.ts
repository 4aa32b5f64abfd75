import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import type { ProviderList, ReferrerList, WorklistRow } from '../../domain/worklist.ts';
import { retrieveWorklist } from '../interactions/a008-retrieve-worklist.ts';
import type { Calls, ReadOptions } from './verbs.ts';

/** A provider's list, narrowed or whole; or a referrer's, whole. */
export interface WorklistSearch extends WorklistFilter {
  list: ProviderList | ReferrerList;
}

/** What waits for somebody to do something. */
export interface ListingVerbs {
  /** All of it: thousands of rows, not sorted. Over HSCN a provider's only. */
  retrieveWorklist(search: WorklistSearch, options?: ReadOptions): Promise<WorklistRow[]>;
}

export function listingVerbs({ read }: Calls): ListingVerbs {
  return { retrieveWorklist: read(retrieveWorklist) };
}
