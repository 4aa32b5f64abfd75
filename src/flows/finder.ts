import type { FindServicesState, SearchState } from './find-services.ts';
import type { FlowPorts } from './flow-ports.ts';
import type { Store } from './flow.ts';
import type { NewestRead } from './reading.ts';

/** What the parts of finding services work on together. */
export interface Finder {
  ports: FlowPorts;
  store: Store<FindServicesState>;
  reads: Record<'lists' | 'search' | 'lookUp', NewestRead>;
  loadingLists?: Promise<void> | undefined;
  /** What the newest search asked, to tell when the draft asks something else. */
  asked?: string | undefined;
  /** What a stopped search goes back to. */
  before?: { search: SearchState; asked: string | undefined } | undefined;
  /** The shortlist of a resumed draft, until a search has found its services again. */
  wanted: readonly string[];
}
