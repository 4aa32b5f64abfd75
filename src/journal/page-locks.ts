/** The right of this page to work on one thing, until `release` or until another page takes it. */
export interface Lease {
  /** Aborted when another page has taken it over. */
  readonly taken: AbortSignal;
  release(): void;
}

/** One page of this browser at a time works on one thing. Several parts of a page share its right. */
export interface PageLocks {
  /** Undefined while another page has it; `takeOver` takes it from that page. */
  take(name: string, options?: { takeOver?: boolean | undefined }): Promise<Lease | undefined>;
}

interface Right {
  taken: AbortController;
  leases: number;
  letGo: () => void;
  /** Resolves when the browser has it back. */
  ended: Promise<void>;
}

/** Without Web Locks nobody can know of other pages: every page then has the right. */
export function createPageLocks(locks: LockManager | undefined): PageLocks {
  const rights = new Map<string, Right>();
  let last: Promise<unknown> = Promise.resolve();

  async function take(name: string, takeOver: boolean): Promise<Lease | undefined> {
    if (!locks) return { taken: new AbortController().signal, release: () => undefined };
    const own = rights.get(name);
    if (own && own.leases > 0 && !own.taken.signal.aborted) return leaseOf(own);
    await own?.ended;
    const right = await ask(locks, name, takeOver);
    if (right) rights.set(name, right);
    return right && leaseOf(right);
  }

  return {
    // One after the other, so that two parts of the page do not ask for one right at once.
    take(name, { takeOver = false } = {}) {
      const taking = last.then(() => take(name, takeOver));
      last = taking.catch(() => undefined);
      return taking;
    },
  };
}

function leaseOf(right: Right): Lease {
  let isOver = false;
  right.leases += 1;
  return {
    taken: right.taken.signal,
    release() {
      if (isOver) return;
      isOver = true;
      right.leases -= 1;
      if (right.leases === 0) right.letGo();
    },
  };
}

function ask(locks: LockManager, name: string, takeOver: boolean): Promise<Right | undefined> {
  const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
  const taken = new AbortController();
  return new Promise((resolve, reject) => {
    const ended = locks
      .request(`ers-widgets ${name}`, options, async (lock) => {
        if (!lock) {
          resolve(undefined);
          return;
        }
        await new Promise<void>((letGo) => {
          resolve({ taken, leases: 0, letGo, ended });
        });
      })
      .catch((error: unknown) => {
        // Another page has taken it over; before it was given, the browser gives no locks here.
        taken.abort();
        reject(error instanceof Error ? error : new Error('No lock'));
      });
  });
}
