export const faultKinds = [
  'drop',
  'delay',
  'status',
  'truncate',
  'lock',
  'bump-version',
  'expire-session',
  'slot-taken',
  'pas-not-responding',
  'pas-error',
  'pas-slot-gone',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** The interaction it waits for, such as A011. */
  operation: string;
  kind: FaultKind;
  /** Which request from now on it strikes; 1 is the next. */
  nth: number;
  /** Before e-RS acts, or after it acted and before it answers. */
  phase: 'before' | 'after';
  status?: number;
  ersCode?: string;
  ms?: number;
  /** Strikes the nth request and every later one. */
  repeat: boolean;
}

interface WaitingFault extends Fault {
  seen: number;
}

export interface FaultBook {
  waiting: WaitingFault[];
}

export function addFault(book: FaultBook, fault: Fault): void {
  book.waiting.push({ ...fault, seen: 0 });
}

/** The faults that strike this request; one-shot ones are used up. */
export function strike(book: FaultBook, operation: string): Fault[] {
  const meant = book.waiting.filter((fault) => fault.operation === operation);
  for (const fault of meant) fault.seen += 1;
  const due = meant.filter((fault) => fault.seen >= fault.nth);
  book.waiting = book.waiting.filter((fault) => fault.repeat || !due.includes(fault));
  return due;
}
