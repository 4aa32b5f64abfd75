/** Which pages of this browser are open: what one that is gone was sending, nobody waits for. */
export interface PageLife {
  readonly pageId: string;
  isOpen(pageId: string): Promise<boolean>;
  end(): void;
}

/** Each page holds a lock of its own: the browser lets it go when the page ends, however it ends. */
export async function startPageLife(pageId: string, locks: LockManager): Promise<PageLife> {
  const nameOf = (id: string): string => `ers-widgets page ${id}`;
  let end = (): void => undefined;
  await new Promise<void>((held, failed) => {
    const ended = new Promise<void>((resolve) => (end = resolve));
    locks
      .request(nameOf(pageId), () => {
        held();
        return ended;
      })
      .catch(failed);
  });
  return {
    pageId,
    async isOpen(id) {
      const { held = [] } = await locks.query();
      return held.some(({ name }) => name === nameOf(id));
    },
    end: () => end(),
  };
}
