import { randomUUID } from 'node:crypto';

/** One press of the button in the record: it opens the app once, for this patient. */
export interface Launch {
  /** Session of the record system in which it was pressed. */
  desk: string;
  patientId: string;
}

/** `launch` handles, and what an access token was given for. */
export function createLaunches() {
  const open = new Map<string, Launch>();
  const granted = new Map<string, Launch>();
  return {
    start(launch: Launch): string {
      const handle = randomUUID();
      open.set(handle, launch);
      return handle;
    },
    find: (handle: unknown): Launch | undefined => open.get(String(handle)),
    /** The handle is used up by it. */
    grant(handle: unknown, grantId: string): void {
      const launch = open.get(String(handle));
      if (!launch) throw new Error('The launch is not open');
      open.delete(String(handle));
      granted.set(grantId, launch);
    },
    grantedBy: (grantId: string | undefined): Launch | undefined => granted.get(grantId ?? ''),
  };
}

export type Launches = ReturnType<typeof createLaunches>;
