import type { LaunchContext } from './host-adapter.ts';

/** What the watch needs of an adapter and of what shows the widgets. */
export interface LinkPorts {
  /** The context that the widgets work in. */
  current(): LaunchContext;
  /** Asks the host what is open now. Rejects when nobody answers; never hangs. */
  reread(): Promise<LaunchContext>;
  /** Takes the widgets out of sight and reach, in this very task. Nothing in them is undone. */
  freeze(): void;
  /** Shows them again as they were, with the focus where it was. */
  thaw(): void;
  /** The host has another patient, user or organisation open; the former one is gone on return. */
  changed(next: LaunchContext): void;
  /** Nobody answers: the session with this host is over. */
  lost(): void;
}

export interface LinkWatch {
  /**
   * A change may have gone by unheard: a beat is missing, the page was away or comes out of the
   * browser's memory. Counts as a change until the host has said what is open.
   */
  suspect(): void;
  /** From now on nothing is asked, frozen or thawed. */
  stop(): void;
}

/**
 * Freeze, read again, compare, thaw. A suspicion that comes while the host is being asked asks once
 * more, as the answer under way may be older than what it is about.
 */
export function watchLink(ports: LinkPorts): LinkWatch {
  const watch = { asking: false, again: false, stopped: false };

  async function ask(): Promise<void> {
    watch.asking = true;
    let next: LaunchContext | undefined;
    do {
      watch.again = false;
      next = await ports.reread().catch(() => undefined);
    } while (wanted());
    watch.asking = false;
    if (!watch.stopped) conclude(next);
  }

  /** The flags change while the host is being asked. */
  function wanted(): boolean {
    return watch.again && !watch.stopped;
  }

  function conclude(next: LaunchContext | undefined): void {
    if (!next) {
      ports.lost();
      return;
    }
    if (next.contextId !== ports.current().contextId) ports.changed(next);
    ports.thaw();
  }

  return {
    suspect() {
      if (watch.stopped) return;
      watch.again = true;
      if (watch.asking) return;
      ports.freeze();
      void ask();
    },
    stop() {
      watch.stopped = true;
    },
  };
}
