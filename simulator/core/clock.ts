export interface SimulatedClock {
  now(): number;
  iso(): string;
  /** Moves simulated time; it runs on from there. */
  set(instant: string): void;
}

export function createSimulatedClock(source: () => number): SimulatedClock {
  let shift = 0;
  const now = (): number => source() + shift;
  return {
    now,
    iso: () => new Date(now()).toISOString(),
    set: (instant) => {
      shift = Date.parse(instant) - source();
    },
  };
}
