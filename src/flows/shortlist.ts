import type { Service } from '../domain/service.ts';
import { shortlistRefusal, triageWay } from '../domain/shortlist-rules.ts';
import type { FindServicesState } from './find-services.ts';
import type { Finder } from './finder.ts';
import { update, type Store } from './flow.ts';

type Desk = Pick<Finder, 'ports' | 'store'>;

export function toggleOnShortlist({ ports, store }: Desk, serviceId: string): void {
  const { shortlist, vanished, search } = store.state;
  if (shortlist.some(({ id }) => id === serviceId)) {
    update(store, {
      shortlist: shortlist.filter(({ id }) => id !== serviceId),
      vanished: vanished.filter((id) => id !== serviceId),
    });
    return;
  }
  const found = search.status === 'found' ? search.services : [];
  const service = found.find(({ id }) => id === serviceId);
  if (!service || shortlistRefusal(service, shortlist, triageWay(ports.client.can))) return;
  update(store, { shortlist: [...shortlist, service] });
}

export function moveOnShortlist(
  store: Store<FindServicesState>,
  serviceId: string,
  by: -1 | 1,
): void {
  const shortlist = [...store.state.shortlist];
  const from = shortlist.findIndex(({ id }) => id === serviceId);
  const to = from + by;
  const [moved, other] = [shortlist[from], shortlist[to]];
  if (!moved || !other) return;
  shortlist[to] = moved;
  shortlist[from] = other;
  update(store, { shortlist });
}

/** The shortlist after a search: facts as found now, and which services were not found. */
export function shortlistAfter(
  shortlist: readonly Service[],
  found: readonly Service[],
): Pick<FindServicesState, 'shortlist' | 'vanished'> {
  const now = new Map(found.map((service) => [service.id, service]));
  return {
    shortlist: shortlist.map((service) => now.get(service.id) ?? service),
    vanished: shortlist.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  };
}

/** The services of an earlier shortlist that are found and can still be shortlisted, in its order. */
export function foundAgain(
  { ports, wanted }: Pick<Finder, 'ports' | 'wanted'>,
  found: readonly Service[],
): Service[] {
  const way = triageWay(ports.client.can);
  const again: Service[] = [];
  for (const id of wanted) {
    const service = found.find((each) => each.id === id);
    if (service && !shortlistRefusal(service, again, way)) again.push(service);
  }
  return again;
}
