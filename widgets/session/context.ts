import { createContext } from '@lit/context';
import type { Action } from '../../src/domain/action.ts';
import type { Clock } from '../../src/domain/instant.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Role, User } from '../../src/domain/user.ts';
import type { Flows } from '../../src/flows/flows.ts';

/** A widget in a session. On a change of patient the session asks, and blanks, every one. */
export interface SessionWidget {
  hasUnsavedInput(): boolean;
  /** Removes every patient detail from the widget at once, before anything else happens. */
  blank(): void;
  /** What leaving now would leave undone, as a sentence that names no patient and no referral. */
  leftUndone?(): string | undefined;
  /** Whether what is unsent is a draft, which a person may keep or discard; absent: it is none. */
  hasDraft?(): boolean;
  /** The session that e-RS had ended is there again: what was not read for want of it can be read. */
  signedInAgain?(): void;
}

/** What the widgets inside an `<ers-session>` share, for one patient, user and role. */
export interface ReadySession {
  status: 'ready';
  /** A new one with every change of patient, user or role: nothing is carried across. */
  contextId: string;
  flows: Flows;
  patient: Patient;
  user: User;
  role: Role;
  environment: 'live' | 'training';
  /** `always` shows the large patient banner in the widget; `host` leaves that to the host. */
  banner: 'host' | 'always';
  clock: Clock;
  /** Whether dialect and role offer the action at all. */
  can(action: Action): boolean;
  join(widget: SessionWidget): () => void;
}

/** `waiting`: connecting, choosing a role, locked or without a patient; the session says which. */
export type WidgetSession = { status: 'waiting' } | ReadySession;

/** Undefined for a widget that stands outside any session: it then says so on screen. */
export const sessionContext = createContext<WidgetSession | undefined>(Symbol('ers-session'));

/** Whether the e-RS session of a `ready` one is gone: what is on screen stays, and nothing is sent. */
export const endedContext = createContext<boolean>(Symbol('ers-session-ended'));

/** Beside each button that would send something. */
export const WHY_NOT_ENDED = 'Not available until you have signed in again.';
