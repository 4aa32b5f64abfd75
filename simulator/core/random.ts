export interface Random {
  /** From 0 up to but not 1. */
  (): number;
  /** Where the run is: `createRandom` of this number goes on from here. */
  position(): number;
}

/** Mulberry32: the same seed gives the same run. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  next.position = (): number => state;
  return next;
}

export function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, (_, place) => {
    if (place === 12) return '4';
    const nibble = Math.floor(random() * 16);
    return (place === 16 ? (nibble & 3) | 8 : nibble).toString(16);
  }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
