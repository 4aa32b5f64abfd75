import type { LocalDate } from '../src/domain/instant.ts';
import type { NhsNumber } from '../src/domain/nhs-number.ts';
import type { Role, User } from '../src/domain/user.ts';
import type { Store } from './store.ts';

/** Without a call for so long a session is forgotten. e-RS documents no life time of its own. */
const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** The current one and those whose writes may still be under way (architecture.md §9). */
const CONTEXTS_KEPT = 4;
const PAIRS_KEPT = 500;

/** A patient that the page has open, bound to the session by the page's id of it. */
export interface PatientContext {
  contextId: string;
  nhsNumber: NhsNumber;
  birthDate: LocalDate;
  /** HMACs of the UBRNs that answers under this context showed to be this patient's. */
  pairs: readonly string[];
}

export type NewContext = Omit<PatientContext, 'pairs'>;

export interface Session {
  user: User;
  roles: readonly Role[];
  role?: Role | undefined;
  /** SDS user id of the clinician that the role acts for. */
  onBehalfOf?: string | undefined;
  /** The newest first. */
  contexts: readonly PatientContext[];
  /** Calls under way: e-RS must not be asked to close the session while there are any. */
  outstanding: number;
  closing: boolean;
}

export type Binding = 'bound' | 'another-patient' | 'no-session';

export class SessionStore {
  constructor(private readonly store: Store) {}

  async open(id: string, person: Pick<Session, 'user' | 'roles'>): Promise<void> {
    const fresh: Session = { ...person, contexts: [], outstanding: 0, closing: false };
    await this.store.update<Session>(keyOf(id), SESSION_LIFE_MS, () => fresh);
  }

  read(id: string): Promise<Session | undefined> {
    return this.store.get<Session>(keyOf(id));
  }

  chooseRole(
    id: string,
    acting: Pick<Session, 'role' | 'onBehalfOf'>,
  ): Promise<Session | undefined> {
    return this.change(id, (session) => ({ ...session, ...acting }));
  }

  /** `another-patient`: this id was bound before, to somebody else. */
  async bindContext(id: string, context: NewContext): Promise<Binding> {
    const after = await this.change(id, (session) => withContext(session, context));
    const bound = after?.contexts.find(({ contextId }) => contextId === context.contextId);
    if (!bound) return 'no-session';
    return samePatient(bound, context) ? 'bound' : 'another-patient';
  }

  async notePair(id: string, contextId: string, pair: string): Promise<void> {
    await this.change(id, (session) => ({
      ...session,
      contexts: session.contexts.map((context) =>
        context.contextId === contextId ? withPair(context, pair) : context,
      ),
    }));
  }

  /** False when there is no session any more, or none that takes new calls. */
  async beginCall(id: string): Promise<boolean> {
    const after = await this.change(id, (session) =>
      session.closing ? session : { ...session, outstanding: session.outstanding + 1 },
    );
    return after !== undefined && !after.closing;
  }

  async endCall(id: string): Promise<void> {
    await this.change(id, (session) => ({ ...session, outstanding: session.outstanding - 1 }));
  }

  async beginClosing(id: string): Promise<void> {
    await this.change(id, (session) => ({ ...session, closing: true }));
  }

  async remove(id: string): Promise<void> {
    await this.store.update<Session>(keyOf(id), 0, () => undefined);
  }

  private async change(
    id: string,
    next: (session: Session) => Session,
  ): Promise<Session | undefined> {
    const { after } = await this.store.update<Session>(
      keyOf(id),
      SESSION_LIFE_MS,
      (before) => before && next(before),
    );
    return after;
  }
}

function keyOf(id: string): string {
  return `session:${id}`;
}

function samePatient(a: NewContext, b: NewContext): boolean {
  return a.nhsNumber === b.nhsNumber && a.birthDate === b.birthDate;
}

function withContext(session: Session, context: NewContext): Session {
  const known = session.contexts.find(({ contextId }) => contextId === context.contextId);
  if (known && !samePatient(known, context)) return session;
  const current = known ?? { ...context, pairs: [] };
  const others = session.contexts.filter(({ contextId }) => contextId !== context.contextId);
  return { ...session, contexts: [current, ...others].slice(0, CONTEXTS_KEPT) };
}

function withPair(context: PatientContext, pair: string): PatientContext {
  if (context.pairs.includes(pair)) return context;
  return { ...context, pairs: [pair, ...context.pairs].slice(0, PAIRS_KEPT) };
}
