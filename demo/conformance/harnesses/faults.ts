import type { ContextChange, HostSession } from '../../../entries/host.ts';
import type { Fault } from './in-page.ts';

type Change = (session: HostSession) => Partial<HostSession>;

/** An adapter whose sessions differ from the right ones in this. */
const withSession =
  (change: Change): Fault =>
  (adapter) => ({
    ...adapter,
    async connect(options) {
      const session = await adapter.connect(options);
      return { ...session, ...change(session) };
    },
  });

const onChanges =
  (deliver: (tell: () => void, change: ContextChange) => void): Change =>
  (session) => ({
    onContextChange: (listener) =>
      session.onContextChange((change) => {
        deliver(() => void listener(change), change);
        return { status: 'accepted' };
      }),
  });

let ticket: Promise<string> | undefined;

/** One mistake each that an adapter is made with most often, under the check that must name it. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'change-told-first': withSession(onChanges((tell) => void setTimeout(tell, 300))),
  'context-current-in-notice': withSession((session) => {
    let given = session.getContext();
    session.onContextChange(({ next }) => {
      setTimeout(() => (given = next ?? given), 50);
      return { status: 'accepted' };
    });
    return { getContext: () => given };
  }),
  'close-told': withSession(
    onChanges((tell, { kind }) => {
      if (kind !== 'patient-close') tell();
    }),
  ),
  'conflict-heard': withSession(onChanges((tell) => tell())),
  'listener-left': withSession((session) => ({
    onContextChange(listener) {
      session.onContextChange(listener);
      return () => undefined;
    },
  })),
  'context-immutable': withSession((session) => {
    const context = { ...session.getContext() };
    return { getContext: () => context };
  }),
  'context-complete': withSession((session) => ({
    getContext: () => ({ ...session.getContext(), user: { id: 'ruth' } }),
  })),
  'seq-rises': withSession((session) => ({
    getContext: () => ({ ...session.getContext(), seq: 1 }),
  })),
  'ticket-once': withSession((session) => ({
    launchTicket: () => (ticket ??= session.launchTicket?.() ?? Promise.resolve('')),
  })),
  'write-back-refused': withSession(() => ({
    writeBack: async () => ({ status: 'accepted' }),
  })),
  'look-up-findClinicians': withSession(() => ({
    findClinicians: () => Promise.reject(new Error('Nobody is called so')),
  })),
  'log-out-told': withSession(() => ({ onSessionEnd: () => () => undefined })),
  'disconnect-silent': withSession(() => ({ disconnect: () => undefined })),
};
