import type { Values } from './reading.ts';
import { interactionNames } from './interaction-names.ts';
import { ControlMistake, flag, keyOf, oneOf, optional, text, wholeNumber } from './reading.ts';

/** What goes wrong, in a few words for a list to choose from; README.md says what each does. */
export const faultKinds = {
  drop: 'the line breaks, no answer',
  delay: 'the answer comes late',
  status: 'an HTTP status instead',
  truncate: 'half an answer',
  'empty-body': 'an answer without its body',
  'wrong-type': 'a web page instead',
  'no-id': 'an answer without its ids',
  'late-commit': 'an error now, done later',
  lock: 'locked by somebody: 423',
  'bump-version': 'changed by somebody: 409',
  'slot-taken': 'the slot has just gone',
  'expire-session': 'logged out: 401',
  'pas-down': 'the PAS is silent until cleared',
  'pas-not-responding': 'the PAS is silent once',
  'pas-error': 'the PAS answers with an error',
  'pas-slot-gone': 'the PAS says the slot has gone',
} as const;
export type FaultKind = keyof typeof faultKinds;

export const faultFields = {
  operation: keyOf(interactionNames),
  kind: keyOf(faultKinds),
  nth: optional(wholeNumber(1)),
  phase: optional(oneOf(['before', 'during', 'after'])),
  status: optional(wholeNumber(200)),
  ersCode: optional(text),
  ms: optional(wholeNumber(0)),
  retryAfter: optional(wholeNumber(0)),
  repeat: optional(flag),
} as const;

type Wanted = Values<typeof faultFields>;

export interface Fault extends Wanted {
  /** Which request for that interaction from now on it strikes; 1 is the next. */
  nth: number;
  /**
   * Before e-RS acts; after it acted and before it answers; or at once, while e-RS goes on and acts
   * `ms` later.
   */
  phase: 'before' | 'during' | 'after';
  /** Strikes the nth request and every later one. */
  repeat: boolean;
}

/** What a fault is where nothing else is said of it. */
const usual: Readonly<Partial<Record<FaultKind, Partial<Fault>>>> = {
  'late-commit': { phase: 'during', status: 504 },
  'pas-down': { repeat: true },
};

const interrupting: readonly FaultKind[] = ['drop', 'status', 'late-commit'];

/** Throws ControlMistake for what no fault of that kind can do. */
export function newFault(wanted: Wanted): Fault {
  if (wanted.phase === 'during' && !interrupting.includes(wanted.kind)) {
    throw new ControlMistake(`phase during is only for ${interrupting.join(', ')}.`);
  }
  if (wanted.kind === 'late-commit' && wanted.phase && wanted.phase !== 'during') {
    throw new ControlMistake('late-commit strikes during the request, in no other phase.');
  }
  const { phase = 'before', ...own } = usual[wanted.kind] ?? {};
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return { nth: 1, phase, repeat: false, ...own, ...Object.fromEntries(given) } as Fault;
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
