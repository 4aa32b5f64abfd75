import type { Coded } from '../domain/criteria.ts';
import { effectiveAt, type PriorityConcept } from '../domain/reference-list.ts';
import type { HostLookUps } from '../host/host-adapter.ts';
import type { LookUpField } from './find-services.ts';
import type { Finder } from './finder.ts';
import { update } from './flow.ts';
import { askHost } from './host-look-up.ts';
import { readProblem } from './reading.ts';

/** Reads the lists of e-RS. Asking while they are on their way is not asking twice. */
export function loadLists(finder: Finder): Promise<void> {
  finder.loadingLists ??= readLists(finder).finally(() => {
    finder.loadingLists = undefined;
  });
  return finder.loadingLists;
}

async function readLists({ ports, store, reads }: Finder): Promise<void> {
  if (!store.isOpen) return;
  const { client, clock } = ports;
  const signal = reads.lists.start();
  update(store, { lists: { status: 'loading', since: clock.now() } });
  try {
    const [specialties, clinicTypes, priorities] = await Promise.all([
      client.retrieveSpecialties({ signal }),
      client.retrieveClinicTypes({ signal }),
      // PRIORITY is documented for the API platform only: without it the three codes still hold.
      client.retrievePriorities({ signal }).catch((): PriorityConcept[] => []),
    ]);
    if (signal.aborted) return;
    const at = clock.now();
    const value = {
      specialties: effectiveAt(specialties, at),
      clinicTypes: effectiveAt(clinicTypes, at),
      priorities: effectiveAt(priorities, at),
    };
    update(store, { lists: { status: 'ready', value, at } });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) update(store, { lists: { status: 'failed', problem } });
  }
}

export function stopLists(finder: Finder): void {
  const { store, reads } = finder;
  if (store.state.lists.status !== 'loading') return;
  reads.lists.stop();
  finder.loadingLists = undefined;
  update(store, { lists: { status: 'stopped' } });
}

/** Asks the host for a code by words. The newest question wins. */
export async function lookUp(finder: Finder, field: LookUpField, text: string): Promise<void> {
  const { ports, store, reads } = finder;
  if (!store.isOpen) return;
  const signal = reads.lookUp.start();
  const sought = text.trim();
  if (!sought) {
    update(store, { lookUp: { status: 'idle' } });
    return;
  }
  update(store, { lookUp: { status: 'looking', field } });
  const options = await askHost((limit) => ask(ports.lookUps, { field, text: sought }, limit), {
    clock: ports.clock,
    signal,
  });
  if (signal.aborted) return;
  update(store, {
    lookUp: options ? { status: 'found', field, options } : { status: 'unavailable', field },
  });
}

function ask(
  lookUps: HostLookUps,
  { field, text }: { field: LookUpField; text: string },
  signal: AbortSignal,
): Promise<readonly Required<Coded>[]> | undefined {
  if (field === 'clinicalTerm') return lookUps.findClinicalTerms?.(text, signal);
  const kind = field === 'namedClinician' ? 'named' : 'referring';
  return lookUps
    .findClinicians?.(text, kind, signal)
    .then((found) => found.map(({ sdsUserId, name }) => ({ code: sdsUserId, display: name })));
}
