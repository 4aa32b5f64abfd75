import type { Referral } from '../domain/referral.ts';
import type { Intent } from '../journal/ports.ts';
import type { FindLostFlow, FindLostState, UnknownCreate } from './find-lost-referral.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update, type Store } from './flow.ts';
import type { ReferDesk } from './refer-desk.ts';
import type { ReferPatientState } from './refer-patient.ts';

/** The creates of this patient whose end is not known, each with the flow that finds it out. */
export interface LostCreates {
  /** Oldest first. */
  readonly flows: readonly FindLostFlow[];
  /** Takes up what the journal says now. What could not be loaded is loaded again. */
  follow(): Promise<void>;
  /** The session is there again: what could not be looked up for want of it is looked up. */
  signedInAgain(): void;
  stop(): void;
}

interface Searching {
  ports: FlowPorts;
  store: Store<ReferPatientState>;
  flows: Map<string, FindLostFlow>;
  onFound: (referral: Referral) => void;
}

/** `onFound` is told of each referral once. */
export function followLost(
  { ports, store }: Pick<ReferDesk, 'ports' | 'store'>,
  onFound: (referral: Referral) => void,
): LostCreates {
  const flows = new Map<string, FindLostFlow>();
  const searching: Searching = { ports, store, flows, onFound };
  let following = Promise.resolve();
  // One after the other: each takes up what the one before did not know.
  const follow = (): Promise<void> => (following = following.then(() => takeUp(searching)));
  const stopFollowing = ports.journal.onSettled(() => void follow());
  void follow();
  return {
    get flows() {
      return [...flows.values()];
    },
    follow,
    signedInAgain() {
      for (const flow of flows.values()) if (wasRefused(flow.state)) void flow.actions.look();
    },
    stop() {
      stopFollowing();
      for (const flow of flows.values()) flow.dispose();
      flows.clear();
    },
  };
}

async function takeUp(searching: Searching): Promise<void> {
  const { ports, store, flows } = searching;
  const unresolved = await ports.journal.unresolved(ports.patient.nhsNumber).catch(() => undefined);
  if (!unresolved || !store.isOpen) return;
  const lost = unresolved.filter(isUnknownCreate);
  await letGoOf(searching, lost);
  const news = lost.filter(({ id }) => !flows.has(id));
  // Few pages ever need it.
  const loaded =
    news.length > 0 && (await import('./find-lost-referral.ts').catch(() => undefined));
  if (loaded) for (const intent of news) begin(searching, loaded.createFindLost(ports, intent));
  update(store, { lostNotLoaded: loaded === undefined });
}

function begin({ store, flows, onFound }: Searching, flow: FindLostFlow): void {
  if (!store.isOpen) return;
  const { id } = flow.state.intent;
  flows.set(id, flow);
  flow.subscribe(() => {
    const { phase } = flow.state;
    if (hasEnded(phase)) flows.delete(id);
    if (phase.status === 'found') onFound(phase.referral);
    if (hasEnded(phase)) flow.dispose();
    update(store, {});
  });
  void flow.actions.look();
}

function isUnknownCreate(intent: Intent): intent is UnknownCreate {
  return intent.action === 'create-referral' && intent.state === 'unknown';
}

/**
 * Another page has found out how it ended, or the proxy has heard it. One that is noting says itself
 * what came of it.
 */
async function letGoOf({ ports, flows }: Searching, lost: readonly UnknownCreate[]): Promise<void> {
  const still = new Set(lost.map(({ id }) => id));
  for (const [id, flow] of flows) {
    if (still.has(id) || flow.state.noting) continue;
    const known = await ports.journal.find(id);
    if (known?.state === 'done' && known.ubrn) {
      void flow.actions.made(known.ubrn);
      continue;
    }
    flows.delete(id);
    flow.dispose();
  }
}

function hasEnded({ status }: FindLostState['phase']): boolean {
  return status === 'found' || status === 'gone';
}

function wasRefused({ phase }: FindLostState): boolean {
  return phase.status === 'not-looked' && phase.problem.reason === 'session-ended';
}
