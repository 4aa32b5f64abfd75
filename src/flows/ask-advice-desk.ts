import type { SearchCriteria } from '../domain/criteria.ts';
import type { AskAdvicePorts, AskAdviceState } from './ask-advice.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { FindServicesFlow, StartableFindServices } from './find-services.ts';
import { update, type Store } from './flow.ts';

/** What the parts of asking for advice work on together. */
export interface AskDesk {
  ports: AskAdvicePorts;
  find: StartableFindServices;
  store: Store<AskAdviceState>;
  /** Ends with the flow. */
  life: AbortController;
  keeper: DraftKeeper;
  opening?: Promise<void> | undefined;
}

/** The criteria that found the chosen service: of the newest search, and as they still stand. */
export function criteriaFor(
  { state: { search, stale } }: FindServicesFlow,
  serviceId: string,
): SearchCriteria | undefined {
  if (stale || search.status !== 'found') return undefined;
  return search.services.some(({ id }) => id === serviceId) ? search.criteria : undefined;
}

export function keepQuestion({ store, find, keeper }: AskDesk): void {
  const { text, mayConvert } = store.state;
  keeper.keep({ text, mayConvert, criteria: find.toResume().draft });
}

/** What an earlier visit typed. Its service is searched for again: e-RS may give another list. */
export async function restoreQuestion({ store, find, keeper }: AskDesk): Promise<void> {
  if (store.state.text || store.state.mayConvert !== undefined) return;
  const draft = await keeper.load();
  const { text, mayConvert, criteria } = recordOf(draft?.content);
  if (typeof text !== 'string') return;
  update(store, { text, mayConvert: typeof mayConvert === 'boolean' ? mayConvert : undefined });
  find.actions.change(recordOf(criteria));
}

function recordOf(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}
