import type { Draft, DraftKey } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';

/** Keeps the newest content of one draft: saved in order, one at a time. */
export interface DraftKeeper {
  /** None where it could not be read either, which is told as not kept. */
  load(): Promise<Draft | undefined>;
  keep(content: unknown): void;
  /** Nothing is left to keep. */
  drop(): void;
  discard(): Promise<void>;
}

export interface DraftKeeperOptions {
  flow: string;
  /** Told after each attempt whether the draft is kept now. */
  onKept(isKept: boolean): void;
}

export function createDraftKeeper(
  { drafts, clock, user, patient }: FlowPorts,
  { flow, onKept }: DraftKeeperOptions,
): DraftKeeper {
  const key: DraftKey = { userId: user.sdsUserId, patient: patient.nhsNumber, flow };
  let newest: string | undefined;
  let last: Promise<void> = Promise.resolve();

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).then(
      () => onKept(true),
      () => onKept(false),
    );
    return last;
  };
  const discard = (): Promise<void> => {
    newest = undefined;
    return inTurn(() => drafts.discard(key));
  };
  return {
    load: () => readOr(() => onKept(false), drafts.load(key)),
    keep(content) {
      const text = JSON.stringify(content);
      if (text === newest) return;
      newest = text;
      void inTurn(async () => {
        if (newest === text) await drafts.save(key, { savedAt: clock.now(), content });
      });
    },
    drop() {
      if (newest !== undefined) void discard();
    },
    discard,
  };
}

function readOr<T>(onFailure: () => void, reading: Promise<T | undefined>): Promise<T | undefined> {
  return reading.catch(() => {
    onFailure();
    return undefined;
  });
}
