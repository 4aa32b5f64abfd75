import type { HostDocument, HostSession, LaunchContext } from '../../src/host/host-adapter.ts';
import type { ArgumentsOf, HostMethods, OFFERS, ResultOf } from './method-map.ts';

export type Offer = (typeof OFFERS)[number];

/** Calls the host over whichever link there is now. */
export type CallHost = <Name extends keyof HostMethods>(
  name: Name,
  ...given: ArgumentsOf<HostMethods[Name]>
) => Promise<ResultOf<HostMethods[Name]>>;

type Offered = Pick<HostSession, Offer>;

/** What the host offers, and nothing that it does not: a field asks whether there is a look-up. */
export function offeredBy(offers: readonly Offer[], call: CallHost): Partial<Offered> {
  const all: { [Name in Offer]: NonNullable<HostSession[Name]> } = {
    launchTicket: () => call('launchTicket'),
    findClinicalTerms: (text) => call('findClinicalTerms', text),
    findClinicians: (text, kind) => call('findClinicians', text, kind),
    findOrganisations: (text) => call('findOrganisations', text),
    resolvePatients: async (numbers) => new Map(await call('resolvePatients', [...numbers])),
    resolvePractitioners: async (ids) => new Map(await call('resolvePractitioners', [...ids])),
    isDeceased: (nhsNumber) => call('isDeceased', nhsNumber),
    listDocuments: async () =>
      (await call('listDocuments')).map((listed) => document(listed, call)),
    draftStore: draftStore(call),
    storageKey: () => call('storageKey'),
    writeBack: (request) => call('writeBack', request),
    openPatient: (nhsNumber) => call('openPatient', nhsNumber),
    closePatient: () => call('closePatient'),
  };
  return Object.fromEntries(offers.map((offer) => [offer, all[offer]]));
}

function document(listed: Omit<HostDocument, 'read'>, call: CallHost): HostDocument {
  return { ...listed, read: () => call('readDocument', listed.id) };
}

function draftStore(call: CallHost): NonNullable<HostSession['draftStore']> {
  return {
    load: (key) => call('loadDraft', key),
    save: (key, draft) => call('saveDraft', key, draft),
    discard: (key) => call('discardDraft', key),
  };
}

/** Listeners of one session, and the context that they were told of last. */
export interface Listeners {
  changes: Set<Parameters<HostSession['onContextChange']>[0]>;
  ends: Set<Parameters<HostSession['onSessionEnd']>[0]>;
}

export interface RemoteOptions {
  current(): LaunchContext;
  listeners: Listeners;
  offered: Partial<Offered>;
  disconnect(): void;
}

export function remoteSession(options: RemoteOptions): HostSession {
  const { current, listeners, offered, disconnect } = options;
  return {
    ...offered,
    getContext: current,
    onContextChange(listener) {
      listeners.changes.add(listener);
      return () => void listeners.changes.delete(listener);
    },
    onSessionEnd(listener) {
      listeners.ends.add(listener);
      return () => void listeners.ends.delete(listener);
    },
    disconnect,
  };
}
